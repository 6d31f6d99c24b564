import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asksForSomething, readQuestion } from './question.ts'
import { readTokens } from './tokens.ts'

const TODAY = Temporal.PlainDate.from('2026-03-24')
const read = (typed: string) => readQuestion(typed, TODAY)

describe('what is typed is taken apart', () => {
  test.each([
    ['why do we use redis', { words: ['why', 'do', 'we', 'use', 'redis'], typing: true }],
    ['redis ', { words: ['redis'], typing: false }],
    ['"data lock" cache', { phrases: ['data lock'], words: ['cache'] }],
    ['“data lock”', { phrases: ['data lock'] }],
    ['"never closed', { phrases: ['never closed'] }],
    ['cache -redis -"data lock"', { words: ['cache'], without: ['redis', 'data lock'] }],
    ['from:ana FROM:me', { from: ['ana', 'me'], words: [] }],
    ['in:"Site reliability" x', { in: ['Site reliability'], words: ['x'] }],
    ['kind:decisions type:ask', { kinds: ['decision', 'ask'] }],
    ['is:open status:decided', { stands: ['open', 'decided'] }],
    ['has:files has:link', { has: ['file', 'link'] }],
    ['#231', { number: 231, words: [] }],
    ['#0 c# -', { number: null, words: ['#0', 'c#', '-'] }],
    ['http://a.example:80/x', { words: ['http://a.example:80/x'] }],
    ['too iso ins kinds', { words: ['too', 'iso', 'ins', 'kinds'], to: [], stands: [], in: [] }],
    ['from:', { from: [], words: [] }],
  ])('%s', (typed, found) => expect(read(typed)).toMatchObject(found))

  test.each([
    ['after:2026-03-01', '2026-03-01'], ['after:3d', '2026-03-21'], ['after:<2w', '2026-03-10'], ['after:1m', '2026-02-24'], ['after:1y', '2025-03-24'],
  ])('%s begins on %s', (typed, date) => expect(read(typed).after?.toString()).toBe(date))

  test.each(['kind:cat', 'is:purple', 'has:legs', 'before:2026-02-30', 'after:soon'])('%s is said not to be understood', (typed) => {
    expect(read(typed).understood).toMatchObject([{ text: typed, problem: true }])
    expect(asksForSomething(read(typed))).toBe(false)
  })

  test('no more words count than a question has', () => expect(read('word '.repeat(500)).words).toHaveLength(24))
})

test('whatever is typed is read, and nothing of it is made up', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'B', ' ', '"', '-', ':', '#', '1', 'is:', 'from:', '“', 'é', '🧭') }), (typed) => {
    for (const token of readTokens(typed)) {
      const said = token.kind === 'operator' ? token.value : token.kind === 'number' ? String(token.number) : token.text
      for (const word of said.split(/\s+/).filter(Boolean)) expect(typed.replaceAll(/["“”„«»]/g, '')).toContain(word)
    }
    read(typed)
  }))
})
