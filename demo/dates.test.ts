import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { storyDates, WRITTEN_END } from './dates.ts'

const WEEK_MS = 7 * 24 * 3_600_000
const weekday = (at: Temporal.Instant): number => at.toZonedDateTimeISO('UTC').dayOfWeek

describe('the story of the demo at another time', () => {
  test('is as it is written where it ends', () => {
    const { begin, moved, movedDate } = storyDates(Temporal.Instant.from(WRITTEN_END))
    expect([begin.toString(), moved(WRITTEN_END).toString(), movedDate('2026-03-20')]).toEqual(['2026-02-23T00:04:00Z', WRITTEN_END, '2026-03-20'])
  })

  test('is over at any moment, for less than a week, and keeps its weekdays', () => {
    fc.assert(fc.property(fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true }), (date) => {
      const { moved, movedDate } = storyDates(Temporal.Instant.fromEpochMilliseconds(date.getTime()))
      const since = date.getTime() - moved(WRITTEN_END).epochMilliseconds
      expect(since).toBeGreaterThanOrEqual(0)
      expect(since).toBeLessThan(WEEK_MS)
      expect(weekday(moved(WRITTEN_END))).toBe(weekday(Temporal.Instant.from(WRITTEN_END)))
      expect(movedDate(WRITTEN_END.slice(0, 'YYYY-MM-DD'.length))).toBe(moved(WRITTEN_END).toString().slice(0, 'YYYY-MM-DD'.length))
    }))
  })
})
