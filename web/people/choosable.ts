import type { PersonView } from '#contract/people.ts'
import { availabilityLine } from '#domain/time/availability.ts'
import { calendarFromJson } from '#domain/time/types.ts'
import type { Option } from '../ui/Select.tsx'
import { spoken } from '../ui/spoken.ts'

/** The others who are here, to choose from, with when each works. */
export function choosable(people: readonly PersonView[], except: string, zone: string, now: Temporal.Instant): Option[] {
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return people.filter((person) => person.id !== except && person.state === 'active')
    .map((person) => ({ value: person.id, label: person.name, hint: availabilityLine(null, calendarFromJson(person.calendar), now, zone, names, spoken()) }))
}
