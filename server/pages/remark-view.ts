import type { PageRemark, PageView } from '#contract/pages.ts'
import { placeOf } from '#domain/text/anchor.ts'
import type { Looker } from './queries.ts'

/** Remarks on a page with where their passages stand now, oldest first; those that were dealt with too. Index: page_remark_of. */
export async function viewRemarks({ tx, actor: { workspaceId } }: Looker, page: { id: string; text: string; mayResolve: boolean }): Promise<PageRemark[]> {
  const rows = await tx.selectFrom('page_remark as r').innerJoin('person as a', (join) => join.onRef('a.workspace_id', '=', 'r.workspace_id').onRef('a.id', '=', 'r.author_id'))
    .leftJoin('person as b', (join) => join.onRef('b.workspace_id', '=', 'r.workspace_id').onRef('b.id', '=', 'r.resolved_by'))
    .select(['r.id', 'r.author_id', 'a.name as author_name', 'r.quote', 'r.prefix', 'r.suffix', 'r.body', 'r.in_reply_to', 'r.at', 'r.resolved_at', 'b.name as resolved_by_name'])
    .where('r.workspace_id', '=', workspaceId).where('r.page_id', '=', page.id).orderBy('r.at').orderBy('r.id').execute()
  return rows.map((row) => ({
    id: row.id, authorId: row.author_id, authorName: row.author_name, at: row.at.toString(), body: row.body, inReplyTo: row.in_reply_to,
    anchor: { quote: row.quote, prefix: row.prefix, suffix: row.suffix, ...standsAt(page.text, row) },
    resolvedAt: row.resolved_at?.toString() ?? null, resolvedByName: row.resolved_by_name, can: page.mayResolve && row.resolved_at === null && row.in_reply_to === null ? ['resolve'] : [],
  }))
}

/** Nowhere for an answer, which stands with what it answers. */
const standsAt = (text: string, anchor: { quote: string; prefix: string; suffix: string }) => (anchor.quote === '' ? null : placeOf(text, anchor)) ?? { start: null, end: null }

/** What readers said of a page where they used it: the last word of each counts, and what is wrong stays until it is dealt with. Index: page_use_of. */
export async function viewUses({ tx, actor: { workspaceId, personId } }: Looker, pageId: string): Promise<Pick<PageView, 'helped' | 'wrong' | 'mine'>> {
  const rows = await tx.selectFrom('page_use as u').innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'u.workspace_id').onRef('p.id', '=', 'u.person_id'))
    .select(['u.id', 'u.person_id', 'p.name', 'u.verdict', 'u.quote', 'u.note', 'u.at', 'u.settled_at']).where('u.workspace_id', '=', workspaceId).where('u.page_id', '=', pageId)
    .orderBy('u.at').orderBy('u.id').execute()
  const last = new Map(rows.map((row) => [row.person_id, row.verdict]))
  const wrong = rows.filter((row) => row.verdict === 'wrong' && row.settled_at === null)
  return {
    helped: [...last.values()].filter((verdict) => verdict === 'helped').length, mine: last.get(personId) ?? null,
    wrong: wrong.map((row) => ({ id: row.id, at: row.at.toString(), byName: row.name, quote: row.quote, note: row.note, mine: row.person_id === personId })),
  }
}
