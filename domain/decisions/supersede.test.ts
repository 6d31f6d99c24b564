import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { checkSupersede } from './supersede.ts'
import type { SupersedeLink } from './supersede.ts'

const links = (...pairs: (readonly [number, number])[]): SupersedeLink<number>[] => pairs.map(([by, of]) => ({ by, of }))

describe('what may supersede what', () => {
  test.each([
    ['the first link', links(), [2, 1], null],
    ['a chain of three', links([2, 1]), [3, 2], null],
    ['one that supersedes two', links([3, 1]), [3, 2], null],
    ['two that supersede one', links([2, 1]), [3, 1], null],
    ['two ways from new to old', links([4, 2], [4, 3], [3, 1]), [2, 1], null],
    ['the same link again', links([2, 1]), [2, 1], null],
    ['itself', links(), [1, 1], 'itself'],
    ['each other', links([2, 1]), [1, 2], 'each other'],
    ['each other, round a chain', links([2, 1], [3, 2], [4, 3]), [1, 4], 'each other'],
    ['each other, round one branch of several', links([5, 4], [5, 3], [3, 2], [2, 1]), [1, 5], 'each other'],
    ['a ring that came from elsewhere is no endless walk', links([2, 1], [1, 2]), [3, 1], null],
  ])('%s', (_why, known, [by, of], refused) => {
    const attempt = () => { checkSupersede(known, { by: by ?? 0, of: of ?? 0 }) }
    if (refused === null) expect(attempt).not.toThrow()
    else expect(attempt).toThrow(expect.objectContaining({ code: 'bad_input', message: expect.stringContaining(refused) }))
  })

  test('a chain of ten thousand is walked in a moment', () => {
    const chain = Array.from({ length: 10_000 }, (_, at) => ({ by: at + 1, of: at }))
    expect(() => { checkSupersede(chain, { by: 0, of: 10_000 }) }).toThrow(Refusal)
    expect(() => { checkSupersede(chain, { by: 10_001, of: 10_000 }) }).not.toThrow()
  })
})

const SIZE = 7
test('links taken one after the other never close a ring, and only those that would are refused', () => {
  const pair = fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1))
  fc.assert(fc.property(fc.array(pair, { maxLength: 25 }), (wanted) => {
    const taken: SupersedeLink<number>[] = []
    for (const [by, of] of wanted) {
      const closesRing = reach(taken)[of]?.[by] === true
      let refused = false
      try { checkSupersede(taken, { by, of }) } catch { refused = true }
      expect(refused).toBe(closesRing)
      if (!refused) taken.push({ by, of })
    }
    const end = reach(taken)
    expect([...taken].every(({ by, of }) => end[of]?.[by] !== true)).toBe(true)
  }))
})

/** From which decision an older one is reached, itself included (Warshall). */
function reach(known: readonly SupersedeLink<number>[]): boolean[][] {
  const table = Array.from({ length: SIZE }, (_row, from) => Array.from({ length: SIZE }, (_cell, at) => from === at || known.some(({ by, of }) => by === from && of === at)))
  for (let through = 0; through < SIZE; through++) for (const row of table) for (let at = 0; at < SIZE; at++) if (row[through] && table[through]?.[at]) row[at] = true
  return table
}
