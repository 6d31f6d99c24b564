import type { DecisionState } from '#domain/decisions/decision-table.ts'
import { localDate } from '#domain/time/local.ts'
import { namesOf } from '#server/people/public.ts'
import { isSeen, partsOf, selectHeads } from '../queries.ts'
import type { HeadRow, Looker, Parts } from '../queries.ts'
import { heldCall } from '../rows.ts'
import { relativePath } from './links.ts'
import { sourcesOf } from './shelf.ts'
import type { SourceRow } from './shelf.ts'

export type Linked = { from_id: string; to_id: string; how: 'supersedes' | 'depends_on' }
/** What files of these decisions name besides: the files that they came from, people, and other decisions. */
export type Around = { sources: Map<string, SourceRow>; parts: Map<string, Parts>; links: Linked[]; others: Map<string, HeadRow>; names: Awaited<ReturnType<typeof namesOf>> }

export async function aroundOf(act: Looker, rows: readonly HeadRow[]): Promise<Around> {
  const ids = rows.map((row) => row.entry_id)
  const { workspaceId } = act.actor
  const links = ids.length === 0 ? [] : await act.tx.selectFrom('decision_link').select(['from_id', 'to_id', 'how']).where('workspace_id', '=', workspaceId).where((is) => is.or([is('from_id', 'in', ids), is('to_id', 'in', ids)])).orderBy('at').orderBy('to_id').execute()
  const all = [...new Set([...ids, ...links.flatMap((link) => [link.from_id, link.to_id])])]
  const others = all.length === 0 ? [] : await selectHeads(act).where('d.entry_id', 'in', all).execute()
  const parts = await partsOf(act, ids)
  const people = rows.flatMap((row) => [...(row.accountable_id === null ? [] : [row.accountable_id]), ...(heldCall(row)?.objections.map(({ personId }) => personId) ?? [])]).concat([...parts.values()].flatMap((one) => one.people.map(({ person_id }) => person_id)))
  return { links, parts, sources: await sourcesOf(act, all), others: new Map(others.filter((one) => isSeen(act, one)).map((one) => [one.entry_id, one])), names: await namesOf(act, people) }
}

/** What a status comes down to; files that say the same stay as they are. */
export const CLASSES: Readonly<Record<DecisionState, string>> = {
  draft: 'proposed', open: 'proposed', call_needed: 'proposed', ready: 'proposed', decided: 'accepted', provisional: 'provisional', expired: 'expired', withdrawn: 'rejected', lapsed: 'rejected', superseded: 'superseded', deprecated: 'deprecated',
}

export const nameOf = (id: string, { names }: Around): string => names.get(id)?.name ?? 'Somebody who is not here any more'
export const zoneOf = (row: HeadRow, { names }: Around): string => names.get(row.accountable_id ?? '')?.zone ?? 'UTC'

/** The status in the words of MADR; what holds for a while says until when. */
export function statusOf(row: HeadRow, path: string, around: Around): string {
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
export const linkLines = (row: HeadRow, path: string, around: Around, links: readonly Linked[]): string[] =>
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
