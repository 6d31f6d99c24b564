import { zoneAt } from '#domain/time/periods.ts'
import { dayRibbon } from '#domain/time/ribbon.ts'
import type { DayRibbon } from '#domain/time/ribbon.ts'
import type { WorkCalendar } from '#domain/time/types.ts'
import type { Span } from '../ui/day-minutes.ts'
import { zoneCity } from '../ui/format.ts'
import { bestShare } from './share.ts'
import type { Share } from './share.ts'

type Instant = Temporal.Instant
export type StackPerson = { id: string, name: string, calendar: WorkCalendar }
export type StackRow = { person: StackPerson, zone: string, city: string, ribbon: DayRibbon, spans: readonly Span[] }
export type Reader = { zone: string, id?: string | undefined }
export type DayStack = {
  date: string
  reader: Reader
  rows: readonly StackRow[]
  /** Those who work on this day. */
  present: readonly StackRow[]
  shared: Share<StackRow> | undefined
}

/**
 * Everybody's day in one reader's time, west to east, with the time that most of them share.
 * @param date ISO date in the reader's zone
 * @param reader their zone, and their id where they are one of the people
 */
export function stackDay(people: readonly StackPerson[], date: string, reader: Reader, now: Instant): DayStack {
  const noon = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: reader.zone, plainTime: '12:00' }).toInstant()
  const rows = people.map((person) => rowOf(person, date, reader.zone, now, noon)).sort((a, b) => eastOf(a, b, noon))
  const present = rows.filter((row) => row.spans.length > 0)
  return { date, reader, rows, present, shared: bestShare(present, present.find((row) => row.person.id === reader.id)) }
}

function rowOf(person: StackPerson, date: string, readerZone: string, now: Instant, noon: Instant): StackRow {
  const ribbon = dayRibbon(person.calendar, date, readerZone, now)
  const zone = zoneAt(person.calendar, noon)
  return { person, zone, city: zoneCity(zone), ribbon, spans: ribbon.segments.map(({ start, end }): Span => [start, end]) }
}

function eastOf(a: StackRow, b: StackRow, at: Instant): number {
  const offset = (row: StackRow) => at.toZonedDateTimeISO(row.zone).offsetNanoseconds
  return offset(a) - offset(b) || a.city.localeCompare(b.city) || a.person.name.localeCompare(b.person.name)
}
