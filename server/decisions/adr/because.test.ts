import { describe, expect, test } from 'vitest'
import { afterBecause, inBecause } from './because.ts'

describe('a reason goes on after “because”, and comes back as it was written', () => {
  test.each([
    ['a sentence', 'It is fast.', 'it is fast.'],
    ['a short form', 'We’re used to it.', 'we’re used to it.'],
    ['an article before a name', 'The Redis server is there.', 'the Redis server is there.'],
    ['a sentence in two lines', 'This\nis fast.', 'this\nis fast.'],
    ['a name', 'Redis is fast.', 'Redis is fast.'],
    ['somebody', 'May knows it.', 'May knows it.'],
    ['an option', 'A is faster than B.', 'A is faster than B.'],
    ['letters of a name', 'IT runs it.', 'IT runs it.'],
    ['an abbreviation', 'No. 5 is full.', 'No. 5 is full.'],
    ['a name of two words', 'Not-Invented-Here costs a month.', 'Not-Invented-Here costs a month.'],
    ['code', '`It` is a keyword.', '`It` is a keyword.'],
    ['another language', 'Es ist schnell.', 'Es ist schnell.'],
    ['a fragment', 'fast', 'fast'],
    ['a sentence that began small', 'it is fast', ' it is fast'],
    ['nothing', '', ''],
  ])('%s', (_what, reason, written) => {
    expect(inBecause(reason)).toBe(written)
    expect(afterBecause(` ${written}`)).toBe(reason)
  })

  test('what others wrote becomes a sentence of its own', () => {
    expect([' it is there', '\tthe team knows it', ' postgres is there'].map(afterBecause)).toEqual(['It is there', 'The team knows it', 'postgres is there'])
  })
})
