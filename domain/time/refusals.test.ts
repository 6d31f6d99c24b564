import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { addWorkingMinutes } from './add-working-minutes.ts'
import { nextLocalTime } from './local-times.ts'
import { nextWorkingMoment } from './next-working-moment.ts'
import { nthWorkingDay } from './nth-working-day.ts'
import { nextShift } from './shifts.ts'
import { workingMinutes } from './types.ts'
import type { WorkCalendar } from './types.ts'

const AT = Temporal.Instant.from('2026-06-04T10:00Z')
const idle: WorkCalendar = {
  periods: [{ from: null, zone: 'Europe/Berlin', anchor: '2026-01-05', weeks: [[]] }],
  holidays: new Set(), absences: [], given: new Set(), taken: [],
}

test.each([
  ['addWorkingMinutes', () => addWorkingMinutes(AT, workingMinutes(240), idle), 'No 240 working minutes in Europe/Berlin within a year.'],
  ['nextWorkingMoment', () => nextWorkingMoment(AT, idle), 'No working time in Europe/Berlin within a year.'],
  ['nextShift', () => nextShift(AT, idle), 'No shift in Europe/Berlin within a year.'],
  ['nthWorkingDay', () => nthWorkingDay(AT, 3, idle), 'No 4 shifts in Europe/Berlin within a year.'],
])('%s says what is missing and what to do', (_name, call, message) => {
  expect(call).toThrow(new Refusal('no_working_time', message, 'Ask them to set working hours, or send the ask to someone else.'))
})

test('a schedule without days is refused', () => {
  expect(() => nextLocalTime(AT, { zone: 'Europe/Berlin', time: '09:00', days: [] })).toThrow('names no day of the week')
})

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('%d are no working minutes', (n) => {
  expect(() => workingMinutes(n)).toThrow(Refusal)
})
