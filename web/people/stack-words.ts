import { availabilityLine } from '#domain/time/availability.ts'
import { longDay } from '../ui/calendar-words.ts'
import type { Span } from '../ui/day-minutes.ts'
import { capital, counted, formatClock, listInWords } from '../ui/format.ts'
import type { DayStack, StackRow } from './day-stack.ts'
import { nobodyMeets, shareNothing } from './share.ts'

/** Beyond so many remarks about who shares nothing with whom, a reader looks at the picture. */
const REMARKS = 2

/** `Five people, shown in your time. Lisbon and Tokyo share 16:00 to 18:00.` */
export function headline(stack: DayStack, readerZone: string): string {
  const who = stack.rows.length === 1 ? 'One person' : capital(counted(stack.rows.length, 'person', 'people'))
  return `${who}, shown in your time. ${shareSentence(stack, readerZone)}`
}

/** What is shared on the day, said so that it holds for everybody it names. */
export function shareSentence({ date, rows, present, shared }: DayStack, readerZone: string): string {
  const [first] = present
  if (!first) return 'Nobody works on this day.'
  if (present.length === 1) return rows.length === 1 ? '' : `Only ${first.person.name} works on this day.`
  if (!shared) return nobodyMeets(present) ? 'Nobody shares working time on this day.' : 'No city as a whole shares time with another on this day.'
  const times = listInWords(shared.spans.map((span) => spanWords(span, date, readerZone)))
  if (shared.everybody) return present.length === rows.length ? `All share ${times}.` : `Everybody at work shares ${times}.`
  const cities = shared.groups.map(({ name }) => name)
  return cities.length === 1 ? `Only those in ${cities[0]} share time: ${times}.` : `${listInWords(cities)} share ${times}.`
}

/** `Tuesday 24 March. San Francisco shares nothing with Tokyo on this day; hand over in writing.` */
export function ledeOf({ date, groups, shared }: DayStack, readerZone: string): string {
  const day = longDay(startOf(date, readerZone), readerZone, false)
  const inside = shared?.everybody === false ? shared.groups : []
  const outside = groups.filter((group) => inside.length > 0 && !inside.includes(group))
  const remarks = outside.flatMap((group) => {
    const strangers = inside.filter((other) => shareNothing(group, other)).map(({ name }) => name)
    return strangers.length > 0 ? [`${group.name} shares nothing with ${listInWords(strangers)} on this day; hand over in writing.`] : []
  })
  return [`${day}.`, ...remarks.slice(0, REMARKS)].join(' ')
}

/** Under the picture: what its three shades mean. */
export function captionOf({ shared }: DayStack): string {
  const light = 'The light band is work'
  if (!shared) return `${light}; a notch is somebody’s midnight.`
  const who = shared.everybody ? 'everybody present' : listInWords(shared.groups.map(({ name }) => name))
  return `${light}, the deep band is shared by ${who}; a notch is somebody’s midnight.`
}

/** City and availability: `Manila · works until 18:00`; the city is not said twice. */
export function aboutLine({ person, city }: Pick<StackRow, 'person' | 'city'>, now: Temporal.Instant, readerZone: string, names: ReadonlyMap<string, string>): string {
  const line = availabilityLine(null, person.calendar, now, readerZone, names)
  return line.includes(city) ? line : `${city} · ${line.charAt(0).toLowerCase()}${line.slice(1)}`
}

/** `16:00 to 18:00` on the reader's clock; a day's end is `24:00`. */
function spanWords([from, to]: Span, date: string, zone: string): string {
  const start = startOf(date, zone)
  const end = start.add({ minutes: to })
  const next = startOf(Temporal.PlainDate.from(date).add({ days: 1 }).toString(), zone)
  return `${formatClock(start.add({ minutes: from }), zone)} to ${end.equals(next) ? '24:00' : formatClock(end, zone)}`
}

const startOf = (date: string, zone: string) => Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant()
