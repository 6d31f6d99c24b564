import { describe, expect, test } from 'vitest'
import { addWorkingMinutes } from './add-working-minutes.ts'
import { nextShift } from './shifts.ts'
import { workingMinutes } from './types.ts'
import type { Weekday, WorkCalendar } from './types.ts'

const WORKDAYS: Weekday[] = [1, 2, 3, 4, 5]
const berlin: WorkCalendar = {
  periods: [{ from: null, zone: 'Europe/Berlin', anchor: '2026-01-05', weeks: [WORKDAYS.map((day) => ({ day, start: '09:00', end: '17:00' }))] }],
  holidays: new Set(['2026-05-01']), absences: [], given: new Set(), taken: [],
}

describe('addWorkingMinutes counts only working time', () => {
  test.each([
    ['stands still over the weekend', '2026-06-05T16:00+02:00', 120, '2026-06-08T10:00+02:00'],
    ['skips a day off', '2026-04-30T16:00+02:00', 120, '2026-05-04T10:00+02:00'],
    ['across a clock change', '2026-03-27T16:00+01:00', 120, '2026-03-30T10:00+02:00'],
  ])('%s', (_why, from, minutes, due) => {
    const actual = addWorkingMinutes(Temporal.Instant.from(from), workingMinutes(minutes), berlin)
    expect(actual.toString()).toBe(Temporal.Instant.from(due).toString())
  })

  test('the next shift after Friday evening starts on Monday', () => {
    expect(nextShift(Temporal.Instant.from('2026-06-05T20:00+02:00'), berlin).date).toBe('2026-06-08')
  })
})
