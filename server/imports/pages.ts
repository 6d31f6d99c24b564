import { createHash } from 'node:crypto'
import type { sendPages as sendPagesOperation } from '#contract/imports.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { insertPage } from '#server/pages/public.ts'
import type { Act } from '#server/platform/act.ts'
import { spaceFor } from '#server/spaces/public.ts'
import type { Space } from '#server/spaces/public.ts'
import { count, runningFor } from './commands.ts'
import { settlePlaces } from './places.ts'
import { itemsOf } from './queries.ts'
import type { RunRow } from './queries.ts'

type PageFile = InputOf<typeof sendPagesOperation>['pages'][number]

/**
 * Writes Markdown files as pages of kind reference, each below its parent; what is here already stays as it is, and is said
 * to differ where its file was changed since. Nobody is told, and nothing is new to anybody.
 * @throws {Refusal} `bad_input` for a parent that was not sent, `conflict` once the run is finished
 */
export async function sendPages(act: Act, { id, place, pages }: InputOf<typeof sendPagesOperation>): Promise<OutputOf<typeof sendPagesOperation>> {
  const run = await runningFor(act, id)
  const { ids, made } = await settlePlaces(act, run.source, { places: [place], spaceId: run.space_id })
  const space = await spaceFor(joined(act, made > 0 ? ids.get(place.key) : undefined), ids.get(place.key) ?? '', 'space.write')
  const keys = [...new Set(pages.flatMap(({ path, parent }) => parent === null ? [path] : [path, parent]))]
  const known = await itemsOf(act, run.source, ['page'], keys)
  const before = new Set(known.keys())
  for (const page of pages) {
    if (known.has(page.path)) continue
    const parent = page.parent === null ? null : known.get(page.parent)
    if (parent === undefined) throw new Refusal('bad_input', said`${page.path} stands below ${page.parent ?? ''}, which was not sent.`, said`Send parents before what stands below them.`)
    known.set(page.path, { entryId: await write(act, run, { page, space, parentId: parent?.entryId ?? null }), replyId: null, hash: hashOf(page.text) })
  }
  const brought = new Set(pages.map(({ path }) => path).filter((path) => !before.has(path))).size
  return { counts: await count(act, run, { pages: brought, known: new Set(pages.map(({ path }) => path)).size - brought, spaces: made }), pages: await standing(act, pages, known) }
}

/** Who has just made a space is in it. */
function joined(act: Act, spaceId: string | undefined): Act {
  return spaceId === undefined ? act : { ...act, actor: { ...act.actor, memberOf: new Set([...act.actor.memberOf, spaceId]) } }
}

async function write(act: Act, run: RunRow, { page, space, parentId }: { page: PageFile; space: Space; parentId: string | null }): Promise<string> {
  const { workspaceId, personId } = act.actor
  const written = page.at === null ? act.now : Temporal.Instant.from(page.at)
  const at = Temporal.Instant.compare(written, act.now) > 0 ? act.now : written
  const { id } = await insertPage(act, { space, kind: 'reference', title: page.title.trim(), text: page.text, at, parentId, tags: page.tags, ownerId: null, source: { path: page.path, importedBy: personId }, how: 'imported' })
  await act.tx.updateTable('thread').set({ via: 'import', known_seq: 0 }).where('workspace_id', '=', workspaceId).where('entry_id', '=', id).execute()
  await act.tx.insertInto('import_item').values({ workspace_id: workspaceId, source: run.source, kind: 'page', key: page.path, run_id: run.id, entry_id: id, reply_id: null, hash: hashOf(page.text) }).execute()
  return id
}

/** How each page stands to its file: `differs` compares with what was imported first. */
async function standing(act: Act, pages: readonly PageFile[], known: ReadonlyMap<string, { entryId: string; hash: string | null }>) {
  const { workspaceId } = act.actor
  const ids = pages.flatMap(({ path }) => known.get(path)?.entryId ?? [])
  const rows = await act.tx.selectFrom('page as p').innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'p.workspace_id').onRef('e.id', '=', 'p.entry_id'))
    .select(['p.entry_id', 'p.text', 'e.number']).where('p.workspace_id', '=', workspaceId).where('p.entry_id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.entry_id, row]))
  return pages.flatMap(({ path, text }) => {
    const item = known.get(path)
    const row = byId.get(item?.entryId ?? '')
    return row ? [{ path, number: row.number, unlinked: row.text === text, differs: item?.hash !== hashOf(text) }] : []
  })
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
