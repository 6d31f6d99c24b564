import { expect, test } from 'vitest'
import { dropUnsent, keepUnsent, unsentIn } from './unsent.ts'

test('a reply on its way is kept for its writer and thread until the server has it', () => {
  const kept = new Map<string, string>()
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) }
  const reply = { key: 'k', number: 7, personId: 'me', body: 'Yes.', quote: null, files: [], at: '2026-03-24T08:00:00Z' }
  keepUnsent(storage, reply)
  expect([unsentIn(storage, 7, 'me'), unsentIn(storage, 7, 'ben'), unsentIn(storage, 8, 'me')]).toEqual([[reply], [], []])
  dropUnsent(storage, 'k')
  expect(kept.size).toBe(0)
  kept.set('longhand.unsent', 'broken')
  expect(unsentIn(storage, 7, 'me')).toEqual([])
})
