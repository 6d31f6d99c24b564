import { describe, expect, test } from 'vitest'
import { goesAt, goneSince, isKept } from './kept.ts'

const DELETED = Temporal.Instant.from('2026-03-27T08:00:00Z')

describe('what was deleted is kept for thirty times 24 hours', () => {
  test.each([
    ['at once', '2026-03-27T08:00:00Z', true], ['to the last moment', '2026-04-26T07:59:59.999999999Z', true],
    ['and not at that one, when its text goes', '2026-04-26T08:00:00Z', false], ['nor later', '2027-01-01T00:00:00Z', false],
    ['also where the clock was turned back', '2026-03-26T00:00:00Z', true],
  ])('%s', (_when, now, kept) => expect(isKept(DELETED, Temporal.Instant.from(now))).toBe(kept))

  test('and both ways of asking agree', () => {
    expect(goesAt(DELETED).toString()).toBe('2026-04-26T08:00:00Z')
    expect(goneSince(goesAt(DELETED)).equals(DELETED)).toBe(true)
  })
})
