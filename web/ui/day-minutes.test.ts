import { describe, expect, test } from 'vitest'
import { clockOf, minutesOf } from './day-minutes.ts'

describe('times are read as people type them', () => {
  test.each([['9', 540], ['930', 570], ['9:30', 570], ['09.30', 570], ['1730', 1050], [' 24:00 ', 1440], ['0', 0], ['24:15', undefined], ['9:75', undefined], ['25', undefined], ['soon', undefined], ['', undefined]])('%s', (typed, minutes) => {
    expect(minutesOf(typed)).toBe(minutes)
  })
})

describe('and written as a clock', () => {
  test.each([[0, '00:00'], [570, '09:30'], [1440, '24:00'], [1560, '02:00'], [-60, '23:00']])('%d', (minutes, clock) => expect(clockOf(minutes)).toBe(clock))
})
