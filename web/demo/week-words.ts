import type { readWeek } from '#contract/demo.ts'
import type { OutputOf } from '#contract/operation.ts'
import { longDay } from '../ui/calendar-words.ts'
import { capital, counted, countInWords, zoneCity } from '../ui/format.ts'
import { t } from '../ui/words.ts'

type Week = OutputOf<typeof readWeek>

const sum = (people: Week['people'], of: (person: Week['people'][number]) => number): number => people.reduce((all, person) => all + of(person), 0)

/** The promise, as a sentence. */
export function headline(people: Week['people']): string {
  const interruptions = sum(people, (person) => person.interruptions)
  if (interruptions === 0) return t`Nobody was interrupted by what could wait.`
  const came = capital(counted(interruptions, 'delivery', 'deliveries'))
  return interruptions === 1 ? t`${came} came when it should not have.` : t`${came} came when they should not have.`
}

/** `Tuesday 24 March to Tuesday 31 March`, in the reader's zone. */
export const spanWords = ({ from, until }: Week, zone: string): string => t`${longDay(Temporal.Instant.from(from), zone, false)} to ${longDay(Temporal.Instant.from(until), zone, false)}`

export function weekLede({ people, texts }: Week): string {
  const batches = sum(people, (person) => person.batches + person.digests)
  const urgent = sum(people, (person) => person.urgent)
  return t`${capital(counted(people.length, 'person', 'people'))} wrote ${counted(texts, 'text')}. ${capital(counted(sum(people, (person) => person.items), 'item'))} reached them in ${counted(batches, 'batch', 'batches')} and ${counted(urgent, 'urgent delivery', 'urgent deliveries')}, each at a moment that its reader keeps for reading.`
}

/** What became of the asks, each of them named: `Nine asks were asked: two answered, both in time; six still open; one ended without an answer.` */
export function askWords({ asked, answered, inTime, open }: Week['asks']): string {
  const ended = asked - answered - open
  const rest = ended === 0 ? '' : t`; ${countInWords(ended)} ended without an answer`
  return t`${capital(counted(asked, 'ask was', 'asks were'))} asked: ${answeredWords(answered, inTime)}; ${open === 0 ? t`none still open` : t`${countInWords(open)} still open`}${rest}.`
}

function answeredWords(answered: number, inTime: number): string {
  if (answered === 0) return t`none answered`
  const count = countInWords(answered)
  if (inTime === 0) return answered === 1 ? t`${count} answered, late` : t`${count} answered, none of them in time`
  if (inTime < answered) return t`${count} answered, ${countInWords(inTime)} of them in time`
  if (answered === 1) return t`${count} answered, in time`
  return answered === 2 ? t`${count} answered, both in time` : t`${count} answered, all in time`
}

/** `Kenji Mori in Tokyo: 24 of 114 items`. */
export function deliveriesWords({ name, zone, items }: Week['people'][number], shown: number): string {
  const all = counted(items, 'item')
  return shown < items ? t`${name} in ${zoneCity(zone)}: ${countInWords(shown)} of ${all}` : t`${name} in ${zoneCity(zone)}: ${all}`
}
