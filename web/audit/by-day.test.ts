import { expect, test } from 'vitest'
import { byDay } from './by-day.ts'

const now = Temporal.Instant.from('2026-03-24T09:00:00Z')
const line = (seq: number, at: string | null) => ({ seq, at, says: `Line ${seq}`, how: 'web' })

test('lines stand under the days of the reader, and one that may not be read stays where it is', () => {
  const days = byDay([line(4, '2026-03-24T08:00:00Z'), line(3, null), line(2, '2026-03-23T23:30:00Z'), line(1, '2026-03-23T10:00:00Z')], 'Europe/Berlin', now)
  expect(days.map(({ lines }) => lines.map(({ seq }) => seq))).toEqual([[4, 3, 2], [1]])
  expect(new Set(days.map(({ day }) => day)).size).toBe(2)
})
