import { availabilityLine } from '#domain/time/availability.ts'
import { longDay } from '../ui/calendar-words.ts'
import type { Span } from '../ui/day-minutes.ts'
import { capital, counted, formatClock, formatSpan, listInWords, readerFirst } from '../ui/format.ts'
import type { DayStack, StackRow } from './day-stack.ts'
import { citiesIn, shareNothing, wholeCities } from './share.ts'
import { t } from '../ui/words.ts'
import { spoken } from '../ui/spoken.ts'

/** Beyond so many remarks about who shares nothing with whom, a reader looks at the picture. */
const REMARKS = 2
/** So many stretches are listed; more are added up. */
const LISTED_STRETCHES = 2
/** So many people are named; the others are counted. */
const NAMED = 3

/** `Five people, shown in your time. Lisbon and Tokyo share 16:00 to 18:00.` */
export function headline(stack: DayStack): string {
  const who = stack.rows.length === 1 ? t`One person` : capital(counted(stack.rows.length, 'person', 'people'))
  return t`${who}, shown in your time. ${shareSentence(stack)}`.trim()
}

/** What is shared on the day, said so that it holds for everybody it names. */
function shareSentence({ date, reader, rows, present, shared }: DayStack): string {
  const [first] = present
  if (!first) return t`Nobody works on this day.`
  if (present.length === 1 && rows.length === 1) return ''
  if (present.length === 1) return first.person.id === reader.id ? t`Only you work on this day.` : t`Only ${first.person.name} works on this day.`
  if (!shared) return citiesIn(present).length > 1 ? t`No two cities share time on this day.` : t`Nobody shares time on this day.`
  const times = timesWords(shared.spans, date, reader.zone)
  if (shared.members.length === rows.length) return t`All share ${times}.`
  if (shared.members.length === present.length) return t`Everybody at work shares ${times}.`
  return t`${capital(whoShares({ present, reader }, shared.members))} share ${times}.`
}

/** Whole cities by their names; else people, the reader first. */
function whoShares({ present, reader }: Pick<DayStack, 'present' | 'reader'>, members: readonly StackRow[]): string {
  const cities = wholeCities(members, present)
  if (cities && cities.length > 1) return listInWords(cities)
  const names = readerFirst(members, (row) => row.person.id, reader.id).map((row) => nameOf(row, reader.id))
  const more = names.length - NAMED
  return more > 1 ? listInWords([...names.slice(0, NAMED), counted(more, 'other')]) : listInWords(names)
}

const nameOf = (row: StackRow, reader: string | undefined) => (row.person.id === reader ? t`you` : row.person.name)

/** `Tuesday 24 March. San Francisco shares nothing with Tokyo on this day; hand over in writing.` */
export function ledeOf({ date, reader, present, shared }: DayStack): string {
  const inside = shared?.members ?? []
  const outside = shared ? citiesIn(present).filter((city) => !citiesIn(inside).includes(city)) : []
  const of = (city: string) => present.filter((row) => row.city === city)
  const remarks = outside.flatMap((city) => {
    const strangers = citiesIn(inside).filter((other) => shareNothing(of(city), of(other)))
    return strangers.length > 0 ? [t`${city} shares nothing with ${listInWords(strangers)} on this day; hand over in writing.`] : []
  })
  return [`${longDay(startOf(date, reader.zone), reader.zone, false)}.`, ...remarks.slice(0, REMARKS)].join(' ')
}

/** Under the picture: what its shades mean. */
export function captionOf({ shared, present, reader }: DayStack): string {
  if (!shared) return t`The faint band is work; a notch is somebody’s midnight.`
  const who = shared.members.length === present.length ? t`everybody present` : whoShares({ present, reader }, shared.members)
  return t`The faint band is work, the strong band is shared by ${who}; a notch is somebody’s midnight.`
}

/** City and availability: `Manila · works until 18:00`; the city is not said twice. */
export function aboutLine({ person, city }: Pick<StackRow, 'person' | 'city'>, now: Temporal.Instant, readerZone: string, names: ReadonlyMap<string, string>): string {
  const line = availabilityLine(null, person.calendar, now, readerZone, names, spoken())
  return line.includes(city) ? line : `${city} · ${line.charAt(0).toLowerCase()}${line.slice(1)}`
}

function timesWords(spans: readonly Span[], date: string, zone: string): string {
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last || spans.length <= LISTED_STRETCHES) return listInWords(spans.map((span) => t`${clockAt(span[0], date, zone)} to ${clockAt(span[1], date, zone)}`))
  const [from, until] = [clockAt(first[0], date, zone), clockAt(last[1], date, zone)]
  return t`${formatSpan(spans.reduce((sum, [start, end]) => sum + end - start, 0))} between ${from} and ${until}`
}

/** A minute of the day on the reader's clock; a day's end is `24:00`. */
function clockAt(minute: number, date: string, zone: string): string {
  const at = startOf(date, zone).add({ minutes: minute })
  const next = startOf(Temporal.PlainDate.from(date).add({ days: 1 }).toString(), zone)
  return at.equals(next) ? '24:00' : formatClock(at, zone)
}

const startOf = (date: string, zone: string) => Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant()
