import { expect, test } from 'vitest'
import { mustReadWords } from './ChangeBlock.tsx'

test('must read: who has and who has not', () => {
  const reader = (personId: string, name: string, readAt: string | null) => ({ personId, name, readAt })
  expect(mustReadWords([reader('m', 'Mei', '2026-03-24T08:00:00Z'), reader('me', 'Olga', null)], 'me')).toBe('Must read: Mei has; you have not yet.')
  expect(mustReadWords([reader('m', 'Mei', null), reader('me', 'Olga', null)], 'me')).toBe('Must read: you and Mei have not yet.')
  expect(mustReadWords([reader('m', 'Mei', '2026-03-24T08:00:00Z')], 'me')).toBe('Everybody who must read it has.')
})
