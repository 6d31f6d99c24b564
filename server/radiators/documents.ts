import { tldrOf } from '#domain/handoffs/tldr.ts'
import type { Document } from '#domain/radiators/facts.ts'
import { listDecisions } from '#server/decisions/public.ts'
import { linkCounts } from '#server/links/public.ts'
import { isSeen, selectPages, selectWholePages, viewHeads } from '#server/pages/public.ts'
import type { PageKind } from '#domain/pages/kinds.ts'
import { sql } from 'kysely'
import type { Looking } from './people.ts'

/** So many pages and decisions, the newest of each, are weighed. */
const WEIGHED_MAX = 200
/** Forewords beyond these would be a chapter. */
const FOREWORDS_MAX = 3

/** Pages, and decisions that hold, in these spaces; `linked` by entries that the reader may see. */
export async function documentsIn(act: Looking, spaceIds: readonly string[]): Promise<Document[]> {
  if (spaceIds.length === 0) return []
  const [pages, decisions] = [await pagesIn(act, spaceIds), await recordsIn(act, spaceIds)]
  const documents = [...pages, ...decisions]
  const [counts, gists] = await Promise.all([linkCounts(act, documents.map(({ number }) => number), spaceIds), gistsOf(act, documents.map(({ number }) => number))])
  return documents.map((document) => ({ ...document, gist: document.kind === 'decision' ? document.gist : gists.get(document.number) ?? '', links: counts.get(document.number) ?? 0 }))
}

async function pagesIn(act: Looking, spaceIds: readonly string[]): Promise<Document[]> {
  const rows = await selectPages(act).where('e.space_id', 'in', [...spaceIds]).orderBy('p.edited_at', 'desc').orderBy('p.entry_id').limit(WEIGHED_MAX).execute()
  return (await viewHeads(act, rows.filter((row) => isSeen(act, row)))).map((page) => ({
    number: page.number, title: page.title, gist: '', kind: page.kind, spaceId: page.spaceId, spaceName: page.spaceName, ownerId: page.ownerId, ownerName: page.ownerName,
    at: Temporal.Instant.from(page.editedAt), truth: page.truth, links: 0,
  }))
}

async function recordsIn(act: Looking, spaceIds: readonly string[]): Promise<Document[]> {
  const lists = await Promise.all(spaceIds.length === 1 ? [listDecisions(act, { of: 'records', limit: WEIGHED_MAX, spaceId: spaceIds[0] })] : [listDecisions(act, { of: 'records', limit: WEIGHED_MAX })])
  const within = new Set(spaceIds)
  return lists.flatMap(({ items }) => items).filter((one) => (one.state === 'decided' || one.state === 'provisional') && within.has(one.spaceId)).map((one) => ({
    number: one.number, title: one.title, gist: one.chosen ?? '', kind: 'decision' as const, spaceId: one.spaceId, spaceName: one.spaceName, ownerId: one.accountableId, ownerName: one.accountableName,
    at: Temporal.Instant.from(one.decidedAt ?? one.createdAt), truth: 'unverified' as const, links: 0,
  }))
}

async function gistsOf({ tx, actor: { workspaceId } }: Looking, numbers: readonly number[]): Promise<Map<number, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await tx.selectFrom('entry').select(['number', 'tldr']).where('workspace_id', '=', workspaceId).where('number', 'in', [...numbers]).execute()
  return new Map(rows.map((row) => [row.number, tldrOf(row.tldr)]))
}

export type Foreword = { number: number; title: string; text: string; editedByName: string }

/** Pages of a kind that somebody wrote in these spaces: they stand before what is made. */
export async function forewords(act: Looking, kind: PageKind, spaceIds: readonly string[]): Promise<Foreword[]> {
  if (spaceIds.length === 0) return []
  const rows = await selectWholePages(act).where('p.kind', '=', kind).where('e.space_id', 'in', [...spaceIds]).where(sql<boolean>`s.archived_at is null`).orderBy('p.position').orderBy('e.number').limit(FOREWORDS_MAX).execute()
  const seen = rows.filter((row) => isSeen(act, row))
  const heads = new Map((await viewHeads(act, seen)).map((head) => [head.number, head]))
  return seen.map(({ number, title, text }) => ({ number, title, text, editedByName: heads.get(number)?.editedByName ?? '' }))
}
