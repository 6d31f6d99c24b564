import { describe, expect, test } from 'vitest'
import { ribbonDay } from './ribbon-day.ts'

const day = (date: string, zone: string) => ribbonDay(Temporal.PlainDate.from(date), zone)

describe('a day has its real length', () => {
  test.each([
    ['an ordinary day', '2026-03-24', 'Asia/Tokyo', 1440],
    ['clocks go forward', '2026-03-29', 'Europe/Lisbon', 1380],
    ['clocks go back', '2026-10-25', 'Europe/Lisbon', 1500],
    ['half an hour of summer', '2026-10-04', 'Australia/Lord_Howe', 1410],
  ])('%s', (_why, date, zone, minutes) => expect(day(date, zone).dayMinutes).toBe(minutes))

  test('noon stands where noon is', () => {
    expect(day('2026-03-29', 'Europe/Lisbon').ticks.map(({ at, label }) => `${at} ${label}`)).toEqual(['0 00', '300 06', '660 12', '1020 18', '1380 00'])
  })
  test('instants become minutes of the day', () => {
    const tokyo = day('2026-03-24', 'Asia/Tokyo')
    expect(tokyo.spanOf(Temporal.Instant.from('2026-03-24T00:00:00Z'), Temporal.Instant.from('2026-03-24T15:30:00Z'))).toEqual([540, 1470])
  })
})
