import type { saveDraft } from '#contract/entries.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'

type Draft = OutputOf<typeof saveDraft>
const COLUMNS = ['slot', 'body', 'version', 'updated_at'] as const

const shape = (row: { slot: string; body: unknown; version: number; updated_at: Temporal.Instant }): Draft =>
  ({ slot: row.slot, body: row.body, version: row.version, updatedAt: row.updated_at.toString() })

/** A draft belongs to its writer alone: every query names the person who asks. */
export async function read(act: Act, { slot }: { slot: string }): Promise<{ draft: Draft | null }> {
  const row = await act.tx.selectFrom('draft').select(COLUMNS).where('workspace_id', '=', act.actor.workspaceId)
    .where('person_id', '=', act.actor.personId).where('slot', '=', slot).executeTakeFirst()
  return { draft: row ? shape(row) : null }
}

/** @throws {Refusal} `conflict` when another window or device has kept a newer one, which stays */
export async function save(act: Act, { slot, version, body }: InputOf<typeof saveDraft>): Promise<Draft> {
  const key = { workspace_id: act.actor.workspaceId, person_id: act.actor.personId, slot }
  const row = version === 0
    ? await act.tx.insertInto('draft').values({ ...key, body: json(keepable(body)), updated_at: act.now }).onConflict((old) => old.doNothing()).returning(COLUMNS).executeTakeFirst()
    : await act.tx.updateTable('draft').set((now) => ({ body: json(keepable(body)), version: now('version', '+', 1), updated_at: act.now }))
      .where('workspace_id', '=', key.workspace_id).where('person_id', '=', key.person_id).where('slot', '=', slot).where('version', '=', version)
      .returning(COLUMNS).executeTakeFirst()
  if (row) return shape(row)
  throw new Refusal('conflict', said`A newer draft was kept in another window or on another device.`, said`Read it first, then keep the one you want; both texts are still there.`)
}

export async function drop(act: Act, { slot }: { slot: string }): Promise<{ ok: true }> {
  await act.tx.deleteFrom('draft').where('workspace_id', '=', act.actor.workspaceId).where('person_id', '=', act.actor.personId).where('slot', '=', slot).execute()
  return { ok: true }
}

/** PostgreSQL keeps no null characters and no half of a pair; the rest of a draft is worth more than either. */
const keepableText = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()

function keepable(value: unknown): unknown {
  if (typeof value === 'string') return keepableText(value)
  if (Array.isArray(value)) return value.map(keepable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [keepableText(key), keepable(one)]))
}
