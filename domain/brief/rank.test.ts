import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SECTIONS } from './matter.ts'
import type { Matter } from './matter.ts'
import { rank } from './rank.ts'
import { FOLDED_LINE_WORDS } from './reading.ts'

const at = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
const matter = (key: string, given: Partial<Matter> = {}): Matter => ({
  key, section: 'changed', kind: 'wrap', at: at(0), dueAt: null, words: 10, spaceId: 'platform', authorId: key, noise: 'work', namesReader: false, ...given,
})
const told = (matters: Matter[], given: Partial<Parameters<typeof rank>[1]> = {}) =>
  rank(matters, { budgetWords: 460, away: false, ...given }).sections.map((section) => [section.name, section.items.map((item) => item.key), section.folded.map((fold) => [fold.spaceId, fold.items.map((item) => item.key)])])

describe('what is read first', () => {
  test('sections in their order, empty ones left out', () => {
    expect(told([matter('c'), matter('h', { section: 'handed', kind: 'baton' }), matter('d', { section: 'due', kind: 'checkin' })]).map(([name]) => name)).toEqual(['handed', 'due', 'changed'])
  })
  test('an alarm before any clock, a clock before none, and of two without the older', () => {
    const handed = { section: 'handed', kind: 'baton' } as const
    expect(told([
      matter('young', { ...handed, at: at(9) }), matter('old', { ...handed, at: at(1) }), matter('soon', { ...handed, dueAt: at(5) }),
      matter('later', { ...handed, dueAt: at(8) }), matter('alarm', { section: 'handed', kind: 'alarm', at: at(9) }),
    ])).toEqual([['handed', ['alarm', 'soon', 'later', 'old', 'young'], []]])
  })
  test('news: agreement, announcements, what names me, wraps newest first, answers, social', () => {
    expect(told([
      matter('social', { noise: 'social', at: at(99) }), matter('answer', { kind: 'checkin-answer', at: at(50) }), matter('old wrap', { at: at(1) }), matter('new wrap', { at: at(2) }),
      matter('me', { namesReader: true }), matter('announced', { noise: 'announcements' }), matter('agreement', { kind: 'agreement', spaceId: null }),
    ])).toEqual([['changed', ['agreement', 'announced', 'me', 'new wrap', 'old wrap', 'answer', 'social'], []]])
  })
  test('a matter in two sections stands in the first', () => {
    expect(told([matter('x'), matter('x', { section: 'unblock', kind: 'blocker' })])).toEqual([['unblock', ['x'], []]])
  })
})

describe('what is folded', () => {
  test('news beyond the budget folds by space; what waits for me never does', () => {
    expect(told([matter('h', { section: 'handed', words: 900 }), matter('a', { at: at(2) }), matter('b', { at: at(1), spaceId: 'search' })])).toEqual([
      ['handed', ['h'], []], ['changed', [], [['platform', ['a']], ['search', ['b']]]],
    ])
  })
  test('the first that does not fit folds with all after it', () => {
    expect(told([matter('a', { at: at(3) }), matter('b', { at: at(2), words: 30 }), matter('c', { at: at(1), words: 1 })], { budgetWords: 20 }))
      .toEqual([['changed', ['a'], [['platform', ['b', 'c']]]]])
  })
  test('spaces that I have not joined are always folded', () => {
    expect(told([matter('r', { section: 'rest' })])).toEqual([['rest', [], [['platform', ['r']]]]])
  })
  test('after an absence the newest wrap of each hand stays, older ones and answers fold', () => {
    const ana = { authorId: 'ana' }
    expect(told([matter('new', { ...ana, at: at(9) }), matter('old', { ...ana, at: at(1) }), matter('answer', { kind: 'checkin-answer', at: at(8) }), matter('ben', { authorId: 'ben', at: at(2) })], { away: true }))
      .toEqual([['changed', ['new', 'ben'], [['platform', ['answer', 'old']]]]])
  })
})

describe('whatever there is to tell', () => {
  const matters = fc.array(fc.record<Matter>({
    key: fc.integer({ min: 0, max: 30 }).map((key) => `k${key}`), section: fc.constantFrom(...SECTIONS), kind: fc.constantFrom('baton', 'alarm', 'question', 'blocker', 'checkin', 'wrap', 'checkin-answer', 'agreement'),
    at: fc.integer({ min: 0, max: 20 }).map(at), dueAt: fc.option(fc.integer({ min: 0, max: 20 }).map(at)), words: fc.integer({ min: 1, max: 80 }),
    spaceId: fc.constantFrom('a', 'b', null), authorId: fc.constantFrom('ana', 'ben'), noise: fc.constantFrom('announcements', 'work', 'social'), namesReader: fc.boolean(),
  }), { maxLength: 40 })
  const reading = fc.record({ budgetWords: fc.integer({ min: 0, max: 900 }), away: fc.boolean() })

  test('everything is there exactly once', () => {
    fc.assert(fc.property(matters, reading, (given, how) => {
      const keys = rank(given, how).sections.flatMap((section) => [...section.items, ...section.folded.flatMap((fold) => fold.items)].map((item) => item.key))
      expect(keys.toSorted()).toEqual([...new Set(given.map((one) => one.key))].toSorted())
    }))
  })
  test('the order does not depend on the order in which it was found', () => {
    fc.assert(fc.property(matters.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))), reading, ([given, shuffled], how) => {
      expect(rank(shuffled, how)).toEqual(rank(given, how))
    }))
  })
  test('the words are those that stand unfolded, and a line for each fold', () => {
    fc.assert(fc.property(matters, reading, (given, how) => {
      const brief = rank(given, how)
      const words = brief.sections.reduce((sum, section) => sum + section.items.reduce((all, item) => all + item.words, 0) + section.folded.length * FOLDED_LINE_WORDS, 0)
      expect(brief.words).toBe(words)
    }))
  })
  test('news never exceeds what the budget leaves', () => {
    fc.assert(fc.property(matters, reading, (given, how) => {
      const sections = new Map(rank(given, how).sections.map((section) => [section.name, section.items.reduce((all, item) => all + item.words, 0)]))
      const waits = ['handed', 'due', 'unblock', 'say'].reduce((all, name) => all + (sections.get(name as 'handed') ?? 0), 0)
      expect(sections.get('changed') ?? 0).toBeLessThanOrEqual(Math.max(0, how.budgetWords - waits))
      expect(sections.get('rest') ?? 0).toBe(0)
    }))
  })
})
