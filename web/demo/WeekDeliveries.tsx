import { useState } from 'react'
import { readWeekDeliveries } from '#contract/demo.ts'
import type { readWeek } from '#contract/demo.ts'
import type { OutputOf } from '#contract/operation.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Time } from '../ui/Time.tsx'
import { Why } from '../ui/Why.tsx'
import { deliveriesWords } from './week-words.ts'
import { t } from '../ui/words.ts'

type Week = OutputOf<typeof readWeek>
type Shown = { zone: string, now: Temporal.Instant }
type Props = Shown & { person: Week['people'][number], deliveries: Week['deliveries'] }

/** So many are read at once. */
const PAGE = 100

/** What reached one person, oldest first, each with the reason for its moment: some of it, and all of it where wanted. Times are the reader's of the page. */
export function WeekDeliveries({ person, deliveries, zone, now }: Props) {
  const [pages, setPages] = useState<readonly (string | undefined)[]>([])
  if (deliveries.length === 0) return null
  const more = (cursor: string) => setPages((known) => [...known, cursor])
  return (
    <Disclosure summary={deliveriesWords(person, deliveries.length)}>
      {pages.length === 0 && deliveries.map((delivery, index) => <Delivery key={`${delivery.at} ${index}`} delivery={delivery} zone={zone} now={now} />)}
      {pages.length === 0 && deliveries.length < person.items && <p><LinkAction strong onClick={() => setPages([undefined])}>{t`Show every one of them`}</LinkAction></p>}
      {pages.map((cursor, at) => <WholePage key={cursor ?? ''} personId={person.id} cursor={cursor} last={at === pages.length - 1} zone={zone} now={now} onMore={more} />)}
    </Disclosure>
  )
}

function Delivery({ delivery: { at, number, title, what, urgent, why, zone: there }, zone, now }: Shown & { delivery: Week['deliveries'][number] }) {
  return (
    <Item
      text={<a href={`/${number}`}>{title}</a>} by={`${what}, #${number}`} tone={urgent ? 'clock' : 'plain'} why={<Why line={why} />}
      clock={<Time at={Temporal.Instant.from(at)} zone={zone} now={now} otherZone={there} />}
    />
  )
}

type PageProps = Shown & { personId: string, cursor: string | undefined, last: boolean, onMore: (cursor: string) => void }

function WholePage({ personId, cursor, last, zone, now, onMore }: PageProps) {
  const { data, error } = useRead(readWeekDeliveries, { personId, limit: PAGE, ...(cursor !== undefined && { cursor }) })
  if (!data) return error ? <Problem {...problemFrom(error)} /> : <Skeleton lines={6} />
  const { items, next } = data
  return (
    <>
      {items.map((delivery, index) => <Delivery key={`${delivery.at} ${index}`} delivery={delivery} zone={zone} now={now} />)}
      {last && next !== null && <p><LinkAction strong onClick={() => onMore(next)}>{t`Show more`}</LinkAction></p>}
    </>
  )
}
