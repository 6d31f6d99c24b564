import { expect, test } from 'vitest'
import { slotWords } from './slot-words.ts'

test('a time for a call has everybody’s clock', () => {
  const now = Temporal.Instant.from('2026-03-24T08:00:00Z')
  const slot = { start: Temporal.Instant.from('2026-03-25T08:00:00Z'), end: Temporal.Instant.from('2026-03-25T08:15:00Z') }
  const people = [{ id: 'me', name: 'Olga', zone: 'Europe/Berlin' }, { id: 'k', name: 'Kenji', zone: 'Asia/Tokyo' }, { id: 'b', name: 'Ben', zone: 'Europe/Paris' }]
  expect(slotWords(slot, people, 'me', 'Europe/Berlin', now)).toBe('tomorrow 09:00 to 09:15; 17:00 for Kenji in Tokyo')
})
