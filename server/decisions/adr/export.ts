import { isDeepStrictEqual } from 'node:util'
import type { exportAdr, readAdr as readAdrOperation } from '#contract/decisions.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { RECORD_STATES } from '#domain/decisions/decision-table.ts'
import { fileNameOf } from '#domain/decisions/file-name.ts'
import { localDate } from '#domain/time/local.ts'
import { pageOf, readCursor } from '#server/platform/http/cursor.ts'
import { spaceFor } from '#server/spaces/public.ts'
import { sql } from 'kysely'
import { ownerOf } from '../owner.ts'
import { decisionFor, selectDecisions } from '../queries.ts'
import type { DecisionRow, Looker } from '../queries.ts'
import { heldCall } from '../rows.ts'
import { aroundOf, CLASSES, linkLines, nameOf, statusOf, zoneOf } from './around.ts'
import type { Around, Linked } from './around.ts'
import { freshFront, keptFront } from './front-of.ts'
import type { CameAs, FrontGiven, Named } from './front-of.ts'
import { readFront } from './front-matter.ts'
import { patchAdr } from './patch.ts'
import type { AdrChange } from './patch.ts'
import { matchPeople } from './people.ts'
import { readAdr } from './read.ts'
import { everybody } from './shelf.ts'
import type { SourceRow } from './shelf.ts'
import { writeMadr } from './write.ts'
import type { Written } from './write.ts'

type File = OutputOf<typeof readAdrOperation>

/** The records of a space as files, in the order in which they were written here. */
export async function viewExport(act: Looker, { spaceId, cursor, limit }: InputOf<typeof exportAdr>): Promise<OutputOf<typeof exportAdr>> {
  const space = await spaceFor(act, spaceId, 'space.see')
  const after = cursor === undefined ? null : readCursor(cursor)
  let query = selectDecisions(act).where('e.space_id', '=', space.id).where((is) => is.or([
    is.and([is('d.state', 'in', [...RECORD_STATES]), is('d.file_name', 'is not', null)]),
    is.exists(is.selectFrom('decision_source as f').select('f.path').whereRef('f.workspace_id', '=', 'd.workspace_id').whereRef('f.decision_id', '=', 'd.entry_id')),
  ]))
  if (after) query = query.where(sql<boolean>`(d.created_at, d.entry_id) > (${after.at.toString()}::timestamptz, ${after.id}::uuid)`)
  const rows = await query.orderBy('d.created_at').orderBy('d.entry_id').limit(limit + 1).execute()
  const files = await filesOf(act, rows.slice(0, limit))
  const page = pageOf(rows, limit, { keyset: (row) => ({ at: row.created_at, id: row.entry_id }), item: (row) => ({ number: row.number, file: files.get(row.entry_id) }) })
  return { items: page.items.flatMap(({ number, file }) => file ? [{ number, ...file }] : []), next: page.next }
}

/** One decision as a file; what is not decided yet says that it is proposed. */
export async function viewAdr(act: Looker, { number }: { number: number }): Promise<File> {
  const row = await decisionFor(act, number)
  const file = (await filesOf(act, [row])).get(row.entry_id)
  if (!file) throw new Error(`Decision ${number} gave no file.`)
  return file
}

/** Decisions as files, by id: imported ones as they came, with status and links of today; the others as MADR. */
export async function filesOf(act: Looker, rows: readonly DecisionRow[]): Promise<Map<string, File>> {
  const around = await aroundOf(act, rows)
  const files = rows.map((row) => fileOf(row, around))
  const people = files.some(({ came, written }) => came !== null && written === null) ? await everybody(act) : []
  return new Map(files.map(({ row, path, came, written }): [string, File] => {
    const { text, kept } = written ?? madr(row, path, around, came && { ...came, people })
    return [row.entry_id, { path, text, kept: kept.map((span) => ({ ...span })) }]
  }))
}

type OneFile = { row: DecisionRow; path: string; came: Omit<CameAs, 'people'> | null; written: Written | null }

/** A decision and the file that it came from, as it came; `written` is null where the text was changed here since, so that it has to be written anew. */
function fileOf(row: DecisionRow, around: Around): OneFile {
  const source = around.sources.get(row.entry_id)
  if (!source) return { row, path: row.file_name ?? fileNameOf(row.adr_number ?? 0, row.title), came: null, written: null }
  const { path, text } = source
  const record = readAdr(path, text)
  const { status, links } = movesOf(row, source, around)
  const asItCame = row.version === FIRST_VERSION || isDeepStrictEqual(json(record.content), json(row.content))
  return { row, path, came: { record, front: readFront(text), statusStays: status === null }, written: asItCame ? patchAdr(text, record, { status, links }) : null }
}
/** What was never edited here has the text that it came with, however files are read today. */
const FIRST_VERSION = 1

/** What happened here since it came: its status, and links that no file states. */
function movesOf(row: DecisionRow, source: SourceRow, around: Around): AdrChange {
  const stated = (link: Linked): boolean => states(around.sources.get(link.from_id), link.how, link.to_id) || states(around.sources.get(link.to_id), link.how === 'supersedes' ? 'superseded_by' : 'needed_by', link.from_id)
  const fresh = around.links.filter((link) => !stated(link))
  const superseded = row.state === 'superseded' && fresh.some((link) => link.to_id === row.entry_id && link.how === 'supersedes')
  const status = superseded || CLASSES[row.state] !== CLASSES[source.state] ? statusOf(row, source.path, around) : null
  return { status, links: linkLines(row, source.path, around, fresh) }
}

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const states = (source: SourceRow | undefined, how: string, to: string): boolean => source?.links.some((link) => link.how === how && link.to === to) ?? false

function madr(row: DecisionRow, path: string, around: Around, came: CameAs | null): Written {
  const call = heldCall(row)
  const given = frontOf(row, path, around, came)
  return writeMadr({
    content: row.content, front: came === null ? freshFront(given) : keptFront(given, came), chosenOptionId: row.chosen_option, links: linkLines(row, path, around, around.links), reviewOn: row.review_on, triggers: row.triggers,
    onRecord: call === null ? [] : [...call.objections.map(({ personId, text }) => ({ who: nameOf(personId, around), text })), { who: 'What the call came to', text: call.outcome }],
  })
}

/** What front matter says of it; names of the file that are nobody here stay in it. */
function frontOf(row: DecisionRow, path: string, around: Around, came: CameAs | null): FrontGiven {
  const { people } = around.parts.get(row.entry_id) ?? { people: [] }
  const inRole = (role: string): string[] => people.filter((one) => one.role === role).map((one) => one.person_id)
  const named = (ids: readonly string[], others: readonly string[]): Named => ({ ids, names: [...new Set([...ids.map((id) => nameOf(id, around)), ...others])] })
  const others = (names: readonly string[] | undefined): readonly string[] => came === null ? [] : matchPeople(names ?? [], came.people).rest
  const owner = ownerOf(row)
  return {
    title: row.content.title, status: statusOf(row, path, around), date: row.decided_at === null ? null : localDate(row.decided_at, zoneOf(row, around)), tags: row.tags,
    deciders: named([...new Set([...owner === null ? [] : [owner], ...inRole('responsible')])], row.deciders), consulted: named(inRole('consulted'), others(came?.record.consulted)), informed: named(inRole('informed'), others(came?.record.informed)),
  }
}
