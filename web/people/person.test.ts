import { describe, expect, test } from 'vitest'
import type { Interval, Weekday } from '#domain/time/types.ts'
import { holidayWords, periodWords, weekWords } from './period-words.ts'
import { swapWords } from './swap-words.ts'
import { awaySpan, awayWords } from './time-away.ts'

const on = (days: number[], start: string, end: string): Interval[] => days.map((day) => ({ day: day as Weekday, start, end }))

describe('weeks are said as people say them', () => {
  test.each([
    ['alike days once', on([1, 2, 3, 4, 5], '09:00', '17:00'), 'Monday to Friday 09:00 to 17:00'],
    ['a gap in the week', [...on([1, 2], '09:00', '17:00'), ...on([4], '09:00', '12:00')], 'Monday to Tuesday 09:00 to 17:00; Thursday 09:00 to 12:00'],
    ['a lunch', [...on([1], '09:00', '12:30'), ...on([1], '13:30', '18:00')], 'Monday 09:00 to 12:30 and 13:30 to 18:00'],
    ['across midnight', on([5], '22:00', '06:00'), 'Friday 22:00 to 06:00 the next day'],
    ['nothing', [], 'no work'],
  ])('%s', (_why, week, said) => expect(weekWords(week)).toBe(said))
  test('that rotate, one after the other', () => {
    expect(periodWords({ zone: 'Asia/Tokyo', weeks: [on([1], '09:00', '17:00'), on([2], '09:00', '17:00')] })).toBe('Tokyo, two weeks in turn. One: Monday 09:00 to 17:00. Two: Tuesday 09:00 to 17:00.')
  })
})

describe('time away', () => {
  const typed = { from: '2026-03-28', until: '2026-03-29', partly: false, fromTime: '', untilTime: '' }
  test('of whole days ends with the last one, also when the clocks change', () => {
    expect(awaySpan(typed, 'Europe/Lisbon')).toEqual({ span: { start: '2026-03-28T00:00:00Z', end: '2026-03-29T23:00:00Z' } })
  })
  test('of one day needs one date', () => {
    expect(awaySpan({ ...typed, until: '' }, 'Asia/Tokyo')).toEqual({ span: { start: '2026-03-27T15:00:00Z', end: '2026-03-28T15:00:00Z' } })
  })
  test('of hours has times', () => {
    expect(awaySpan({ ...typed, until: '2026-03-28', partly: true, fromTime: '13:00', untilTime: '15:30' }, 'Asia/Tokyo')).toEqual({ span: { start: '2026-03-28T04:00:00Z', end: '2026-03-28T06:30:00Z' } })
  })
  test.each([[{ ...typed, from: '' }, 'from'], [{ ...typed, until: '2026-03-01' }, 'until']])('says what is wrong', (wrong, field) => {
    expect(awaySpan(wrong, 'Asia/Tokyo')).toHaveProperty(`errors.${field}`)
  })
  test('is said with its last day, and with times where it has some', () => {
    expect(awayWords({ start: '2026-03-28T00:00:00Z', end: '2026-03-29T23:00:00Z' }, 'Europe/Lisbon')).toBe('Saturday 28 March to Sunday 29 March')
    expect(awayWords({ start: '2026-03-28T04:00:00Z', end: '2026-03-28T06:30:00Z' }, 'Asia/Tokyo')).toBe('Saturday 28 March 13:00 to Saturday 28 March 15:30')
  })
})

test('holidays are counted, and the next one named', () => {
  expect(holidayWords({ days: 12, next: { date: '2026-04-03', name: 'Good Friday' } })).toBe('Twelve days; next: Good Friday on Friday 3 April 2026')
})

test.each([
  ['offered', 'k', 'You offer Ana your shift of Tuesday 24 March 2026; it stays yours until Ana accepts.'],
  ['offered', 'a', 'Kenji offers you the shift of Tuesday 24 March 2026; it counts once you accept.'],
  ['accepted', 'k', 'Ana takes the shift of Tuesday 24 March 2026 from you.'],
  ['declined', 'a', 'You declined the shift of Tuesday 24 March 2026 from Kenji.'],
  ['withdrawn', 'x', 'Kenji took the offer of Tuesday 24 March 2026 to Ana back.'],
] as const)('a swap %s is said to %s', (state, me, said) => {
  expect(swapWords({ giverId: 'k', takerId: 'a', date: '2026-03-24', state }, me, new Map([['k', 'Kenji'], ['a', 'Ana']]))).toBe(said)
})
