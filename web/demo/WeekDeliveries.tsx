import type { readWeek } from '#contract/demo.ts'
import type { OutputOf } from '#contract/operation.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Item } from '../ui/Item.tsx'
import { Time } from '../ui/Time.tsx'
import { Why } from '../ui/Why.tsx'
import { deliveriesWords } from './week-words.ts'

type Week = OutputOf<typeof readWeek>
type Props = { person: Week['people'][number], deliveries: Week['deliveries'], zone: string, now: Temporal.Instant }

/** Some of what reached one person, oldest first, each with the reason for its moment. Times are the reader's of the page. */
export function WeekDeliveries({ person, deliveries, zone, now }: Props) {
  if (deliveries.length === 0) return null
  return (
    <Disclosure summary={deliveriesWords(person, deliveries.length)}>
      {deliveries.map(({ at, number, title, what, urgent, why }, index) => (
        <Item
          key={`${at} ${index}`} text={<a href={`/${number}`}>{title}</a>} by={`${what}, #${number}`} tone={urgent ? 'clock' : 'plain'} why={<Why line={why} />}
          clock={<Time at={Temporal.Instant.from(at)} zone={zone} now={now} otherZone={person.zone} />}
        />
      ))}
    </Disclosure>
  )
}
