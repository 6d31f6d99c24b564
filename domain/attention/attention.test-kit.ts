import type { Instant, Interval, Weekday, WorkCalendar } from '../time/types.ts'
import { DEFAULT_DIGEST } from './choices.ts'
import { DEFAULT_CLAUSES } from './types.ts'
import type { FocusBlock, Item, Reader } from './types.ts'

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5]
export const ALL_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** @example at('2026-03-27T09:00+01:00') */
export function at(text: string): Instant {
  return Temporal.Instant.from(text)
}

/** Hours such as `09:00-12:00 13:00-17:00` on some days of each week. */
export function calendarOf(zone: string, hours: string, days: readonly Weekday[] = WEEKDAYS): WorkCalendar {
  const stretches = hours === '' ? [] : hours.split(' ').map((stretch) => stretch.split('-') as [string, string])
  const week = days.flatMap((day) => stretches.map(([start, end]): Interval => ({ day, start, end })))
  return { periods: [{ from: null, zone, anchor: '2026-01-05', weeks: [week] }], holidays: new Set(), absences: [], given: new Set(), taken: [] }
}

/** A focus block such as `09:00-11:30` that repeats. */
export function block(hours: string, days: readonly Weekday[] = WEEKDAYS): FocusBlock {
  const [start = '', end = ''] = hours.split('-')
  return { kind: 'recurring', id: `block ${hours}`, days, start, end, from: '2000-01-01', until: null }
}

/** Focus at one time, from and to instants with their offset. */
export function adHoc(start: string, end: string): FocusBlock {
  return { kind: 'ad_hoc', id: `focus ${start}`, start: at(start), end: at(end) }
}

/** Somebody in Berlin, 09:00 to 17:00 from Monday to Friday, with default windows and digest and without focus. */
export function readerWith(known: Partial<Reader> = {}): Reader {
  return { calendar: calendarOf('Europe/Berlin', '09:00-17:00'), focus: [], windows: [], digest: DEFAULT_DIGEST, active: true, clauses: DEFAULT_CLAUSES, ...known }
}

/** An ask to the reader that may leave at a moment. */
export function itemAt(moment: string | Instant, known: Partial<Item> = {}): Item {
  return {
    id: 'item', conversation: 'thread', at: typeof moment === 'string' ? at(moment) : moment,
    urgent: false, standing: 'asked', quiet: false, mutedUntil: null, maySee: true, ...known,
  }
}
