import { isDeepStrictEqual } from 'node:util'
import type { exportAdr, readAdr as readAdrOperation } from '#contract/decisions.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { RECORD_STATES } from '#domain/decisions/decision-table.ts'
import type { DecisionState } from '#domain/decisions/decision-table.ts'
import { fileNameOf } from '#domain/decisions/file-name.ts'
import { localDate } from '#domain/time/local.ts'
import { namesOf } from '#server/people/public.ts'
import { pageOf, readCursor } from '#server/platform/http/cursor.ts'
import { spaceFor } from '#server/spaces/public.ts'
import { sql } from 'kysely'
import { decisionFor, isSeen, partsOf, selectDecisions } from '../queries.ts'
import type { DecisionRow, Looker, Parts } from '../queries.ts'
import { heldCall } from '../rows.ts'
import { relativePath } from './links.ts'
import { patchAdr } from './patch.ts'
import { readAdr } from './read.ts'
import { sourcesOf } from './shelf.ts'
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

type Linked = { from_id: string; to_id: string; how: 'supersedes' | 'depends_on' }
type Around = { sources: Map<string, SourceRow>; parts: Map<string, Parts>; links: Linked[]; others: Map<string, DecisionRow>; names: Awaited<ReturnType<typeof namesOf>> }

/** Decisions as files, by id: imported ones as they came, with status and links of today; the others as MADR. */
export async function filesOf(act: Looker, rows: readonly DecisionRow[]): Promise<Map<string, File>> {
  const around = await aroundOf(act, rows)
  return new Map(rows.map((row): [string, File] => {
    const source = around.sources.get(row.entry_id)
    const path = source?.path ?? row.file_name ?? fileNameOf(row.adr_number ?? 0, row.title)
    const written = (source && patched(row, source, around)) ?? madr(row, path, around)
    return [row.entry_id, { path, text: written.text, kept: written.kept.map((span) => ({ ...span })) }]
  }))
}

async function aroundOf(act: Looker, rows: readonly DecisionRow[]): Promise<Around> {
  const ids = rows.map((row) => row.entry_id)
  const { workspaceId } = act.actor
  const links = ids.length === 0 ? [] : await act.tx.selectFrom('decision_link').select(['from_id', 'to_id', 'how']).where('workspace_id', '=', workspaceId).where((is) => is.or([is('from_id', 'in', ids), is('to_id', 'in', ids)])).orderBy('at').orderBy('to_id').execute()
  const all = [...new Set([...ids, ...links.flatMap((link) => [link.from_id, link.to_id])])]
  const others = all.length === 0 ? [] : await selectDecisions(act).where('d.entry_id', 'in', all).execute()
  const parts = await partsOf(act, ids)
  const people = rows.flatMap((row) => [...(row.accountable_id === null ? [] : [row.accountable_id]), ...(heldCall(row)?.objections.map(({ personId }) => personId) ?? [])]).concat([...parts.values()].flatMap((one) => one.people.map(({ person_id }) => person_id)))
  return { links, parts, sources: await sourcesOf(act, all), others: new Map(others.filter((one) => isSeen(act, one)).map((one) => [one.entry_id, one])), names: await namesOf(act, people) }
}

/** What a status comes down to; files that say the same stay as they are. */
const CLASSES: Readonly<Record<DecisionState, string>> = {
  draft: 'proposed', open: 'proposed', call_needed: 'proposed', ready: 'proposed', decided: 'accepted', provisional: 'provisional', expired: 'expired', withdrawn: 'rejected', lapsed: 'rejected', superseded: 'superseded', deprecated: 'deprecated',
}

/** The file as it came; null where the text was changed here since, so that it has to be written anew. */
function patched(row: DecisionRow, source: SourceRow, around: Around): Written | null {
  const record = readAdr(source.path, source.text)
  if (!isDeepStrictEqual(json(record.content), json(row.content))) return null
  const stated = (link: Linked): boolean => states(around.sources.get(link.from_id), link.how, link.to_id) || states(around.sources.get(link.to_id), link.how === 'supersedes' ? 'superseded_by' : 'needed_by', link.from_id)
  const fresh = around.links.filter((link) => !stated(link))
  const superseded = row.state === 'superseded' && fresh.some((link) => link.to_id === row.entry_id && link.how === 'supersedes')
  const status = superseded || CLASSES[row.state] !== CLASSES[source.state] ? statusOf(row, source.path, around) : null
  return patchAdr(source.text, record, { status, links: linkLines(row, source.path, around, fresh) })
}

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const states = (source: SourceRow | undefined, how: string, to: string): boolean => source?.links.some((link) => link.how === how && link.to === to) ?? false

function madr(row: DecisionRow, path: string, around: Around): Written {
  const { people } = around.parts.get(row.entry_id) ?? { people: [] }
  const named = (role: string): string[] => people.filter((one) => one.role === role).map((one) => nameOf(one.person_id, around))
  const zone = zoneOf(row, around)
  const call = heldCall(row)
  return writeMadr({
    content: row.content, status: statusOf(row, path, around), date: row.decided_at === null ? null : localDate(row.decided_at, zone), chosenOptionId: row.chosen_option, tags: row.tags,
    deciders: [...new Set([...(row.accountable_id === null ? [] : [nameOf(row.accountable_id, around)]), ...named('responsible'), ...row.deciders])], consulted: named('consulted'), informed: named('informed'),
    links: linkLines(row, path, around, around.links), reviewOn: row.review_on, triggers: row.triggers,
    onRecord: call === null ? [] : [...call.objections.map(({ personId, text }) => ({ who: nameOf(personId, around), text })), { who: 'What the call came to', text: call.outcome }],
  })
}

const nameOf = (id: string, { names }: Around): string => names.get(id)?.name ?? 'Somebody who is not here any more'
const zoneOf = (row: DecisionRow, { names }: Around): string => names.get(row.accountable_id ?? '')?.zone ?? 'UTC'

/** The status in the words of MADR; what holds for a while says until when. */
function statusOf(row: DecisionRow, path: string, around: Around): string {
  const until = row.provisional_until === null ? '' : localDate(row.provisional_until.subtract({ seconds: 1 }), zoneOf(row, around))
  switch (CLASSES[row.state]) {
    case 'provisional': return `accepted, provisionally until ${until}`
    case 'expired': return until === '' ? 'expired' : `expired, held until ${until}`
    case 'superseded': {
      const newer = around.links.filter((link) => link.how === 'supersedes' && link.to_id === row.entry_id).flatMap((link) => nameFile(link.from_id, path, around))
      return newer.length === 0 ? 'superseded' : `superseded by ${newer.join(', ')}`
    }
    default: return CLASSES[row.state]
  }
}

const VERBS = { supersedes: 'Supersedes', depends_on: 'Depends on' } as const
const linkLines = (row: DecisionRow, path: string, around: Around, links: readonly Linked[]): string[] =>
  links.filter((link) => link.from_id === row.entry_id).flatMap((link) => nameFile(link.to_id, path, around).map((name) => `${VERBS[link.how]} ${name}`))

/** How one file names another; nothing for what the reader may not see. */
function nameFile(id: string, from: string, { others, sources }: Around): string[] {
  const other = others.get(id)
  if (!other) return []
  const path = sources.get(id)?.path ?? other.file_name
  const label = other.adr_number === null ? (path ?? `#${other.number}`).replace(/^.*\//, '').replace(/\.md$/, '') : `ADR-${String(other.adr_number).padStart(NUMBER_DIGITS, '0')}`
  return [path === null ? label : `[${label}](${relativePath(from, path)})`]
}
const NUMBER_DIGITS = 4
