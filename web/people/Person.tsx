import type { ReactNode } from 'react'
import type { HolidayCalendarView, PersonView, readHours } from '#contract/people.ts'
import type { OutputOf } from '#contract/operation.ts'
import { availabilityLine } from '#domain/time/availability.ts'
import { calendarFromJson } from '#domain/time/types.ts'
import { formatClock, listInWords, zoneCity } from '../ui/format.ts'
import { Page } from '../ui/Page.tsx'
import { AbsencesSection } from './AbsencesSection.tsx'
import { HolidaysSection } from './HolidaysSection.tsx'
import { PeriodsSection } from './PeriodsSection.tsx'
import { PersonRibbon } from './PersonRibbon.tsx'
import { SwapsSection } from './SwapsSection.tsx'
import type { PersonVerbs } from './use-person-verbs.ts'
import { t } from '../ui/words.ts'
import { spoken } from '../ui/spoken.ts'

export type PersonContext = {
  person: PersonView
  hours: OutputOf<typeof readHours>
  people: readonly PersonView[]
  /** The reader. */
  me: string
  zone: string
  now: Temporal.Instant
  verbs: PersonVerbs
}
type Props = PersonContext & { calendars: readonly HolidayCalendarView[], holidayAdder: ReactNode }

/** A profile is a day, a week, and what is off. */
export function Person({ calendars, holidayAdder, ...context }: Props) {
  const { person, hours, people, me, zone, now } = context
  const mine = person.id === me
  const canEdit = hours.can.includes('edit')
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const line = availabilityLine(mine ? null : person.name, calendarFromJson(person.calendar), now, zone, names, spoken())
  return (
    <Page
      over={mine ? t`Your hours` : t`People and hours`} title={mine ? person.name : `${line}.`} lede={t`${mine ? `${line}. ` : ''}It is ${formatClock(now, person.zone)} in ${zoneCity(person.zone)}.${rolesSentence(person.teamRoles, mine)}`}
      head={<PersonRibbon person={person} zone={zone} now={now} mine={mine} />}
    >
      <PeriodsSection {...context} canEdit={canEdit} />
      <AbsencesSection {...context} canEdit={canEdit} />
      <HolidaysSection {...context} canEdit={canEdit} calendars={calendars} adder={holidayAdder} />
      <SwapsSection {...context} />
    </Page>
  )
}

function rolesSentence(roles: readonly string[], mine: boolean): string {
  const named = listInWords(roles)
  if (roles.length < 2) return roles.length === 0 ? '' : mine ? t` You hold the role ${named}.` : t` Holds the role ${named}.`
  return mine ? t` You hold the roles ${named}.` : t` Holds the roles ${named}.`
}
