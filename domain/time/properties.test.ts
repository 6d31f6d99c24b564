import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { addWorkingMinutes } from './add-working-minutes.ts'
import { isoDate, nextDate } from './dates.ts'
import { endOfBusinessDay } from './end-of-business-day.ts'
import { localDate } from './local.ts'
import { nextLocalTime } from './local-times.ts'
import { isWorking, nextWorkingMoment } from './next-working-moment.ts'
import { nthWorkingDay } from './nth-working-day.ts'
import { overlap } from './overlap.ts'
import { dayRibbon } from './ribbon.ts'
import { nextShift, previousShift, shiftAt } from './shifts.ts'
import { contains, minutesIn } from './spans.ts'
import { calendarFromJson, calendarToJson, workingMinutes } from './types.ts'
import type { Instant, Interval, Period, Span, Weekday, WorkCalendar } from './types.ts'
import { workingMinutesBetween } from './working-minutes-between.ts'
import { shiftsBetween, workingSpans, workingSpansAfter } from './working-spans.ts'

const RUNS = { numRuns: 150 }
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Manila', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Africa/Cairo', 'America/Nuuk', 'Pacific/Kiritimati']
const FIRST_MS = Date.UTC(2026, 0, 1)
const YEAR_MINUTES = 365 * 24 * 60

const instant = fc.integer({ min: 0, max: YEAR_MINUTES }).map(minutesIntoYear)
const time = fc.integer({ min: 0, max: 95 }).map((quarter) => new Date(quarter * 15 * 60_000).toISOString().slice(11, 16))
const interval: fc.Arbitrary<Interval> = fc.record({ day: fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday), start: time, end: fc.oneof(time, fc.constant('24:00')) })
const date = fc.integer({ min: 0, max: 364 }).map((day) => isoDate(FIRST_MS / 86_400_000 + day))
const span: fc.Arbitrary<Span> = fc.tuple(instant, fc.integer({ min: 1, max: 3 * 24 * 60 })).map(([start, minutes]) => ({ start, end: start.add({ minutes }) }))
const period: fc.Arbitrary<Period> = fc.record({
  from: fc.oneof(fc.constant(null), date), zone: fc.constantFrom(...ZONES), anchor: date,
  weeks: fc.array(fc.array(interval, { maxLength: 8 }), { minLength: 1, maxLength: 3 }),
})
const calendar: fc.Arbitrary<WorkCalendar> = fc.record({
  periods: fc.array(period, { minLength: 1, maxLength: 3 }).map((periods) => periods.toSorted((a, b) => (a.from ?? '') < (b.from ?? '') ? -1 : 1)),
  holidays: fc.array(date, { maxLength: 5 }).map((dates) => new Set(dates)),
  absences: fc.array(span.map((away) => ({ ...away, coverId: null })), { maxLength: 4 }),
  given: fc.array(date, { maxLength: 3 }).map((dates) => new Set(dates)),
  taken: fc.array(span, { maxLength: 3 }),
})
const minutes = fc.integer({ min: 0, max: 3000 }).map(workingMinutes)

describe('working time', () => {
  test('spans are disjoint, sorted and inside the window', () => {
    fc.assert(fc.property(calendar, instant, fc.integer({ min: 0, max: 30 * 1440 }), (person, from, length) => {
      const until = from.add({ minutes: length })
      const edges = workingSpans(person, from, until).flatMap(({ start, end }) => [start.epochMilliseconds, end.epochMilliseconds])
      const all = [from.epochMilliseconds, ...edges, until.epochMilliseconds]
      expect(all).toEqual(all.toSorted((a, b) => a - b))
      expect(new Set(edges).size).toBe(edges.length)
    }), RUNS)
  })

  test('a window gives the same spans whole or in two halves', () => {
    fc.assert(fc.property(calendar, fc.tuple(instant, instant, instant).map(sorted), (person, [a, b, c]) => {
      const whole = workingMinutesBetween(a, c, person)
      expect(workingMinutesBetween(a, b, person) + workingMinutesBetween(b, c, person)).toBeCloseTo(whole, 6)
    }), RUNS)
  })

  test('is what its shifts hold', () => {
    fc.assert(fc.property(calendar, instant, (person, from) => {
      const until = from.add({ hours: 500 })
      for (const shift of shiftsBetween(person, from, until)) {
        expect(workingMinutesBetween(shift.start, shift.end, person)).toBeGreaterThanOrEqual(shift.spans.reduce((sum, part) => sum + minutesIn(part), 0))
        expect(shift.spans.every((part) => isWorking(part.start, person))).toBe(true)
      }
    }), RUNS)
  })

  test('never lies inside an absence', () => {
    fc.assert(fc.property(calendar, (person) => {
      expect(person.absences.map((away) => workingMinutesBetween(away.start, away.end, person))).toEqual(person.absences.map(() => 0))
    }), RUNS)
  })
})

describe('adding working minutes', () => {
  test('is undone by counting them', () => {
    fc.assert(fc.property(calendar, instant, minutes, (person, from, count) => {
      const due = orNull(() => addWorkingMinutes(from, count, person))
      if (due !== null) expect(workingMinutesBetween(from, due, person)).toBeCloseTo(count, 6)
    }), RUNS)
  })

  test('in two steps ends where one step does', () => {
    fc.assert(fc.property(calendar, instant, minutes, minutes, (person, from, a, b) => {
      const once = orNull(() => addWorkingMinutes(from, workingMinutes(a + b), person))
      if (once === null || b === 0) return
      const twice = addWorkingMinutes(addWorkingMinutes(from, a, person), b, person)
      expect(twice.toString()).toBe(once.toString())
    }), RUNS)
  })

  test('more minutes or a later start never end earlier', () => {
    fc.assert(fc.property(calendar, fc.tuple(instant, instant, instant).map(sorted), minutes, minutes, (person, [early, late], a, b) => {
      const [few, many] = [Math.min(a, b), Math.max(a, b)].map(workingMinutes) as [ReturnType<typeof workingMinutes>, ReturnType<typeof workingMinutes>]
      const first = orNull(() => addWorkingMinutes(early, few, person))
      const second = orNull(() => addWorkingMinutes(late, many, person))
      if (first !== null && second !== null) expect(first.epochMilliseconds).toBeLessThanOrEqual(second.epochMilliseconds)
    }), RUNS)
  })

  test('ends inside a working span or at the very end of one', () => {
    fc.assert(fc.property(calendar, instant, minutes, (person, from, count) => {
      const due = orNull(() => addWorkingMinutes(from, count, person))
      if (due !== null) expect(isWorking(due, person) || isWorking(due.subtract({ milliseconds: 1 }), person)).toBe(true)
    }), RUNS)
  })
})

describe('shifts and moments', () => {
  test('the next working moment is working, and nothing before it is', () => {
    fc.assert(fc.property(calendar, instant, (person, at) => {
      const next = orNull(() => nextWorkingMoment(at, person))
      if (next === null) return
      expect(isWorking(next, person)).toBe(true)
      expect(workingMinutesBetween(at, next, person)).toBe(0)
    }), RUNS)
  })

  test('the first span after a moment starts at the next working moment', () => {
    fc.assert(fc.property(calendar, instant, (person, at) => {
      const [first] = workingSpansAfter(at, person, 366)
      expect(first?.start.toString()).toBe(orNull(() => nextWorkingMoment(at, person))?.toString())
    }), RUNS)
  })

  test('shifts come by start and lie on their own date', () => {
    fc.assert(fc.property(calendar, instant, (person, from) => {
      const shifts = shiftsBetween(person, from, from.add({ hours: 600 }))
      const starts = shifts.map((shift) => shift.start.epochMilliseconds)
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      expect(new Set(shifts.map((shift) => shift.date)).size).toBe(shifts.length)
    }), RUNS)
  })

  test('the shift that is on holds the moment; the next starts no earlier, the previous ends no later', () => {
    fc.assert(fc.property(calendar, instant, (person, at) => {
      const on = shiftAt(at, person)
      if (on !== null) expect(contains(on, at)).toBe(true)
      const next = orNull(() => nextShift(at, person))
      if (next !== null) expect(next.start.epochMilliseconds).toBeGreaterThanOrEqual(at.epochMilliseconds)
      const previous = previousShift(at, person)
      if (previous !== null) expect(previous.end.epochMilliseconds).toBeLessThanOrEqual(at.epochMilliseconds)
    }), RUNS)
  })

  test('working day 0 is the end of business day', () => {
    fc.assert(fc.property(calendar, instant, (person, at) => {
      expect(orNull(() => nthWorkingDay(at, 0, person))?.toString()).toBe(orNull(() => endOfBusinessDay(at, person))?.toString())
    }), RUNS)
  })

  test('overlap is symmetric and the overlap with oneself is one’s working time', () => {
    fc.assert(fc.property(calendar, calendar, instant, (a, b, from) => {
      const until = from.add({ hours: 400 })
      expect(texts(overlap([a, b], from, until))).toEqual(texts(overlap([b, a], from, until)))
      expect(texts(overlap([a, a], from, until))).toEqual(texts(workingSpans(a, from, until)))
    }), RUNS)
  })
})

test('a calendar comes back from JSON as it went', () => {
  fc.assert(fc.property(calendar, (person) => {
    const json = calendarToJson(person)
    const wired: typeof json = JSON.parse(JSON.stringify(json))
    expect(calendarToJson(calendarFromJson(wired))).toEqual(json)
  }), RUNS)
})

test('a daily local time comes exactly once per local date', () => {
  fc.assert(fc.property(fc.constantFrom(...ZONES), time, instant, (zone, at, from) => {
    const schedule = { zone, time: at, days: [1, 2, 3, 4, 5, 6, 7] as const }
    let previous = nextLocalTime(from, schedule)
    for (let day = 0; day < 10; day++) {
      const next = nextLocalTime(previous, schedule)
      expect(localDate(next, zone)).toBe(nextDate(localDate(previous, zone)))
      previous = next
    }
  }), RUNS)
})

test('a ribbon holds the working minutes of the reader’s day', () => {
  fc.assert(fc.property(calendar, date, fc.constantFrom(...ZONES), (person, day, readerZone) => {
    const ribbon = dayRibbon(person, day, readerZone)
    const [from, until] = [day, nextDate(day)].map((each) => Temporal.PlainDate.from(each).toZonedDateTime(readerZone).toInstant()) as [Instant, Instant]
    expect(ribbon.segments.reduce((sum, { start, end }) => sum + end - start, 0)).toBeCloseTo(workingMinutesBetween(from, until, person), 6)
    expect(ribbon.dayMinutes).toBe(minutesIn({ start: from, end: until }))
  }), RUNS)
})

function minutesIntoYear(count: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(FIRST_MS + count * 60_000)
}

function sorted(instants: [Instant, Instant, Instant]): [Instant, Instant, Instant] {
  return instants.toSorted((a, b) => a.epochMilliseconds - b.epochMilliseconds) as [Instant, Instant, Instant]
}

function texts(spans: readonly Span[]): string[] {
  return spans.map(({ start, end }) => `${start}/${end}`)
}

function orNull<T>(call: () => T): T | null {
  try {
    return call()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
