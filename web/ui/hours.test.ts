import { describe, expect, test } from 'vitest'
import type { Interval } from '#domain/time/types.ts'
import { minutesOf } from './day-minutes.ts'
import { copyMonday, daySentence, drawnSpan, fromDayBefore, nextFree, spanOf, withDay } from './hours.ts'

const monday: Interval[] = [{ day: 1, start: '09:00', end: '12:30' }, { day: 1, start: '22:00', end: '02:00' }]

describe('hours of a week', () => {
  test('an interval that ends before it starts ends on the next day', () => {
    expect(spanOf({ day: 1, start: '22:00', end: '02:00' })).toEqual([1320, 1560])
    expect(fromDayBefore(monday, 2)).toEqual([[0, 120]])
    expect(fromDayBefore([{ day: 7, start: '23:00', end: '01:00' }], 1)).toEqual([[0, 60]])
  })
  test('intervals that touch or overlap become one', () => {
    expect(withDay([], 3, [[540, 720], [720, 800], [600, 650], [900, 960]])).toEqual([{ day: 3, start: '09:00', end: '13:20' }, { day: 3, start: '15:00', end: '16:00' }])
  })
  test('a whole day is written 00:00 to 24:00', () => expect(withDay([], 6, [[0, 1440]])).toEqual([{ day: 6, start: '00:00', end: '24:00' }]))
  test('Monday is copied to the other weekdays and nothing else changes', () => {
    const copied = copyMonday([...monday, { day: 2, start: '07:00', end: '08:00' }, { day: 6, start: '10:00', end: '11:00' }])
    expect(copied.filter(({ day }) => day === 2).map(({ start }) => start)).toEqual(['09:00', '22:00'])
    expect(copied.map(({ day }) => day)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6])
  })
  test('adding hours offers nine to five, then what is free', () => {
    expect(nextFree([], 1)).toEqual([540, 1020])
    expect(nextFree([{ day: 1, start: '09:00', end: '12:00' }], 1)).toEqual([780, 900])
  })
})

test.each([
  ['5pm', 1020], ['5 PM', 1020], ['9:30am', 570], ['12am', 0], ['12 p.m.', 720], ['17', 1020], ['17h', 1020], ['17 Uhr', 1020], ['1730', 1050], ['9.30', 570], ['24:00', 1440],
  ['99', undefined], ['abc', undefined], ['17pm', undefined], ['0am', undefined], ['9:75', undefined],
])('a time as people type it: %s', (typed, minutes) => expect(minutesOf(typed)).toBe(minutes))

describe('drawing', () => {
  test.each([
    ['snaps to the quarter hour', 0.371, 0.502, [540, 720]],
    ['works from right to left', 0.5, 0.375, [540, 720]],
    ['stops at the edges', -0.2, 1.4, [0, 1440]],
    ['a press draws nothing', 0.5, 0.505, undefined],
  ])('%s', (_why, start, end, span) => expect(drawnSpan(start, end)).toEqual(span))
})

test.each([
  [monday, 'Monday: 09:00 to 12:30 and 22:00 to 02:00 the next day.'], [[], 'Monday: no work.'],
] as const)('a day is said as a sentence', (hours, sentence) => expect(daySentence('Monday', hours)).toBe(sentence))
