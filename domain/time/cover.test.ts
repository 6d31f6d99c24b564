import { describe, expect, test } from 'vitest'
import { absenceAt, coverAt } from './cover.ts'
import type { Absence, WorkCalendar } from './types.ts'

const THURSDAY = Temporal.Instant.from('2026-06-04T10:00Z')

describe('coverAt finds who stands in', () => {
  test.each([
    ['the person when not away', { ana: [] }, 'ana', ['ana']],
    ['the cover when away', { ana: [away('ben')], ben: [] }, 'ben', ['ana', 'ben']],
    ['the cover’s cover', { ana: [away('ben')], ben: [away('chi')], chi: [] }, 'chi', ['ana', 'ben', 'chi']],
    ['nobody when no cover was named', { ana: [away(null)] }, null, ['ana']],
    ['nobody when two cover each other', { ana: [away('ben')], ben: [away('ana')] }, null, ['ana', 'ben']],
    ['nobody when somebody covers for themselves', { ana: [away('ana')] }, null, ['ana']],
    ['nobody when the cover is not known', { ana: [away('zoe')] }, null, ['ana', 'zoe']],
    ['the person before the absence', { ana: [away('ben', '2026-06-04T10:00:01Z', '2026-06-05T00:00Z')], ben: [] }, 'ana', ['ana']],
    ['the person at the very end of the absence', { ana: [away('ben', '2026-06-03T00:00Z', '2026-06-04T10:00Z')], ben: [] }, 'ana', ['ana']],
    ['of two absences the one with a cover', { ana: [away(null), away('ben')], ben: [] }, 'ben', ['ana', 'ben']],
  ])('%s', (_why, absences, personId, chain) => {
    const calendars = new Map(Object.entries(absences).map(([id, list]) => [id, calendarWith(list)]))
    expect(coverAt('ana', THURSDAY, calendars)).toEqual({ personId, chain })
  })
})

test('absenceAt is null while somebody is not away', () => {
  expect(absenceAt(THURSDAY, calendarWith([]))).toBeNull()
})

function away(coverId: string | null, start = '2026-06-04T00:00Z', end = '2026-06-05T00:00Z'): Absence {
  return { start: Temporal.Instant.from(start), end: Temporal.Instant.from(end), coverId }
}

function calendarWith(absences: Absence[]): WorkCalendar {
  return { periods: [], holidays: new Set(), absences, given: new Set(), taken: [] }
}
