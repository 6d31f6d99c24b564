import { describe, expect, test } from 'vitest'
import { dateIn, dragStep, keyStep, pressStep, stripOf } from './date-steps.ts'

const TUESDAY = '2026-03-24'

test('the strip shows the day between its neighbours', () => {
  expect(stripOf(TUESDAY).map(({ weekday, day }) => `${weekday} ${day}`)).toEqual(['Sat 21', 'Sun 22', 'Mon 23', 'Tue 24', 'Wed 25', 'Thu 26', 'Fri 27'])
})

describe('keys lead', () => {
  test.each([['ArrowRight', '2026-03-25'], ['ArrowLeft', '2026-03-23'], ['PageUp', '2026-03-31'], ['Home', '2026-03-01'], ['a', undefined]])('%s to %s', (key, date) => {
    expect(keyStep(key, TUESDAY, '2026-03-01')).toBe(date)
  })
})

test('a drag pulls the days along; a press chooses the day under it', () => {
  expect(dragStep(TUESDAY, 0.9, 0.3)).toBe('2026-03-28')
  expect(dragStep(TUESDAY, 0.3, 0.35)).toBe(TUESDAY)
  expect([pressStep(TUESDAY, 0.01), pressStep(TUESDAY, 0.5), pressStep(TUESDAY, 1)]).toEqual(['2026-03-21', TUESDAY, '2026-03-27'])
})

test.each([['2026-03-24', '2026-03-24'], ['2026-13-01', undefined], [7, undefined], ['today', undefined]])('the address %s names %s', (value, date) => expect(dateIn(value)).toBe(date))
