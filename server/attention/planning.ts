import { planForMany } from '#domain/attention/alike.ts'
import { planToJson } from '#domain/attention/types.ts'
import type { Plan } from '#domain/attention/types.ts'
import type { Act, TimerHandler } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { setTimers } from '#server/platform/jobs/timers.ts'
import type { ItemStanding } from '#server/platform/db/tables/attention.ts'
import { sql } from 'kysely'
import { RELEASE } from './names.ts'
import { readersOf } from './readers.ts'
import { rightsIn } from './rights.ts'
import { failpoint } from '#server/platform/failpoint.ts'

const EMPTY = '00000000-0000-0000-0000-000000000000'

type Planned = { id: string; personId: string; standing: ItemStanding; plan: Plan }

/**
 * Plans for each reader what was told: one row each, with the reason, also for those who are never told. The same
 * cause again plans nothing new.
 */
export const planTold: TimerHandler = async (act, told) => {
  const standings = new Map((told['readers'] ?? '').split(' ').filter(Boolean).map((pair) => pair.split(':') as [string, ItemStanding]))
  const ids = [...standings.keys()].toSorted()
  const [readers, rights] = await Promise.all([readersOf(act, ids), rightsIn(act, told['spaceId'] ?? EMPTY, ids)])
  const plan = planForMany({
    id: told['key'] ?? '', conversation: told['conversationId'] ?? EMPTY, at: Temporal.Instant.from(told['notBefore'] ?? act.now), urgent: told['urgent'] === 'true', quiet: rights.quiet, mutedUntil: null,
  }, act.now)
  const planned = ids.flatMap((personId): Planned[] => {
    const reader = readers.get(personId)
    const standing = standings.get(personId) ?? 'space'
    return reader ? [{ id: act.newId(), personId, standing, plan: plan(reader, { standing, maySee: rights.maySee.has(personId) }) }] : []
  })
  if (planned.length > 0) await wake(act, await keep(act, told, planned))
  await failpoint('attention.after_plan')
}

/** One statement of the same words however many readers there are, so that it is read and planned once. Answers whom it was new to. */
async function keep({ tx, actor: { workspaceId }, now }: Act, told: Record<string, string>, planned: readonly Planned[]): Promise<Planned[]> {
  const { rows } = await sql<{ person_id: string }>`
    insert into attention_item (workspace_id, event_key, kind, source, subject_id, conversation_id, space_id, author_id, urgent, obliges, created_at, not_before,
      id, person_id, standing, plan, deliver_at, state, settled_at, settled_reason)
    select ${workspaceId}::uuid, ${told['key'] ?? ''}, ${told['kind'] ?? ''}, ${told['source'] ?? ''}, ${told['subjectId'] ?? EMPTY}::uuid, ${told['conversationId'] ?? EMPTY}::uuid, ${told['spaceId'] ?? EMPTY}::uuid,
      ${told['authorId'] || null}::uuid, ${told['urgent'] === 'true'}::boolean, ${told['obliges'] === 'true'}::boolean, ${told['toldAt'] ?? now}::timestamptz, ${told['notBefore'] ?? now}::timestamptz,
      n.id, n.person_id, n.standing, n.plan, n.deliver_at, case when n.never = '' then 'waiting' else 'withdrawn' end, case when n.never <> '' then ${now}::timestamptz end, n.never
    from unnest(${planned.map(({ id }) => id)}::uuid[], ${planned.map(({ personId }) => personId)}::uuid[], ${planned.map(({ standing }) => standing)}::text[], ${planned.map(({ plan }) => json(planToJson(plan)))}::jsonb[],
      ${planned.map(({ plan }) => plan.at)}::timestamptz[], ${planned.map(({ plan }) => plan.when === 'never' ? plan.reason.code : '')}::text[]) as n (id, person_id, standing, plan, deliver_at, never)
    on conflict (workspace_id, event_key, person_id) do nothing returning person_id`.execute(tx)
  const added = new Set(rows.map((row) => row.person_id))
  return planned.filter(({ personId }) => added.has(personId))
}

/** Lets go for these readers at their moment, or earlier where something else is due before; in one order, so that nobody waits in a circle. */
async function wake(act: Act, planned: readonly Planned[]): Promise<void> {
  const timers = planned.flatMap(({ personId, plan }) => plan.at === null ? [] : [{ kind: RELEASE, key: personId, at: plan.at, payload: { personId } }])
  await setTimers(act.tx, { workspaceId: act.actor.workspaceId, now: act.now, timers, orEarlier: true })
}
