import type { Answerers } from '#domain/asks/plan-ask.ts'
import type { Cast } from '#domain/asks/moment-words.ts'
import type { AgreementSettings } from '#domain/agreement/settings.ts'
import type { EscalationPath } from '#domain/asks/overdue.ts'
import type { PlaceRights } from '#domain/policy.ts'
import type { Span } from '#domain/time/types.ts'
import { readingOf, rightsIn } from '#server/attention/public.ts'
import type { Reading } from '#server/attention/public.ts'
import { namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'

type Looker = Pick<Act, 'tx' | 'actor' | 'now'>

/** Focus this far back and ahead may still move a clock. Unit: hours. */
const FOCUS_BEHIND_H = 14 * 24
const FOCUS_AHEAD_H = 120 * 24
/** Covers of covers are followed so often; longer chains end at nobody. */
const COVER_DEPTH = 4

/** What the rules need of the people who may be asked in one place: calendars with those of their covers, focus, rights and windows. */
export async function answerersOf(act: Looker, { place, askerId, personIds, settings }: { place: PlaceRights; askerId: string; personIds: readonly string[]; settings: AgreementSettings }): Promise<Answerers> {
  const [known] = await Promise.all([withCovers(act, personIds, windowAround(act.now)), whoSees(act, place, personIds)])
  return {
    askerId, mayAnswer: await whoSees(act, place, [...known.keys()]), stopsInFocus: settings.asks.clock_stops_in_focus, lands: (id, at) => known.get(id)?.lands(at) ?? at,
    readers: readersFrom(known),
  }
}

const windowAround = (now: Temporal.Instant): Span => ({ start: now.subtract({ hours: FOCUS_BEHIND_H }), end: now.add({ hours: FOCUS_AHEAD_H }) })
const readersFrom = (known: ReadonlyMap<string, Reading>): Answerers['readers'] => new Map([...known].map(([id, { calendar, focus }]) => [id, { id, calendar, focus }]))

/** Working time and focus of people whose clocks run. */
export async function clockReaders(act: Looker, personIds: readonly string[]): Promise<Answerers['readers']> {
  return readersFrom(await readingOf(act, personIds, windowAround(act.now)))
}

/** Active people of these who may see a place. */
export async function whoSees(act: Looker, place: PlaceRights, personIds: readonly string[]): Promise<Set<string>> {
  return (await rightsIn(act, place.id, personIds)).maySee
}

async function withCovers(act: Looker, personIds: readonly string[], window: Span): Promise<Map<string, Reading>> {
  const known = new Map<string, Reading>()
  let missing = [...new Set(personIds)]
  for (let depth = 0; depth <= COVER_DEPTH && missing.length > 0; depth += 1) {
    for (const [id, reading] of await readingOf(act, missing, window)) known.set(id, reading)
    const covers = [...known.values()].flatMap(({ calendar: { absences } }) => absences.flatMap(({ coverId }) => coverId ?? []))
    missing = [...new Set(covers)].filter((id) => !known.has(id))
  }
  return known
}

/** Names and zones for sentences. */
export async function castOf(act: Looker, personIds: Iterable<string | null>): Promise<Cast> {
  return namesOf(act, [...personIds].filter((id) => id !== null))
}

/** The agreement's way for what nobody answers: people by their address, and who holds the role. Unknown ones are left out. */
export async function pathOf(act: Looker, { urgent }: AgreementSettings): Promise<EscalationPath> {
  const { workspaceId } = act.actor
  const addresses = urgent.people.map((address) => address.toLowerCase())
  const [people, holders] = await Promise.all([
    addresses.length === 0 ? [] : act.tx.selectFrom('person').select(['id', 'email']).where('workspace_id', '=', workspaceId).where('state', '=', 'active')
      .where((is) => is(is.fn<string>('lower', ['email']), 'in', addresses)).execute(),
    urgent.role === '' ? [] : act.tx.selectFrom('team_role as r').innerJoin('team_role_holder as h', (join) => join.onRef('h.workspace_id', '=', 'r.workspace_id').onRef('h.role_id', '=', 'r.id'))
      .select('h.person_id').where('r.workspace_id', '=', workspaceId).where((is) => is(is.fn<string>('lower', ['r.name']), '=', urgent.role.toLowerCase()))
      .where('r.archived_at', 'is', null).orderBy('h.person_id').execute(),
  ])
  const byAddress = new Map(people.map((person) => [person.email.toLowerCase(), person.id]))
  return {
    personIds: addresses.flatMap((address) => byAddress.get(address) ?? []), stepMinutes: urgent.step_minutes,
    role: urgent.role === '' ? null : { name: urgent.role, holderIds: holders.map((row) => row.person_id) },
  }
}
