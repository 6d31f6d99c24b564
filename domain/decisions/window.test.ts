import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import type { Absence, Weekday, WorkCalendar } from '../time/types.ts'
import { instant } from './decisions.test-kit.ts'
import { WINDOW_DAYS_MAX, absentWithCover, windowFor } from './window.ts'
import type { NamedReader } from './window.ts'

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5]
function works(zone: string, more: Partial<WorkCalendar> = {}, days: readonly Weekday[] = WEEKDAYS): WorkCalendar {
  const week = days.map((day) => ({ day, start: '09:00', end: '17:00' }))
  return { periods: [{ from: null, zone, anchor: '2026-01-05', weeks: [week] }], holidays: new Set(), absences: [], given: new Set(), taken: [], ...more }
}
const away = (start: string, end: string, coverId: string | null): Absence => ({ start: instant(start), end: instant(end), coverId })
const ben = (more: Partial<WorkCalendar> = {}): NamedReader => ({ id: 'ben', calendar: works('Europe/Berlin', more) })
const MEI: NamedReader = { id: 'mei', calendar: works('Asia/Manila') }
const NORA: NamedReader = { id: 'nora', calendar: works('America/New_York') }
const OMAR: NamedReader = { id: 'omar', calendar: works('Asia/Riyadh', {}, [7, 1, 2, 3, 4]) }
const NEVER: NamedReader = { id: 'never', calendar: { ...works('UTC'), periods: [] } }
const MONDAY = '2026-06-01T10:00+02:00'

describe('the deadline is when the last reader has had the window on the own calendar', () => {
  test.each([
    ['one reader, five days', MONDAY, [ben()], 5, '2026-06-08T17:00+02:00', 'ben'],
    ['the same day', MONDAY, [ben()], 0, '2026-06-01T17:00+02:00', 'ben'],
    ['opened after hours, today is tomorrow', '2026-06-01T17:00+02:00', [ben()], 5, '2026-06-09T17:00+02:00', 'ben'],
    ['opened before hours', '2026-06-01T07:00+02:00', [ben()], 1, '2026-06-02T17:00+02:00', 'ben'],
    ['opened at the weekend', '2026-06-06T12:00+02:00', [ben()], 1, '2026-06-09T17:00+02:00', 'ben'],
    ['Friday lasts longest in New York', '2026-06-05T08:00Z', [ben(), MEI, NORA], 0, '2026-06-05T17:00-04:00', 'nora'],
    ['in Manila the day is over, so it counts from tomorrow', '2026-06-01T10:00Z', [ben(), MEI, NORA], 1, '2026-06-03T17:00+08:00', 'mei'],
    ['where it is Saturday already', '2026-06-05T20:00Z', [MEI, NORA], 0, '2026-06-08T17:00+08:00', 'mei'],
    ['Sunday to Thursday', '2026-06-04T10:00+03:00', [ben(), OMAR], 1, '2026-06-07T17:00+03:00', 'omar'],
    ['a holiday of one of them', MONDAY, [MEI, ben({ holidays: new Set(['2026-06-04']) })], 5, '2026-06-09T17:00+02:00', 'ben'],
    ['an absence without a cover holds everybody up', MONDAY, [MEI, ben({ absences: [away('2026-06-02T00:00+02:00', '2026-06-04T00:00+02:00', null)] })], 5, '2026-06-10T17:00+02:00', 'ben'],
    ['an absence with a cover holds nobody up', MONDAY, [ben({ absences: [away('2026-06-02T00:00+02:00', '2026-06-20T00:00+02:00', 'mei')] })], 5, '2026-06-08T17:00+02:00', 'ben'],
    ['half a day off is a working day', MONDAY, [ben({ absences: [away('2026-06-02T13:00+02:00', '2026-06-03T00:00+02:00', null)] })], 1, '2026-06-02T13:00+02:00', 'ben'],
    ['across the night in which clocks go forward', '2026-03-27T10:00+01:00', [ben()], 1, '2026-03-30T17:00+02:00', 'ben'],
    ['while only America has changed its clocks', '2026-03-06T10:00-05:00', [ben(), NORA], 1, '2026-03-09T17:00-04:00', 'nora'],
    ['a reader who never works is not waited for', MONDAY, [NEVER, ben()], 5, '2026-06-08T17:00+02:00', 'ben'],
    ['of two who end at once, the one who is named first', MONDAY, [{ ...ben(), id: 'eva' }, ben()], 5, '2026-06-08T17:00+02:00', 'eva'],
  ])('%s', (_why, now, readers, days, deadline, setBy) => {
    const window = windowFor({ readers, days, chosen: null }, instant(now))
    expect(window.deadline.toString()).toBe(instant(deadline).toString())
    expect(window.setById).toBe(setBy)
    expect(window.readers.map(({ personId }) => personId)).toEqual(readers.map(({ id }) => id))
    expect(window.readers.find(({ personId }) => personId === 'never')?.endsAt ?? null).toBeNull()
  })
})

describe('a chosen moment holds where it is no earlier than anybody needs', () => {
  test.each([
    ['later', '2026-06-20T12:00Z', '2026-06-20T12:00Z', null],
    ['earlier', '2026-06-03T12:00Z', '2026-06-08T15:00Z', 'ben'],
    ['just when the last one ends', '2026-06-08T15:00Z', '2026-06-08T15:00Z', null],
  ])('%s', (_why, chosen, deadline, setBy) => {
    const window = windowFor({ readers: [ben()], days: 5, chosen: instant(chosen) }, instant(MONDAY))
    expect([window.deadline.toString(), window.setById]).toEqual([instant(deadline).toString(), setBy])
  })

  test('without readers who work, it is all there is', () => {
    const chosen = instant('2026-06-20T12:00Z')
    expect(windowFor({ readers: [NEVER], days: 5, chosen }, instant(MONDAY))).toEqual({ deadline: chosen, setById: null, readers: [{ personId: 'never', endsAt: null }] })
    expect(windowFor({ readers: [], days: 5, chosen }, instant(MONDAY)).deadline).toEqual(chosen)
  })
})

describe('what cannot be a window', () => {
  test.each([
    ['in the past', [ben()], 5, '2026-05-01T00:00Z', 'bad_input'],
    ['now', [ben()], 5, MONDAY, 'bad_input'],
    ['too long', [ben()], WINDOW_DAYS_MAX + 1, null, 'bad_input'],
    ['negative', [ben()], -1, null, 'bad_input'],
    ['half a day', [ben()], 0.5, null, 'bad_input'],
    ['not a number', [ben()], Number.NaN, null, 'bad_input'],
    ['nobody works', [NEVER], 5, null, 'no_working_time'],
    ['nobody is named', [], 5, null, 'no_working_time'],
    ['absent for years, without a cover', [ben({ absences: [away('2026-01-01T00:00Z', '2029-01-01T00:00Z', null)] })], 5, null, 'no_working_time'],
  ])('%s', (_why, readers, days, chosen, code) => {
    const attempt = () => windowFor({ readers, days, chosen: chosen === null ? null : instant(chosen) }, instant(MONDAY))
    expect(attempt).toThrow(Refusal)
    expect(attempt).toThrow(expect.objectContaining({ code }))
  })

  test('the longest window of a person who works two days a week is found', () => {
    const { deadline } = windowFor({ readers: [{ id: 'eva', calendar: works('Europe/Berlin', {}, [2, 3]) }], days: WINDOW_DAYS_MAX, chosen: null }, instant(MONDAY))
    expect(deadline.toString()).toBe(instant('2026-12-29T17:00+01:00').toString())
  })
})

describe('who is absent with a cover at a moment', () => {
  const covered = away('2026-06-02T00:00+02:00', '2026-06-04T00:00+02:00', 'mei')
  test.each([
    ['before', '2026-06-01T23:59+02:00', [covered], []],
    ['from its first moment', '2026-06-02T00:00+02:00', [covered], ['ben']],
    ['until its last', '2026-06-03T23:59:59+02:00', [covered], ['ben']],
    ['after', '2026-06-04T00:00+02:00', [covered], []],
    ['nobody covers', '2026-06-03T12:00+02:00', [{ ...covered, coverId: null }], []],
    ['of two absences one is covered', '2026-06-03T12:00+02:00', [{ ...covered, coverId: null }, covered], ['ben']],
  ])('%s', (_why, at, absences, expected) => {
    expect([...absentWithCover([MEI, ben({ absences })], instant(at))]).toEqual(expected)
  })
})
