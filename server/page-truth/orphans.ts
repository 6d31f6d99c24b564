import type { OutputOf } from '#contract/operation.ts'
import type { soleOwners } from '#contract/page-truth.ts'
import { absenceAt } from '#domain/time/cover.ts'
import { daysLater } from '#domain/time/dates.ts'
import { isBefore } from '#domain/time/spans.ts'
import { HORIZON_DAYS } from '#domain/time/types.ts'
import type { WorkCalendar } from '#domain/time/types.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import { isSeen, selectPages } from '#server/pages/public.ts'
import { calendarsOf, namesOf } from '#server/people/public.ts'
import type { PersonName } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { visibleSpaces } from '#server/spaces/public.ts'

type Orphan = OutputOf<typeof soleOwners>['items'][number]
type Looking = Pick<Act, 'tx' | 'actor' | 'now'>
type Owned = Omit<Orphan, 'ownerName' | 'why'> & { ownerIds: readonly string[] }
/** So many of each kind are looked through; a workspace with more has another trouble first. */
const MANY = 2000

/** What the actor sees of which every owner has left, or is away without an end. */
export async function viewOrphans(act: Looking): Promise<{ items: Orphan[] }> {
  const spaces = await visibleSpaces(act)
  const spaceIds = spaces.filter((space) => space.archived_at === null).map((space) => space.id)
  if (spaceIds.length === 0) return { items: [] }
  const owned = [...await ownedPages(act, spaceIds), ...await ownedDecisions(act, spaceIds), ...await ownedSpaces(act, spaces.filter(({ id }) => spaceIds.includes(id)))]
  const ids = [...new Set(owned.flatMap(({ ownerIds }) => ownerIds))]
  const [names, calendars] = await Promise.all([namesOf(act, ids), calendarsOf(act, ids)])
  return { items: owned.flatMap(({ ownerIds, ...one }) => whyAlone(act, ownerIds, { names, calendars }).map(({ ownerName, why }) => ({ ...one, ownerName, why: inWords(why, wordsOf(act)) }))) }
}

async function ownedPages(act: Looking, spaceIds: readonly string[]): Promise<Owned[]> {
  const rows = await selectPages(act).where('e.space_id', 'in', [...spaceIds]).where('p.owner_id', 'is not', null).orderBy('e.number').limit(MANY).execute()
  return rows.filter((row) => isSeen(act, row)).map((row) => ({ what: 'page', number: row.number, spaceId: row.space_id, title: row.title, ownerIds: [row.owner_id ?? ''] }))
}

/** Records that somebody minds, or minded until they left. */
async function ownedDecisions({ tx, actor: { workspaceId } }: Looking, spaceIds: readonly string[]): Promise<Owned[]> {
  const rows = await tx.selectFrom('decision as d').innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'd.workspace_id').onRef('e.id', '=', 'd.entry_id'))
    .select(['e.number', 'e.title', 'e.space_id', 'd.accountable_id']).where('d.workspace_id', '=', workspaceId).where('e.space_id', 'in', [...spaceIds]).where('e.deleted_at', 'is', null)
    .where('d.state', 'in', ['decided', 'provisional', 'expired']).orderBy('e.number').limit(MANY).execute()
  return rows.map((row) => ({ what: 'decision', number: row.number, spaceId: row.space_id ?? '', title: row.title, ownerIds: row.accountable_id === null ? [] : [row.accountable_id] }))
}

/** Spaces with the members that they have. */
async function ownedSpaces({ tx, actor: { workspaceId } }: Looking, spaces: readonly { id: string; name: string }[]): Promise<Owned[]> {
  const rows = await tx.selectFrom('space_member').select(['space_id', 'person_id']).where('workspace_id', '=', workspaceId).where('space_id', 'in', spaces.map(({ id }) => id)).execute()
  const members = Map.groupBy(rows, (row) => row.space_id)
  return spaces.map(({ id, name }) => ({ what: 'space', number: null, spaceId: id, title: name, ownerIds: (members.get(id) ?? []).map((row) => row.person_id) }))
}

type Known = { names: ReadonlyMap<string, PersonName>; calendars: ReadonlyMap<string, WorkCalendar> }

/** Why nobody is left who minds it: none or one reason. */
function whyAlone({ now }: Looking, ownerIds: readonly string[], { names, calendars }: Known): { ownerName: Orphan['ownerName']; why: Said }[] {
  const stays = (id: string): boolean => names.get(id)?.state !== 'deactivated'
  const here = ownerIds.filter(stays)
  const [last, ...others] = here.length > 0 ? here : ownerIds
  const name = last === undefined ? null : names.get(last)?.name ?? null
  if (last === undefined) return [{ ownerName: null, why: said`Who minded it has left.` }]
  if (here.length === 0) return [{ ownerName: others.length === 0 ? name : null, why: others.length > 0 ? said`Everybody who minded it has left.` : name === null ? said`Who minded it has left.` : said`${name} has left.` }]
  if (here.every((id) => isGoneForLong(now, calendars.get(id)))) return [{ ownerName: others.length === 0 ? name : null, why: others.length > 0 ? said`Everybody who minds it is away without an end.` : name === null ? said`Who minds it is away without an end.` : said`${name} is away without an end.` }]
  return []
}

/** An absence that goes on for a year and more has no end that anybody can plan with. */
function isGoneForLong(now: Temporal.Instant, calendar: WorkCalendar | undefined): boolean {
  const absence = calendar === undefined ? null : absenceAt(now, calendar)
  return absence !== null && !isBefore(absence.end, daysLater(now, HORIZON_DAYS - 1))
}
