import type { InputOf } from '#contract/operation.ts'
import type { forgetUse, settleWrong, usePage } from '#contract/page-truth.ts'
import type { PageView } from '#contract/pages.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { settleItems, tell } from '#server/attention/public.ts'
import { changed, pageForChange, viewPage } from '#server/pages/public.ts'
import type { PageRow } from '#server/pages/public.ts'
import type { Act } from '#server/platform/act.ts'
import { minderOf } from './minder.ts'
import { SETTLED, WRONG } from './names.ts'

/** Keeps what somebody says of a page where they used it. Where it is wrong, whoever minds it is told, with the words. */
export async function use(act: Act, { number, verdict, quote, note }: InputOf<typeof usePage>): Promise<PageView> {
  const row = await pageForChange(act, number)
  if (verdict === 'wrong' && quote.trim() === '' && note.trim() === '') throw new Refusal('bad_input', said`It is not said what is wrong.`, said`Quote the words that are wrong, or say in a note what is.`)
  const id = act.newId()
  await act.tx.insertInto('page_use').values({
    workspace_id: act.actor.workspaceId, id, page_id: row.entry_id, person_id: act.actor.personId, verdict, version: row.version, quote: quote.trim(), note: note.trim(), at: act.now, settled_at: null, settled_by: null,
  }).execute()
  const minder = verdict === 'wrong' ? await minderOf(act, row) : null
  if (minder !== null) await tell(act, { ...about(row, id), key: `wrong:${id}`, source: WRONG, obliges: true, readers: [{ personId: minder, standing: 'asked' }] })
  await changed(act, row, 'page.changed')
  return viewPage(act, number)
}

const about = ({ entry_id, space_id }: PageRow, id: string) => ({ kind: 'page' as const, subjectId: id, conversationId: entry_id, spaceId: space_id })

/** Says that a wrong place was dealt with; whoever reported it is told. */
export async function settle(act: Act, { number, id, note }: InputOf<typeof settleWrong>): Promise<PageView> {
  const row = await pageForChange(act, number)
  const { workspaceId, personId } = act.actor
  const found = await act.tx.selectFrom('page_use').select(['person_id', 'settled_at']).where('workspace_id', '=', workspaceId).where('page_id', '=', row.entry_id).where('id', '=', id).where('verdict', '=', 'wrong').executeTakeFirst()
  if (!found) throw new Refusal('not_found', said`There is no such report on this page.`, said`Read the page again.`)
  if (found.settled_at !== null) throw new Refusal('conflict', said`This was dealt with already.`, said`Read the page again.`)
  await act.tx.updateTable('page_use').set({ settled_at: act.now, settled_by: personId, settled_note: note.trim() }).where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
  await settleItems(act, { source: WRONG, subjectIds: [id], reason: 'settled' })
  await tell(act, { ...about(row, id), key: `settled:${id}`, source: SETTLED, readers: [{ personId: found.person_id, standing: 'mentioned' }] })
  await changed(act, row, 'page.changed')
  return viewPage(act, number)
}

/** Takes back everything that the actor said of a page. */
export async function unuse(act: Act, { number }: InputOf<typeof forgetUse>): Promise<{ ok: true }> {
  const row = await pageForChange(act, number)
  const { workspaceId, personId } = act.actor
  const gone = await act.tx.deleteFrom('page_use').where('workspace_id', '=', workspaceId).where('page_id', '=', row.entry_id).where('person_id', '=', personId).returning('id').execute()
  for (const source of [WRONG, SETTLED]) await settleItems(act, { source, subjectIds: gone.map(({ id }) => id), reason: 'withdrawn' })
  await changed(act, row, 'page.changed')
  return { ok: true }
}
