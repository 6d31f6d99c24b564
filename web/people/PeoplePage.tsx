import './people.css'
import { useRouter, useSearch } from '@tanstack/react-router'
import { listPeople } from '#contract/people.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { People } from './People.tsx'
import { dateIn } from './date-steps.ts'
import { t } from '../ui/words.ts'

/** People and hours: everybody's day in the reader's time. */
export function PeoplePage() {
  const me = useMe().data
  const search = useSearch({ strict: false })
  const { history } = useRouter()
  const now = useNow()
  const zone = zoneOf(me)
  const spaceId = search.space
  const people = useRead(listPeople, spaceId === undefined ? {} : { spaceId })
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString()
  const show = (part: { date?: string, space?: string | undefined }) => history.replace(addressOf({ date: search.date, space: spaceId, ...part }))
  if (me && people.data) {
    return (
      <People
        people={people.data.people} me={me.person.id} zone={zone} now={now} date={dateIn(search.date) ?? today} today={today} spaces={me.spaces} spaceId={spaceId}
        onDate={(date) => show({ date })} onSpace={(space) => show({ space })}
      />
    )
  }
  return (
    <Page title={t`People and hours`}>
      {people.error ? <Problem {...problemFrom(people.error)} action={<LinkAction strong onClick={() => void people.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={9} />}
    </Page>
  )
}

function addressOf(parts: { date: string | undefined, space: string | undefined }): string {
  const search = new URLSearchParams(Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  return search.size > 0 ? `/people?${search}` : '/people'
}
