import { zoneAt } from '#domain/time/periods.ts'
import { dayRibbon } from '#domain/time/ribbon.ts'
import type { DayRibbon } from '#domain/time/ribbon.ts'
import type { WorkCalendar } from '#domain/time/types.ts'
import type { Span } from '../ui/day-minutes.ts'
import { zoneCity } from '../ui/format.ts'
import { bestShare, intersect } from './share.ts'
import type { Group } from './share.ts'

type Instant = Temporal.Instant
export type StackPerson = { id: string, name: string, calendar: WorkCalendar }
export type StackRow = { person: StackPerson, zone: string, city: string, ribbon: DayRibbon, spans: readonly Span[] }
/** Time that people share on a day: who, when, and whether that is everybody who works then. */
export type Shared = { spans: readonly Span[], groups: readonly Group<StackRow>[], everybody: boolean }
export type Reader = { zone: string, id?: string | undefined }
export type DayStack = { date: string, rows: readonly StackRow[], present: readonly StackRow[], groups: readonly Group<StackRow>[], shared: Shared | undefined }

/**
 * Everybody's day in one reader's time, west to east, with the time that all present share; where there is none, the time
 * that the most people of whole cities share.
 * @param date ISO date in the reader's zone
 * @param reader their zone, and their id where they are one of the people
 */
export function stackDay(people: readonly StackPerson[], date: string, { zone: readerZone, id }: Reader, now: Instant): DayStack {
  const noon = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: readerZone, plainTime: '12:00' }).toInstant()
  const rows = people.map((person) => rowOf(person, date, readerZone, now, noon)).sort((a, b) => eastOf(a, b, noon))
  const present = rows.filter((row) => row.spans.length > 0)
  const groups = groupsOf(present)
  return { date, rows, present, groups, shared: sharedBy(present, groups, present.find((row) => row.person.id === id)) }
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

function groupsOf(present: readonly StackRow[]): Group<StackRow>[] {
  return [...Map.groupBy(present, (row) => row.city)].map(([name, members]) => ({ name, members }))
}

function sharedBy(present: readonly StackRow[], groups: readonly Group<StackRow>[], reader: StackRow | undefined): Shared | undefined {
  if (present.length < 2) return undefined
  const all = intersect(present.map((row) => row.spans))
  if (all.length > 0) return { spans: all, groups, everybody: true }
  const best = bestShare(groups, reader)
  return best && { ...best, everybody: false }
}
