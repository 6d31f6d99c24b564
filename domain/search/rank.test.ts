import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { widen } from './feedback.ts'
import { wordsInNames } from './identifiers.ts'
import { kinOf } from './kin.ts'
import { likenessOf, piecesOf } from './likeness.ts'
import { chooseTexts, matchOf, rarity, standingWeight } from './rank.ts'
import type { Term } from './rank.ts'
import { pieces } from './snippet.ts'

const ALL = { texts: 1000, meanSize: 100 }
const term = (lexeme: string, texts: number): Term => ({ kin: new Map([[lexeme, 1]]), weight: 1, texts })
const text = (counts: Record<string, number>, size = 100) => ({ id: 'x', size, counts })

describe('a match', () => {
  test.each([
    ['a rare word counts more than a common one', text({ rare: 1 }), text({ common: 1 })],
    ['two words count more than one of them twice', text({ common: 1, usual: 1 }), text({ common: 2 })],
    ['more often counts more', text({ rare: 3 }), text({ rare: 1 })],
    ['in a short text counts more', text({ rare: 1 }, 50), text({ rare: 1 }, 400)],
  ])('%s', (_why, better, worse) => {
    const terms = [term('rare', 3), term('common', 300), term('usual', 300)]
    expect(matchOf(better, terms, ALL)).toBeGreaterThan(matchOf(worse, terms, ALL))
  })
  test('is what BM25 gives: one word once in a text of mean length', () => expect(matchOf(text({ rare: 1 }), [term('rare', 9)], ALL)).toBeCloseTo(Math.log(1 + 991.5 / 9.5), 10))
  test('kin count by their weight', () => {
    const kin: Term = { kin: new Map([['linter', 1], ['eslint', 0.25]]), weight: 1, texts: 5 }
    expect(matchOf(text({ eslint: 4 }), [kin], ALL)).toBeCloseTo(matchOf(text({ linter: 1 }), [kin], ALL), 10)
  })
  test('is never negative, and more words never make it less', () => {
    fc.assert(fc.property(fc.array(fc.record({ count: fc.nat(50), texts: fc.nat(2000) }), { maxLength: 8 }), fc.integer({ min: 1, max: 5000 }), (words, size) => {
      const terms = words.map(({ texts }, at) => term(`w${at}`, texts))
      const counts = Object.fromEntries(words.map(({ count }, at) => [`w${at}`, count]))
      const whole = matchOf({ id: 'x', size, counts }, terms, ALL)
      expect(whole).toBeGreaterThanOrEqual(0)
      expect(matchOf({ id: 'x', size, counts }, terms.slice(1), ALL)).toBeLessThanOrEqual(whole + 1e-9)
    }))
  })
  test('a word that is everywhere says next to nothing', () => expect(rarity(1000, 1000)).toBeLessThan(0.001))
})

describe('how a text stands', () => {
  const weight = (state: string | null, isReply = false, ageDays = 0) => standingWeight({ state, isReply, ageDays })
  test('decided above discussed above superseded', () => expect([weight('decided') > weight('open'), weight('open') > weight('superseded')]).toEqual([true, true]))
  test('what it replies to above a reply', () => expect(weight(null)).toBeGreaterThan(weight(null, true)))
  test('recent gently above old: never more than a tenth', () => {
    expect(weight(null, false, 0)).toBe(1)
    expect(weight(null, false, 180)).toBeCloseTo(0.95, 10)
    expect(weight(null, false, 36_500)).toBeGreaterThanOrEqual(0.9)
  })
})

describe('which texts are weighed', () => {
  test.each([
    ['all of few', [['a', 3], ['b', 10]], 100_000, [['a'], ['b']]],
    ['the rare ones, and common ones together', [['rare', 5], ['one', 4000], ['two', 5000]], 100_000, [['rare'], ['one', 'two']]],
    ['one common word alone', [['one', 4000]], 100_000, [['one']]],
    ['each word, where little was written', [['one', 400], ['two', 500], ['three', 300]], 600, [['three'], ['one'], ['two']]],
    ['nothing of nothing', [], 100_000, []],
  ] as const)('%s', (_why, words, all, chosen) => expect(chooseTexts(words.map(([lexeme, texts]) => ({ lexeme, texts })), all)).toEqual(chosen))
  test('are about a thousand at most, and some whenever a word stands anywhere', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(100_000), { maxLength: 12 }), (counts) => {
      const words = counts.map((texts, at) => ({ lexeme: `w${at}`, texts }))
      const chosen = chooseTexts(words, 100_000)
      const single = chosen.filter((lexemes) => lexemes.length === 1).map(([lexeme]) => words.find((word) => word.lexeme === lexeme)?.texts ?? 0)
      if (chosen.length > 1) expect(single.reduce((sum, texts) => sum + texts, 0)).toBeLessThanOrEqual(1000)
      expect(chosen.length > 0).toBe(counts.some((texts) => texts > 0))
    }))
  })
})

describe('kin', () => {
  const known = ['formatt', 'formatting-text', 'format', 'former', 'postgr', 'postgresql', 'linux'].map((lexeme) => ({ lexeme, texts: 3 }))
  test.each([
    ['format', 3, ['format']], ['posrgresql', 0, ['posrgresql', 'postgresql']], ['formating', 0, ['formating', 'formatt', 'formatting-text', 'format']], ['zzzz', 0, ['zzzz']], ['ab', 0, ['ab']],
  ])('%s', (lexeme, texts, kin) => expect([...kinOf({ lexeme, texts }, known).keys()].toSorted()).toEqual(kin.toSorted()))
})

test('a question is widened by what its best matches have in common, and keeps most of its weight', () => {
  const widened = widen([term('disk', 10), term('full', 90), term('pod', 40)], [{ match: 2, size: 10, counts: { volume: 4, disk: 1, once: 1, 12: 3 } }, { match: 1, size: 10, counts: { volume: 2 } }], { textsWith: new Map([['volume', 20], ['disk', 10], ['once', 1], ['12', 9]]), all: 1000 })
  expect(widened.map(({ kin }) => [...kin.keys()].join())).toEqual(['disk', 'full', 'pod', 'volume', 'disk'])
  expect(widened.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10)
  expect(widened.slice(0, 3).reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(0.7, 10)
})

test.each([
  ['KubeNodeUnreachable fires', 'Kube Node Unreachable'], ['see db/schema.ts and max_wal_size', 'db schema ts max wal size'], ['HTTPServer2', 'HTTP Server2'], ['plain words, well-known', ''], ['ÄrgerNis', 'Ärger Nis'],
])('words in the names of %j: %j', (typed, found) => expect(wordsInNames(typed)).toBe(found))

test.each([
  ['The **<replication>** slot', [['The ', false], ['replication', true], [' slot', false]]], ['## A\n- one <two>', [['A one ', false], ['two', true]]], ['see [the <plan>](https://a.example/x) | now |', [['see the ', false], ['plan', true], [' now', false]]], ['', []],
])('%j is read aloud', (marked, said) => expect(pieces(marked, '<', '>').map(({ text: part, found }) => [part, found])).toEqual(said))

describe('likeness', () => {
  test.each([[['linter'], ['lint', 'inte', 'nter']], [['db', 'is'], []], [['MaxWal'], ['maxw', 'axwa', 'xwal', ' max ', ' wal ']]])('the pieces of %j', (words, found) => expect(piecesOf(words)).toEqual(found))
  test('a text that holds what a word is made of is liked before one that does not', () => {
    const likeness = likenessOf(['linter'], [{ id: 'a', text: 'ESLint is what we use.' }, { id: 'b', text: 'Nothing of the kind here.' }, { id: 'c', text: '' }])
    expect([likeness.get('a'), likeness.get('b'), likeness.get('c')]).toEqual([1, 0, 0])
  })
  test('stays between 0 and 1, whatever is compared', () => {
    fc.assert(fc.property(fc.array(fc.string()), fc.array(fc.string()), (words, texts) => {
      for (const value of likenessOf(words, texts.map((text, at) => ({ id: String(at), text }))).values()) expect(value >= 0 && value <= 1).toBe(true)
    }))
  })
})
