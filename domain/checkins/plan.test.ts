import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Interval, Period, WorkCalendar } from '../time/types.ts'
import type { Rhythm } from './forms.ts'
import { askAfter, askOn, nextAsk } from './plan.ts'

const instant = (text: string) => Temporal.Instant.from(text)
const week = (start: string, end: string, days = [1, 2, 3, 4, 5]): readonly Interval[] => days.map((day) => ({ day: day as Interval['day'], start, end }))
const period = (zone: string, from: string | null = null, weeks = [week('09:00', '17:00')]): Period => ({ from, zone, anchor: '2026-01-05', weeks })
const calendar = (given: Partial<WorkCalendar> = {}): WorkCalendar => ({ periods: [period('Europe/Berlin')], holidays: new Set(), absences: [], given: new Set(), taken: [], ...given })
const daily: Rhythm = { days: [1, 2, 3, 4, 5], at: 'shift_start', every_weeks: 1 }
const ANCHOR = '2026-03-02'
const absent = (start: string, end: string) => ({ start: instant(start), end: instant(end), coverId: null })

describe('a form asks at the person’s own shift start or local time', () => {
  test.each([
    ['shift start before the clock change', '2026-03-27', daily, calendar(), '2026-03-27T08:00:00Z', null],
    ['shift start after the clock change', '2026-03-30', daily, calendar(), '2026-03-30T07:00:00Z', null],
    ['a local time', '2026-03-27', { ...daily, at: '16:00' }, calendar(), '2026-03-27T15:00:00Z', null],
    ['a local time that the clock skips', '2026-03-29', { days: [7], at: '02:30', every_weeks: 1 }, calendar(), '2026-03-29T01:30:00Z', 'No shift on this day.'],
    ['a night shift belongs to the day it starts', '2026-03-24', daily, calendar({ periods: [period('Asia/Manila', null, [week('22:00', '06:00')])] }), '2026-03-24T14:00:00Z', null],
    ['a half-hour zone', '2026-03-24', daily, calendar({ periods: [period('Asia/Kolkata')] }), '2026-03-24T03:30:00Z', null],
    ['a holiday', '2026-04-03', daily, calendar({ holidays: new Set(['2026-04-03']) }), '2026-04-03T07:00:00Z', 'Holiday.'],
    ['an absence', '2026-03-24', daily, calendar({ absences: [absent('2026-03-23T00:00Z', '2026-03-28T00:00Z')] }), '2026-03-24T08:00:00Z', 'Away.'],
    ['a morning away moves the start', '2026-03-24', daily, calendar({ absences: [absent('2026-03-24T08:00Z', '2026-03-24T11:00Z')] }), '2026-03-24T11:00:00Z', null],
    ['a shift given away', '2026-03-24', daily, calendar({ given: new Set(['2026-03-24']) }), '2026-03-24T08:00:00Z', 'Gave this shift away.'],
    ['no shift that day', '2026-03-24', daily, calendar({ periods: [period('Europe/Berlin', null, [week('09:00', '17:00', [1])])] }), '2026-03-24T08:00:00Z', 'No shift on this day.'],
  ])('%s', (_why, date, rhythm, when, at, off) => {
    const ask = askOn(date, rhythm, ANCHOR, when)
    expect({ at: ask?.at.toString(), off: ask?.off }).toEqual({ at, off })
  })

  test.each([
    ['another weekday', '2026-03-28', daily],
    ['the week between', '2026-03-10', { ...daily, every_weeks: 2 }],
  ])('not on %s', (_why, date, rhythm) => expect(askOn(date, rhythm, ANCHOR, calendar())).toBeNull())

  test('every second week counts from the first one', () => {
    expect(['2026-03-03', '2026-03-10', '2026-03-17', '2026-03-24'].map((date) => askOn(date, { ...daily, every_weeks: 2 }, ANCHOR, calendar()) !== null)).toEqual([true, false, true, false])
  })
})

describe('what comes next', () => {
  const plan = (now: string, given: Partial<Parameters<typeof nextAsk>[0]> = {}) =>
    nextAsk({ rhythm: daily, anchor: ANCHOR, calendar: calendar(), now: instant(now), since: instant('2026-03-01T00:00Z'), asked: new Set(), ...given })
  test.each([
    ['before the shift: today', '2026-03-24T07:00Z', {}, '2026-03-24T08:00:00Z'],
    ['at the very moment: now', '2026-03-24T08:00Z', {}, '2026-03-24T08:00:00Z'],
    ['asked already: tomorrow', '2026-03-24T08:00Z', { asked: new Set(['2026-03-24']) }, '2026-03-25T08:00:00Z'],
    ['hours moved to an earlier start while the shift is on: at once', '2026-03-24T10:00Z', {}, '2026-03-24T10:00:00Z'],
    ['made in the middle of the day: from tomorrow', '2026-03-24T10:00Z', { since: instant('2026-03-24T10:00Z') }, '2026-03-25T08:00:00Z'],
    ['after the shift: tomorrow', '2026-03-24T18:00Z', {}, '2026-03-25T08:00:00Z'],
    ['on Friday evening: on Monday', '2026-03-27T18:00Z', {}, '2026-03-30T07:00:00Z'],
  ])('%s', (_why, now, given, at) => expect(plan(now, given)?.at.toString()).toBe(at))

  test('nobody without hours is asked', () => {
    expect(plan('2026-03-24T10:00Z', { calendar: calendar({ periods: [] }) })).toBeNull()
  })

  test('after a date comes the next turn, even if its moment has passed', () => {
    expect(askAfter('2026-03-24', { rhythm: daily, anchor: ANCHOR, calendar: calendar(), asked: new Set() })?.date).toBe('2026-03-25')
  })
})

describe('one prompt a local date', () => {
  const zones = fc.constantFrom('Europe/Berlin', 'Asia/Manila', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu')
  const rhythms = fc.record({ days: fc.constantFrom([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7]), at: fc.constantFrom('shift_start', '02:30', '16:00', '23:45'), every_weeks: fc.constantFrom(1, 2) })
  const hours = fc.constantFrom(week('09:00', '17:00'), week('22:00', '06:00'), week('00:00', '08:00', [1, 2, 3, 4, 5, 6, 7]), [...week('08:00', '12:00'), ...week('14:00', '18:00')])

  test('over clock changes, moves of zone and hours, whenever plans are made again', () => {
    fc.assert(fc.property(zones, zones, hours, hours, rhythms, fc.array(fc.integer({ min: 0, max: 20 * 24 }), { maxLength: 6 }), (zone, later, first, second, rhythm, replans) => {
      const moved = calendar({ periods: [period(zone, null, [first]), period(later, '2026-03-31', [second])] })
      const asked = walk(moved, rhythm, replans.toSorted((a, b) => a - b))
      expect(new Set(asked).size).toBe(asked.length)
      const due = [...turns(moved, rhythm)]
      expect(asked).toEqual(expect.arrayContaining(due))
    }), { numRuns: 200 })
  })

  /** Lives through three weeks like the timers do: asks when due, plans the next, and plans again at odd hours. */
  function walk(when: WorkCalendar, rhythm: Rhythm, replans: number[]): string[] {
    const begin = instant('2026-03-20T00:00Z')
    const end = begin.add({ hours: 21 * 24 })
    const asked: string[] = []
    const facts = () => ({ rhythm, anchor: ANCHOR, calendar: when, asked: new Set(asked) })
    let planned = nextAsk({ ...facts(), now: begin, since: begin })
    let left = replans.map((hour) => begin.add({ hours: hour }))
    while (planned !== null) {
      const replan = left[0]
      if (replan && Temporal.Instant.compare(replan, planned.at) <= 0) {
        left = left.slice(1)
        planned = nextAsk({ ...facts(), now: replan, since: begin })
        continue
      }
      if (Temporal.Instant.compare(planned.at, end) >= 0) break
      asked.push(planned.date)
      planned = askAfter(planned.date, facts())
    }
    return asked
  }

  /** Days well inside the walk on which the rhythm has its turn. */
  function* turns(when: WorkCalendar, rhythm: Rhythm): Generator<string> {
    for (let day = 22; day <= 31; day++) {
      const ask = askOn(`2026-03-${day}`, rhythm, ANCHOR, when)
      if (ask !== null && ask.off === null) yield ask.date
    }
  }
})
