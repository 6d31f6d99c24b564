import { describe, expect, test } from 'vitest'
import { checkWeek } from '../time/validate.ts'
import type { Interval, WorkCalendar } from '../time/types.ts'
import { isTurn, nextTurnDate, rhythmWords, turnOf } from './rhythm.ts'
import type { Rhythm } from './rhythm.ts'

const rhythm = (over: Partial<Rhythm>): Rhythm => ({ every: 1, unit: 'weeks', days: [1], week: 1, from: '2026-03-02', ...over })
const dates = (of: Rhythm, count: number, from = '2026-01-01') => {
  const found: string[] = []
  for (let next = nextTurnDate(from, of); next !== null && found.length < count; next = nextTurnDate(Temporal.PlainDate.from(next).add({ days: 1 }).toString(), of)) found.push(next)
  return found
}

describe('the turns of a rhythm', () => {
  test.each<[string, Rhythm, string[]]>([
    ['Every week on Monday', rhythm({}), ['2026-03-02', '2026-03-09', '2026-03-16']],
    ['Every second week on Monday and Thursday, from 4 March', rhythm({ every: 2, days: [4, 1], from: '2026-03-04' }), ['2026-03-05', '2026-03-16', '2026-03-19']],
    ['Every 10 days, from 2 March', rhythm({ every: 10, unit: 'days', days: [] }), ['2026-03-02', '2026-03-12', '2026-03-22']],
    ['Every day where it is Saturday and Sunday', rhythm({ unit: 'days', days: [6, 7] }), ['2026-03-07', '2026-03-08', '2026-03-14']],
    ['On the first Tuesday of each month', rhythm({ unit: 'months', days: [2] }), ['2026-03-03', '2026-04-07', '2026-05-05']],
    ['On the last Friday of every 3 months, from 2 March', rhythm({ unit: 'months', every: 3, days: [5], week: -1 }), ['2026-03-27', '2026-06-26', '2026-09-25']],
    ['Every 7 days where it is Tuesday, from 2 March', rhythm({ unit: 'days', every: 7, days: [2] }), []],
  ])('%s', (words, of, expected) => {
    expect(rhythmWords(of)).toBe(words)
    expect(dates(of, 3)).toEqual(expected)
    for (const date of expected) expect(isTurn(date, of)).toBe(true)
  })
})

const nineToFive: Interval[] = ([1, 2, 3, 4, 5] as const).map((day) => ({ day, start: '09:00', end: '17:00' }))
checkWeek(nineToFive)
const person = (zone: string, absences: readonly (readonly [string, string, string | null])[] = []): WorkCalendar => ({
  periods: [{ from: null, zone, anchor: '2026-01-05', weeks: [nineToFive] }], holidays: new Set(), given: new Set(), taken: [],
  absences: absences.map(([start, end, coverId]) => ({ start: Temporal.Instant.from(start), end: Temporal.Instant.from(end), coverId })),
})
const away = ['2026-03-27T00:00:00Z', '2026-04-01T22:00:00Z'] as const

describe('whose turn it is', () => {
  const berlin = person('Europe/Berlin')
  test.each<[string, string, string[], Record<string, WorkCalendar>, string, string]>([
    ['begins with their working day', '2026-03-27', ['ana'], { ana: berlin }, 'ana', '2026-03-27T08:00:00Z'],
    ['and after a clock change too', '2026-03-30', ['ana'], { ana: berlin }, 'ana', '2026-03-30T07:00:00Z'],
    ['on a day off, with the next', '2026-03-28', ['ana'], { ana: berlin }, 'ana', '2026-03-30T07:00:00Z'],
    ['away: whoever covers', '2026-03-30', ['ana'], { ana: person('Europe/Berlin', [[...away, 'ben']]), ben: person('Asia/Tokyo') }, 'ben', '2026-03-30T00:00:00Z'],
    ['away: the next in the role', '2026-03-30', ['ana', 'ben'], { ana: person('Europe/Berlin', [[...away, null]]), ben: person('Asia/Tokyo') }, 'ben', '2026-03-30T00:00:00Z'],
    ['all away: once the first is back', '2026-03-30', ['ana'], { ana: person('Europe/Berlin', [[...away, null]]) }, 'ana', '2026-04-02T07:00:00Z'],
    ['somebody unknown is passed over', '2026-03-30', ['cem', 'ana'], { ana: berlin }, 'ana', '2026-03-30T07:00:00Z'],
  ])('%s', (_why, date, candidates, calendars, personId, at) => {
    expect(turnOf(date, candidates, new Map(Object.entries(calendars)))).toEqual({ personId, at: Temporal.Instant.from(at) })
  })
  test('nobody works', () => { expect(turnOf('2026-03-30', ['ana'], new Map([['ana', { ...berlin, periods: [] }]]))).toBeNull() })
})
