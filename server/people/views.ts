import type { PersonView, listPeople, readOverlap } from '#contract/people.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { overlapSentence } from '#domain/people/overlap-words.ts'
import { availabilityLine } from '#domain/time/availability.ts'
import { startOfDate } from '#domain/time/local.ts'
import { isWorking } from '#domain/time/next-working-moment.ts'
import { overlap } from '#domain/time/overlap.ts'
import { minutesIn } from '#domain/time/spans.ts'
import { HORIZON_DAYS } from '#domain/time/types.ts'
import type { WorkCalendar } from '#domain/time/types.ts'
import { workingSpansAfter } from '#domain/time/working-spans.ts'
import { membersOf, spaceFor } from '#server/spaces/public.ts'
import type { Act } from '#server/platform/act.ts'
import { viewCalendar, viewSpan } from './calendar-views.ts'
import { loadCalendars } from './calendars.ts'
import { rolesByHolder } from './team-role-queries.ts'
import { visiblePeople } from './visible.ts'
import type { VisiblePerson } from './visible.ts'
import { wordsOf } from '#server/platform/words.ts'

/** How many days an overlap is looked at. */
const OVERLAP_DAYS = 7

/** People with their hours. A guest is told of nobody whom they share no space with, as a cover neither. */
export async function viewPeople(act: Act, { spaceId }: InputOf<typeof listPeople>): Promise<OutputOf<typeof listPeople>> {
  if (spaceId !== undefined) await spaceFor(act, spaceId, 'space.see')
  const everybody = await visiblePeople(act)
  const members = spaceId === undefined ? null : new Set(await membersOf(act, spaceId))
  const people = everybody.filter((person) => members === null || members.has(person.id))
  const names = new Map(everybody.map((person) => [person.id, person.name]))
  const calendars = await loadCalendars(act.tx, act.actor.workspaceId, people.map((person) => person.id), act.now)
  const roles = await rolesByHolder(act)
  return { people: people.map((person) => viewPerson(act, person, { names, calendar: known(calendars.get(person.id), names), roles: roles.get(person.id) ?? [] })) }
}

type Shown = { names: ReadonlyMap<string, string>; calendar: WorkCalendar; roles: string[] }

function viewPerson({ now, actor }: Act, person: VisiblePerson, { names, calendar, roles }: Shown): PersonView {
  const [next] = workingSpansAfter(now, calendar, HORIZON_DAYS)
  return {
    ...person, availability: availabilityLine(null, calendar, now, actor.zone, names, wordsOf({ actor })), nextWorkingMoment: next?.start.toString() ?? null,
    working: isWorking(now, calendar), teamRoles: roles, calendar: viewCalendar(calendar),
  }
}

const NO_CALENDAR: WorkCalendar = { periods: [], holidays: new Set(), absences: [], given: new Set(), taken: [] }

/** A calendar that names only covers whom the reader knows. */
function known(calendar: WorkCalendar = NO_CALENDAR, names: ReadonlyMap<string, string>): WorkCalendar {
  return { ...calendar, absences: calendar.absences.map((absence) => ({ ...absence, coverId: absence.coverId !== null && names.has(absence.coverId) ? absence.coverId : null })) }
}

/** When these people work at once, over seven of the reader's days. */
export async function viewOverlap(act: Act, { people, from }: InputOf<typeof readOverlap>): Promise<OutputOf<typeof readOverlap>> {
  const ids = [...new Set(people)]
  const visible = new Map((await visiblePeople(act)).map((person) => [person.id, person.name]))
  if (ids.some((id) => !visible.has(id))) throw new Refusal('not_found', said`Somebody in this list is not here, or you cannot see them.`, said`Choose people from People and hours.`)
  const { zone, workspaceId } = act.actor
  const start = startOfDate(from, zone)
  const calendars = await loadCalendars(act.tx, workspaceId, ids, start)
  const until = startOfDate(Temporal.PlainDate.from(from).add({ days: OVERLAP_DAYS }).toString(), zone)
  const spans = overlap(ids.map((id) => calendars.get(id) ?? NO_CALENDAR), start, until)
  return {
    spans: spans.map(viewSpan), minutes: spans.reduce((sum, span) => sum + minutesIn(span), 0),
    sentence: overlapSentence(ids.map((id) => visible.get(id) ?? ''), spans, zone, wordsOf(act)),
  }
}
