import { expect, test } from 'vitest'
import { saveMoments } from './save-moments.ts'

const now = Temporal.Instant.from('2026-03-24T08:00:00Z')

test('reminders lie ahead, in one’s own morning', () => {
  expect(saveMoments(now, 'Europe/Berlin').map(({ at }) => at?.toString() ?? null)).toEqual([null, '2026-03-24T11:00:00Z', '2026-03-25T08:00:00Z', '2026-03-30T07:00:00Z'])
  expect(saveMoments(Temporal.Instant.from('2026-03-22T08:00:00Z'), 'Europe/Berlin')).toHaveLength(3)
})
