import './people.css'
import { Suspense } from 'react'
import { useParams } from '@tanstack/react-router'
import { listHolidayCalendars, listPeople, readHours } from '#contract/people.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { PersonLinks } from '../app/links-foot.tsx'
import { useMe, zoneOf } from '../app/me.ts'
import { NotFound } from '../app/PageProblem.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { HolidayAdder } from './HolidayAdder.tsx'
import { Person } from './Person.tsx'
import { usePersonVerbs } from './use-person-verbs.ts'
import { t } from '../ui/words.ts'

/** One person: when they work, what is off, who covers. */
export function PersonPage() {
  const { id = '' } = useParams({ strict: false })
  const me = useMe().data
  const now = useNow()
  const people = useRead(listPeople, {})
  const hours = useRead(readHours, { id })
  const calendars = useRead(listHolidayCalendars, {})
  const verbs = usePersonVerbs()
  const person = people.data?.people.find((one) => one.id === id)
  const error = people.error ?? hours.error
  if ((people.data && !person) || (error && problemFrom(error).code === 'not_found')) return <NotFound />
  if (me && people.data && person && hours.data) {
    return (
      <>
        <Person
          person={person} hours={hours.data} people={people.data.people} calendars={calendars.data?.calendars ?? []} me={me.person.id} zone={zoneOf(me)} now={now} verbs={verbs}
          holidayAdder={<HolidayAdder add={verbs.addHolidays} />}
        />
        <Suspense><PersonLinks id={id} zone={zoneOf(me)} now={now} /></Suspense>
      </>
    )
  }
  return (
    <Page title={t`Hours`}>
      {error ? <Problem {...problemFrom(error)} action={<LinkAction strong onClick={() => void hours.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />}
    </Page>
  )
}
