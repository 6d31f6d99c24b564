import type { InputOf } from '#contract/operation.ts'
import type { answerPageRemark, remarkOnPage, resolvePageRemark } from '#contract/page-truth.ts'
import type { PageView } from '#contract/pages.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { anchorOf, placeOf } from '#domain/text/anchor.ts'
import type { Anchor } from '#domain/text/anchor.ts'
import { tell } from '#server/attention/public.ts'
import { putText } from '#server/entries/public.ts'
import { changed, pageForChange, viewPage } from '#server/pages/public.ts'
import type { PageRow } from '#server/pages/public.ts'
import type { Act } from '#server/platform/act.ts'
import { minderOf } from './minder.ts'
import { REMARK } from './names.ts'

/** Remarks on a passage as it stood in the version that was read; the remark stays with it where the text changed since. */
export async function remark(act: Act, { number, start, end, version, body }: InputOf<typeof remarkOnPage>): Promise<PageView> {
  const row = await pageForChange(act, number)
  const text = await textOf(act, row, version)
  if (start >= end || end > text.length || text.slice(start, end).trim() === '') throw new Refusal('bad_input', said`There is no such passage in this version of the page.`, said`Select some words of it.`)
  const anchor = anchorOf(text, { start, end })
  if (placeOf(row.text, anchor) === null) throw new Refusal('conflict', said`The passage is not there any more.`, said`Read the page again, and remark on what it says now.`)
  await add(act, row, { anchor, body, inReplyTo: null })
  return viewPage(act, number)
}

async function textOf({ tx, actor: { workspaceId } }: Act, row: PageRow, version: number): Promise<string> {
  if (version === row.version) return row.text
  const found = await tx.selectFrom('page_version').select('text').where('workspace_id', '=', workspaceId).where('page_id', '=', row.entry_id).where('version', '=', version).executeTakeFirst()
  if (found) return found.text
  throw new Refusal('bad_input', said`The page has no version ${String(version)}.`, said`Read the page again.`)
}

export async function answerRemark(act: Act, { number, id, body }: InputOf<typeof answerPageRemark>): Promise<PageView> {
  const row = await pageForChange(act, number)
  const answered = await remarkFor(act, row, id)
  await add(act, row, { anchor: { quote: '', prefix: '', suffix: '' }, body, inReplyTo: answered.in_reply_to ?? answered.id })
  return viewPage(act, number)
}

type New = { anchor: Anchor; body: string; inReplyTo: string | null }

/** Writes a remark, which is found like a reply. Whoever minds the page is told, and whoever spoke in the same talk. */
async function add(act: Act, row: PageRow, { anchor, body, inReplyTo }: New): Promise<void> {
  const id = act.newId()
  const { workspaceId, personId } = act.actor
  await act.tx.insertInto('page_remark').values({ workspace_id: workspaceId, id, page_id: row.entry_id, author_id: personId, ...anchor, body, in_reply_to: inReplyTo, at: act.now, resolved_at: null, resolved_by: null }).execute()
  await putText(act, { id, entryId: row.entry_id, title: '', text: body, reply: { authorId: personId, at: act.now } })
  const minder = await minderOf(act, row)
  const readers = new Set([...minder === null ? [] : [minder], ...inReplyTo === null ? [] : await speakersIn(act, inReplyTo)])
  await tell(act, { key: `page-remark:${id}`, kind: 'reply', source: REMARK, subjectId: id, conversationId: row.entry_id, spaceId: row.space_id, readers: [...readers].map((reader) => ({ personId: reader, standing: 'mentioned' })) })
  await changed(act, row, 'page.changed')
}

async function speakersIn({ tx, actor: { workspaceId } }: Act, id: string): Promise<string[]> {
  const rows = await tx.selectFrom('page_remark').select('author_id').distinct().where('workspace_id', '=', workspaceId).where((is) => is.or([is('id', '=', id), is('in_reply_to', '=', id)])).orderBy('author_id').execute()
  return rows.map((row) => row.author_id)
}

async function remarkFor({ tx, actor: { workspaceId } }: Act, row: PageRow, id: string) {
  const found = await tx.selectFrom('page_remark').select(['id', 'in_reply_to', 'resolved_at']).where('workspace_id', '=', workspaceId).where('page_id', '=', row.entry_id).where('id', '=', id).executeTakeFirst()
  if (found) return found
  throw new Refusal('not_found', said`There is no such remark on this page.`, said`Read the page again.`)
}

/** Says that a remark was dealt with, with everything that was answered to it. */
export async function resolveRemark(act: Act, { number, id }: InputOf<typeof resolvePageRemark>): Promise<PageView> {
  const row = await pageForChange(act, number)
  const found = await remarkFor(act, row, id)
  if (found.resolved_at !== null) throw new Refusal('conflict', said`This was dealt with already.`, said`Read the page again.`)
  await act.tx.updateTable('page_remark').set({ resolved_at: act.now, resolved_by: act.actor.personId }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', found.in_reply_to ?? found.id).execute()
  await changed(act, row, 'page.changed')
  return viewPage(act, number)
}
