import { sql } from 'kysely'
import { json } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import { newId } from '../ids.ts'

/** One moment to act. The same kind and key again moves it; `payload` holds ids only, since state is read when it fires. */
export type NewTimer = {
  kind: string; key: string; at: Temporal.Instant; payload?: Record<string, string>
  /** Keeps an earlier moment that is set already, whoever set it. For handlers that find out themselves what is due. */
  orEarlier?: true
  /** Leaves one that is set already as it is, without waiting for others who set it. For handlers that do all there is to do. */
  unlessSet?: true
}

type Set = { workspaceId: string; now: Temporal.Instant; timer: NewTimer }

/** Sets or moves a timer in the caller's transaction. */
export async function setTimer(tx: Db, { workspaceId, now, timer }: Set): Promise<void> {
  await setTimers(tx, { workspaceId, now, timers: [timer], orEarlier: timer.orEarlier ?? false, unlessSet: timer.unlessSet ?? false })
}

type SetAll = { workspaceId: string; now: Temporal.Instant; timers: readonly Omit<NewTimer, 'orEarlier' | 'unlessSet'>[]; orEarlier: boolean; unlessSet?: boolean }

/** Sets or moves many, of different kind and key, in one statement whose words are always the same. They are locked in the given order. */
export async function setTimers(tx: Db, { workspaceId, now, timers, orEarlier, unlessSet = false }: SetAll): Promise<void> {
  if (timers.length === 0) return
  const moment = orEarlier ? sql`least(timer.due_at, excluded.due_at)` : sql`excluded.due_at`
  const then = unlessSet ? sql`nothing` : sql`update set due_at = ${moment}, next_try_at = ${moment}, payload = excluded.payload, attempts = 0, last_error = null`
  await sql`insert into timer (workspace_id, id, kind, key, due_at, next_try_at, payload)
    select ${workspaceId}::uuid, n.id, n.kind, n.key, n.at, n.at, n.payload from unnest(${timers.map(() => newId(now))}::uuid[], ${timers.map(({ kind }) => kind)}::text[],
      ${timers.map(({ key }) => key)}::text[], ${timers.map(({ at }) => at)}::timestamptz[], ${timers.map(({ payload }) => json(payload ?? {}))}::jsonb[]) as n (id, kind, key, at, payload)
    on conflict (workspace_id, kind, key) do ${then}`.execute(tx)
}

export async function dropTimer(tx: Db, { workspaceId, kind, key }: { workspaceId: string; kind: string; key: string }): Promise<void> {
  await tx.deleteFrom('timer').where('workspace_id', '=', workspaceId).where('kind', '=', kind).where('key', '=', key).execute()
}

export type DueTimer = { workspace_id: string; id: string; kind: string; key: string; due_at: Temporal.Instant; payload: Record<string, string>; attempts: number }

/** Takes the earliest due timer that no other process holds, until the transaction ends; of one workspace if given. Index: timer_due. */
export function claimDueTimer(tx: Db, now: Temporal.Instant, workspaceId?: string): Promise<DueTimer | undefined> {
  return tx.selectFrom('timer').select(['workspace_id', 'id', 'kind', 'key', 'due_at', 'payload', 'attempts'])
    .where('next_try_at', '<=', now).$if(workspaceId !== undefined, (query) => query.where('workspace_id', '=', workspaceId ?? '')).orderBy('next_try_at').orderBy('id').limit(1).forUpdate().skipLocked().executeTakeFirst()
}

/** Gone, unless its own handler moved it to a later moment. */
export async function finishTimer(tx: Db, timer: DueTimer): Promise<void> {
  await tx.deleteFrom('timer').where('workspace_id', '=', timer.workspace_id).where('id', '=', timer.id)
    .where('due_at', '=', timer.due_at).execute()
}

/** First wait after a failure, doubled each time up to the longest. Unit: seconds. */
const FIRST_WAIT_S = 5
const LONGEST_WAIT_S = 3600

/** Notes a failed try and when to try again. */
export async function postponeTimer(tx: Db, timer: DueTimer, now: Temporal.Instant, error: string): Promise<void> {
  const wait = Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** Math.min(timer.attempts, 10))
  await tx.updateTable('timer')
    .set({ attempts: timer.attempts + 1, next_try_at: now.add({ seconds: wait }), last_error: error.slice(0, 500) })
    .where('workspace_id', '=', timer.workspace_id).where('id', '=', timer.id).where('due_at', '=', timer.due_at).execute()
}

/** When the next timer wants attention; null when none does until then. Index: timer_due. */
export async function nextDueMoment(db: Db, until: Temporal.Instant): Promise<Temporal.Instant | null> {
  const row = await db.selectFrom('timer').select('next_try_at').where('next_try_at', '<=', until)
    .orderBy('next_try_at').limit(1).executeTakeFirst()
  return row?.next_try_at ?? null
}

/** How many timers failed and wait for another try; shown by health and metrics. */
export async function failingTimers(db: Db): Promise<number> {
  const row = await db.selectFrom('timer').select(sql<number>`count(*)`.as('failing')).where('attempts', '>', 0).executeTakeFirstOrThrow()
  return Number(row.failing)
}
