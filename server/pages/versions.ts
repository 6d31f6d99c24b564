import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { PageView, pageVersion, pageVersions, restorePageVersion } from '#contract/pages.ts'
import { diffLines } from '#domain/agreement/line-diff.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { pageOf, readCursor } from '#server/platform/http/cursor.ts'
import { saveOn } from './keep.ts'
import { pageFor, pageForChange } from './queries.ts'
import type { Looker, Reading } from './queries.ts'
import { viewPage } from './views.ts'

const selectVersions = ({ tx, actor: { workspaceId } }: Looker, pageId: string) => tx.selectFrom('page_version as v')
  .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'v.workspace_id').onRef('p.id', '=', 'v.by_id'))
  .select(['v.version', 'v.at', 'v.by_id', 'p.name', 'v.title', 'v.note', 'v.how', 'v.restored_from', 'v.added', 'v.removed']).where('v.workspace_id', '=', workspaceId).where('v.page_id', '=', pageId)
type Row = Awaited<ReturnType<ReturnType<typeof selectVersions>['executeTakeFirstOrThrow']>>

const shape = (row: Row) => ({
  version: row.version, at: row.at.toString(), byId: row.by_id, byName: row.name, title: row.title, note: row.note, how: row.how, restoredFrom: row.restored_from, added: row.added, removed: row.removed,
})

/** What was saved of a page, newest first, without the texts. */
export async function viewVersions(act: Reading, { number, cursor, limit }: InputOf<typeof pageVersions>): Promise<OutputOf<typeof pageVersions>> {
  const { entry_id: id } = await pageFor(act, number)
  const after = cursor === undefined ? null : versionIn(cursor)
  let query = selectVersions(act, id)
  if (after !== null) query = query.where('v.version', '<', after)
  const rows = await query.orderBy('v.version', 'desc').limit(limit + 1).execute()
  return pageOf(rows, limit, { keyset: (row) => ({ at: Temporal.Instant.fromEpochMilliseconds(row.version), id }), item: shape })
}

/** Versions count up from 1 without a gap, so that the number alone says where a page of them ended. */
const versionIn = (cursor: string): number => readCursor(cursor).at.epochMilliseconds

/** A page as it was, and the lines in which it differs from the version before, or from another. @throws {Refusal} `not_found` */
export async function viewVersion(act: Reading, { number, version, against: asked }: InputOf<typeof pageVersion>): Promise<OutputOf<typeof pageVersion>> {
  const { entry_id: id } = await pageFor(act, number)
  const one = await versionFor(act, id, version)
  const against = asked ?? (version > 1 ? version - 1 : null)
  const before = against === null ? null : await versionFor(act, id, against)
  return { ...shape(one), text: one.text, against, lines: before === null ? one.text.split('\n').map((text) => ({ kind: 'added', text })) : diffLines(before.text, one.text) }
}

async function versionFor(act: Looker, pageId: string, version: number): Promise<Row & { text: string }> {
  const row = await selectVersions(act, pageId).select('v.text').where('v.version', '=', version).executeTakeFirst()
  if (row) return row
  throw new Refusal('not_found', said`This page has no version ${String(version)}.`, said`Choose one from its history.`)
}

/** Makes an earlier text the newest, with its title; what came between stays in the history. */
export async function restoreVersion(act: Act, { number, version, note }: InputOf<typeof restorePageVersion>): Promise<PageView> {
  const row = await pageForChange(act, number)
  const old = await versionFor(act, row.entry_id, version)
  if (old.text === row.text && old.title === row.title) throw new Refusal('conflict', said`The page reads as version ${String(version)} did.`, said`Choose another version.`)
  await saveOn(act, row, { text: old.text, title: old.title, how: 'restored', note, restoredFrom: version })
  return viewPage(act, number)
}
