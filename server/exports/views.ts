import type { exportFiles } from '#contract/exports.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { RECORD_STATES } from '#domain/decisions/decision-table.ts'
import { isExportPath } from '#domain/exports/names.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { decisionFiles } from '#server/decisions/public.ts'
import { castFor } from './cast.ts'
import type { Cast, Looker } from './cast.ts'
import { attachmentPath, entryFile, entryPath, linkedBeside } from './entry-file.ts'
import type { ExportedFile, Names } from './entry-file.ts'
import { entriesAfter, loadAll } from './load.ts'
import type { Loaded } from './load.ts'
import { PARTS } from './parts.ts'
import { workspaceFiles } from './workspace-files.ts'

/** An answer ends after about so much text, however few entries that are. Unit: characters. */
const ENOUGH = 4_000_000
/** Longest number in a cursor. Unit: digits. */
const CURSOR = /^n\d{1,15}$/

type Page = OutputOf<typeof exportFiles>

/** Everything that the actor may see, entry after entry by number; the first page begins with what is of the whole workspace. */
export async function viewExport(act: Looker, { cursor, limit }: InputOf<typeof exportFiles>): Promise<Page> {
  if (cursor !== undefined && !CURSOR.test(cursor)) throw new Refusal('bad_input', said`This cursor was not made by Longhand.`, said`Take it from \`next\` of the page before, or leave it out to begin again.`)
  const cast = await castFor(act)
  const rows = await entriesAfter(act, { after: cursor === undefined ? 0 : Number(cursor.slice(1)), spaceIds: cast.spaces.map(({ id }) => id), limit })
  const loaded = await loadAll(act, rows.slice(0, limit))
  const records = await recordsOf(act, loaded)
  const names = await namesFor(act, cast, loaded)
  const page: Page = { files: cursor === undefined ? await workspaceFiles(act, cast) : [], attachments: [], next: null }
  let size = 0
  for (const [at, one] of loaded.entries()) {
    const files = filesOf(one, names, records)
    page.files.push(...files)
    page.attachments.push(...attachmentsOf(one, names))
    size += files.reduce((sum, { text }) => sum + text.length, 0)
    if (at + 1 < rows.length && (size > ENOUGH || at + 1 === loaded.length)) return { ...page, next: `n${one.entry.number}` }
  }
  return page
}

function filesOf(one: Loaded, names: Names, records: ReadonlyMap<string, ExportedFile>): ExportedFile[] {
  const record = records.get(one.entry.id)
  const folder = names.folder(one.entry.space_id)
  if (!record) return [entryFile(one, names, null)]
  const wanted = `decisions/${record.path}`
  const path = isExportPath(wanted) ? wanted : `decisions/${entryPath(one, names).split('/').at(-1) ?? ''}`
  const up = '../'.repeat(path.split('/').length - 1)
  return [entryFile(one, names, path), { path: `${folder}/${path}`, text: linkedBeside(one, up)(record.text) }]
}

function attachmentsOf({ entry, files }: Loaded, names: Names): Page['attachments'] {
  const paths = new Map(files.map((file) => [`${names.folder(entry.space_id)}/${attachmentPath(file)}`, file]))
  return [...paths].map(([path, { id, size, sha256 }]) => ({ path, id, size, sha256 }))
}

const RECORDED: ReadonlySet<string> = new Set(RECORD_STATES)

/** Decisions that are on record, or came as one, as MADR. */
async function recordsOf(act: Looker, loaded: readonly Loaded[]): Promise<Map<string, ExportedFile>> {
  const recorded = loaded.filter(({ parts }) => {
    const [decision] = parts.get('decision') ?? []
    return decision !== undefined && ((RECORDED.has(String(decision['state'])) && decision['file_name'] !== null) || (parts.get('source') ?? []).length > 0)
  })
  return decisionFiles(act, recorded.map(({ entry }) => entry.id))
}

/** Numbers of the entries that these ones point at, as far as the actor may see them. */
async function namesFor(act: Looker, cast: Cast, loaded: readonly Loaded[]): Promise<Names> {
  const ids = new Set(loaded.map(({ entry }) => entry.id))
  for (const { parts, replies } of loaded) {
    for (const { name, columns } of PARTS) for (const row of parts.get(name) ?? []) for (const [column, how] of Object.entries(columns)) if (how === 'entry' && typeof row[column] === 'string') ids.add(row[column])
    for (const { ask_id: id } of replies) if (typeof id === 'string') ids.add(id)
  }
  const seen = await act.tx.selectFrom('entry').select(['id', 'number']).where('workspace_id', '=', act.actor.workspaceId).where('id', 'in', [...ids])
    .where('deleted_at', 'is', null).where('space_id', 'in', cast.spaces.map(({ id }) => id)).execute()
  const numbers = new Map(seen.map(({ id, number }) => [id, number]))
  return { ...cast, entry: (id) => numbers.get(id) ?? null }
}
