import { describe, expect, test } from 'vitest'
import { readUpTo, unreadOf } from './unread.ts'

const text = (seq: number, authorId: string, deletedAt: string | null = null) => ({ seq, authorId, deletedAt })

const THREAD = [text(0, 'ana'), text(1, 'ben'), text(2, 'me'), text(3, 'ana', '2026-03-24T09:00:00Z'), text(4, 'ana'), text(5, 'ben')]

describe('what is new to a reader', () => {
  test('leaves out one’s own and what was deleted', () => expect(unreadOf(THREAD, 0, 'me').map(({ seq }) => seq)).toEqual([1, 4, 5]))
  test.each([
    ['nothing seen', 0, [], undefined], ['the first one seen', 0, [1], 3], ['a later one alone', 0, [4, 5], undefined], ['all', 0, [1, 4, 5], 5],
    ['up to the one that was not on screen', 0, [1, 5], 3], ['the opening too', -1, [0, 1], 3], ['everything was read before', 5, [5], undefined],
  ])('the mark moves over what was on screen: %s', (_what, readSeq, seen, mark) => expect(readUpTo(THREAD, readSeq, new Set(seen), 'me')).toBe(mark))
})
