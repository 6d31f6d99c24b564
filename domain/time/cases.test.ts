import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { addWorkingMinutes } from './add-working-minutes.ts'
import { availabilityLine } from './availability.ts'
import table from './cases.json' with { type: 'json' }
import { endOfBusinessDay } from './end-of-business-day.ts'
import { nextLocalTime } from './local-times.ts'
import type { LocalSchedule } from './local-times.ts'
import { isWorking, nextWorkingMoment } from './next-working-moment.ts'
import { nthWorkingDay } from './nth-working-day.ts'
import { overlap } from './overlap.ts'
import { dayRibbon, ribbonSentence } from './ribbon.ts'
import { nextShift, previousShift, shiftAt } from './shifts.ts'
import { calendarFromJson, workingMinutes } from './types.ts'
import type { Instant, Shift, Span, WorkCalendar, WorkCalendarJson } from './types.ts'
import { workingMinutesBetween } from './working-minutes-between.ts'
import { shiftsBetween, workingSpans } from './working-spans.ts'

/** A row of `cases.json`; which keys it has depends on `fn`. Times carry their offset, so they read as local times. */
type Case = {
  fn: string; name: string; expect: unknown
  calendar: string; calendars: string[]; at: string; from: string; until: string; after: string; now?: string
  minutes: number; n: number; schedule: LocalSchedule; date: string; reader: string; who: string | null
}

const calendars = table.calendars as unknown as Record<string, WorkCalendarJson>
const PEOPLE = new Map([['ben', 'Ben']])

/** How each function is called on a row, and how its answer is written down. */
const CALLS: Record<string, (row: Case) => unknown> = {
  addWorkingMinutes: (row) => written(addWorkingMinutes(instant(row.from), workingMinutes(row.minutes), named(row.calendar))),
  workingMinutesBetween: (row) => workingMinutesBetween(instant(row.from), instant(row.until), named(row.calendar)),
  nextWorkingMoment: (row) => written(nextWorkingMoment(instant(row.at), named(row.calendar))),
  isWorking: (row) => isWorking(instant(row.at), named(row.calendar)),
  endOfBusinessDay: (row) => written(endOfBusinessDay(instant(row.at), named(row.calendar))),
  nthWorkingDay: (row) => written(nthWorkingDay(instant(row.at), row.n, named(row.calendar))),
  shiftAt: (row) => writtenShift(shiftAt(instant(row.at), named(row.calendar))),
  nextShift: (row) => writtenShift(nextShift(instant(row.at), named(row.calendar))),
  previousShift: (row) => writtenShift(previousShift(instant(row.at), named(row.calendar))),
  shiftsBetween: (row) => shiftsBetween(named(row.calendar), instant(row.from), instant(row.until)).map(writtenShift),
  workingSpans: (row) => workingSpans(named(row.calendar), instant(row.from), instant(row.until)).map(writtenSpan),
  overlap: (row) => overlap(row.calendars.map(named), instant(row.from), instant(row.until)).map(writtenSpan),
  nextLocalTime: (row) => written(nextLocalTime(instant(row.after), row.schedule)),
  availabilityLine: (row) => availabilityLine(row.who, named(row.calendar), instant(row.now ?? ''), row.reader, PEOPLE),
  dayRibbon: (row) => {
    const ribbon = dayRibbon(named(row.calendar), row.date, row.reader, row.now === undefined ? undefined : instant(row.now))
    return {
      dayMinutes: ribbon.dayMinutes, segments: ribbon.segments.map(({ start, end, from, until }) => [start, end, from, until]),
      midnights: ribbon.midnights, now: ribbon.now, sentence: ribbonSentence(ribbon),
    }
  },
}

const rows = table.cases as unknown as Case[]
describe.each(Object.keys(CALLS))('%s', (fn) => {
  test.each(rows.filter((row) => row.fn === fn).map((row) => [row.name, row] as const))('%s', (_name, row) => {
    expect(orRefusal(() => CALLS[fn]?.(row))).toEqual(inUtc(row.expect))
  })
})

test('every row names a function that is called', () => {
  expect(rows.filter((row) => !(row.fn in CALLS))).toEqual([])
})

function named(name: string): WorkCalendar {
  const json = calendars[name]
  if (json === undefined) throw new Error(`cases.json has no calendar “${name}”`)
  return calendarFromJson(json)
}

function instant(text: string): Instant {
  return Temporal.Instant.from(text)
}

function written(at: Instant): string {
  return at.toString()
}

function writtenSpan(span: Span): string[] {
  return [written(span.start), written(span.end)]
}

function writtenShift(shift: Shift | null): string[] | null {
  return shift === null ? null : [shift.date, written(shift.start), written(shift.end)]
}

function orRefusal(call: () => unknown): unknown {
  try {
    return call()
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.code }
    throw error
  }
}

/** Expected times as instants, wherever they stand; everything else as it is. */
function inUtc(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inUtc)
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? written(instant(value)) : value
}
