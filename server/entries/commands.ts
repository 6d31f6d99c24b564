import type { EntryView } from '#contract/spaces.ts'
import { allow, may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { isKept } from '#domain/trash/kept.ts'
import type { Act } from '#server/platform/act.ts'
import { entryByNumber, hideEntry, rightsByNumber } from './public.ts'
import { hideTexts } from './texts.ts'
import { viewEntry } from './views.ts'

/** Deletes what the actor wrote, or a page that they mind or manage, unless its room refuses, as a wrap does whose batons are still open. */
export async function remove(act: Act, { number }: { number: number }): Promise<{ ok: true }> {
  const entry = await entryByNumber(act, number)
  allow(act.actor, 'entry.delete', { entry: entry.rights })
  await hideEntry(act, entry)
  return { ok: true }
}

/** Brings back what was deleted at most 30 days ago, by whoever may delete it. */
export async function restore(act: Act, { number }: { number: number }): Promise<EntryView> {
  const found = await rightsByNumber(act, number)
  const gone = new Refusal('not_found', said`There is no #${number} that you could bring back.`, said`Only the author can, for 30 days after deleting; of a page also who minds it, and who manages its space.`)
  if (!found || !found.deletedAt || !may(act.actor, 'entry.restore', { entry: found.rights })) throw gone
  if (found.purged || !isKept(found.deletedAt, act.now)) throw gone
  await act.tx.updateTable('entry').set({ deleted_at: null, updated_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', found.id).execute()
  await hideTexts(act, found.id, false)
  await act.emit({ kind: 'entry.restored', spaceId: found.spaceId, payload: { entryId: found.id, number } })
  return viewEntry(act, number)
}
