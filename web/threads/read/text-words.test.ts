import { describe, expect, test } from 'vitest'
import { aboutWords, firstWords, marksWords, quoteFrom } from './text-words.ts'

describe('words beside a text', () => {
  test.each([
    [{ kind: 'answer' as const, askNumber: 12, via: 'web' as const }, ['answers #12']], [{ kind: 'reply' as const, askNumber: null, via: 'mail' as const }, ['by mail']],
    [{ kind: 'reply' as const, askNumber: null, via: 'web' as const }, []], [{ kind: 'outcome' as const, askNumber: null, via: 'cli' as const }, ['the outcome', 'from the command line']],
  ])('%o', (said, words) => expect(aboutWords(said)).toEqual(words))
  test('marks are counted for the author', () => {
    expect(marksWords({ tooLong: 2, missingContext: 1 })).toBe('Two readers found it too long; one reader missed context. Only you see this.')
    expect(marksWords({ tooLong: 0, missingContext: 0 })).toBeUndefined()
  })
  test('a text is named by its first words', () => {
    expect(firstWords('> ## Which limit\nmore')).toBe('Which limit')
    expect(firstWords('one two three four', 9)).toBe('one two …')
  })
  test('a quote is what was selected, else the whole text', () => {
    expect(quoteFrom('All of it.', ' of ')).toBe('of')
    expect(quoteFrom('All of it.', '')).toBe('All of it.')
  })
})
