import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import type { Interval, Weekday } from './types.ts'
import { checkWeek } from './validate.ts'

describe('checkWeek accepts', () => {
  test.each([
    ['no hours at all', []],
    ['a day with a break', [at(1, '09:00', '12:00'), at(1, '13:00', '18:00')]],
    ['hours that touch', [at(1, '09:00', '12:00'), at(1, '12:00', '18:00')]],
    ['hours in any order', [at(2, '09:00', '12:00'), at(1, '09:00', '12:00')]],
    ['a whole day', [at(1, '00:00', '24:00'), at(2, '00:00', '24:00')]],
    ['a night that ends as the next day’s hours begin', [at(1, '22:00', '06:00'), at(2, '06:00', '12:00')]],
    ['a night from Sunday into Monday', [at(7, '22:00', '06:00'), at(1, '06:00', '12:00')]],
    ['one interval of nearly a day', [at(3, '09:00', '08:59')]],
  ])('%s', (_why, week) => {
    expect(() => checkWeek(week)).not.toThrow()
  })
})

describe('checkWeek refuses', () => {
  test.each([
    ['an hour that does not exist', [at(1, '25:00', '26:00')], '25:00 is not a time of day.'],
    ['a minute that does not exist', [at(1, '09:00', '12:60')], '12:60 is not a time of day.'],
    ['a start at 24:00', [at(1, '24:00', '06:00')], '24:00 is not a time of day.'],
    ['a time without its zero', [at(1, '9:00', '12:00')], '9:00 is not a time of day.'],
    ['words', [at(1, 'nine', '12:00')], 'nine is not a time of day.'],
    ['an eighth day', [at(8 as Weekday, '09:00', '12:00')], '8 is not a day of the week.'],
    ['no length', [at(1, '09:00', '09:00')], 'Monday 09:00 to 09:00 has no length.'],
    ['overlap', [at(1, '11:00', '13:00'), at(1, '09:00', '12:00')], 'Monday 09:00 to 12:00 and Monday 11:00 to 13:00 overlap.'],
    ['the same hours twice', [at(1, '09:00', '12:00'), at(1, '09:00', '12:00')], 'Monday 09:00 to 12:00 and Monday 09:00 to 12:00 overlap.'],
    ['overlap over midnight', [at(2, '05:00', '12:00'), at(1, '22:00', '06:00')], 'Monday 22:00 to 06:00 and Tuesday 05:00 to 12:00 overlap.'],
    ['overlap from Sunday into Monday', [at(1, '05:00', '12:00'), at(7, '22:00', '06:00')], 'Sunday 22:00 to 06:00 and Monday 05:00 to 12:00 overlap.'],
  ])('%s', (_why, week, message) => {
    const refusal = refusalOf(() => checkWeek(week))
    expect(refusal.code).toBe('bad_input')
    expect(refusal.message).toBe(message)
    expect(refusal.next).toMatch(/^[A-Z].*\.$/)
  })
})

function at(day: Weekday, start: string, end: string): Interval {
  return { day, start, end }
}

function refusalOf(call: () => void): Refusal {
  try {
    call()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}
