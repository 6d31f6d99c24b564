import { describe, expect, test } from 'vitest'
import { byWords, stateOf } from './batons/baton-words.ts'
import { inOneLine, inPiles, readTo, settledWords, titleOf } from './batons/piles.ts'
import type { BatonView } from '#contract/handoffs.ts'
import { previewInput, receiverOf } from './receiver.ts'
import { readersSentences } from './wraps/readers-words.ts'
import { lineBy, lineClock } from './wraps/read/line-words.ts'
import { sourceWords } from './wraps/source-words.ts'
import { timerWords, tookWords } from './wraps/timer-words.ts'

const NOW = Temporal.Instant.from('2026-03-24T00:04:00Z')

describe('who reads a wrap', () => {
  const kenji = { personId: '1', name: 'Kenji', zone: 'Asia/Tokyo', readsAt: '2026-03-25T00:00:00Z' }
  const priya = { personId: '2', name: 'Priya', zone: 'Asia/Tokyo', readsAt: '2026-03-25T00:00:00Z' }
  const ben = { personId: '3', name: 'Ben', zone: 'Europe/Berlin', readsAt: '2026-03-24T08:00:00Z' }
  test.each([
    ['in another zone', [kenji], ['Kenji reads this tomorrow at 09:00 Tokyo, tomorrow 00:00 for you.']],
    ['together', [kenji, priya], ['Kenji and Priya read this tomorrow at 09:00 Tokyo, tomorrow 00:00 for you.']],
    ['the first one first, and today needs no day', [kenji, ben], ['Ben reads this at 09:00 Berlin, 08:00 for you.', 'Kenji reads this tomorrow at 09:00 Tokyo, tomorrow 00:00 for you.']],
    ['nobody', [], []],
  ])('%s', (_why, readers, expected) => {
    expect(readersSentences(readers, 'Europe/Lisbon', NOW)).toEqual(expected.map((sentence) => sentence))
  })
  test('on the same clock there is one time, and who works is reading now', () => {
    expect(readersSentences([kenji], 'Asia/Tokyo', NOW)).toEqual(['Kenji reads this tomorrow at 09:00.'])
    expect(readersSentences([{ ...kenji, readsAt: '2026-03-24T00:00:00Z' }], 'Asia/Tokyo', NOW)).toEqual(['Kenji can read this now.'])
  })
})

describe('lines', () => {
  const line = { personId: null, personName: null, why: '', source: null, eta: null, clearedAt: null, clearedBy: null }
  test('say who can help, why, or where they come from', () => {
    expect(lineBy({ ...line, personId: 'ben', personName: 'Ben' }, 'can clear it', 'kenji')).toBe('Ben can clear it')
    expect(lineBy({ ...line, personId: 'ben', personName: 'Ben' }, 'can clear it', 'ben')).toBe('You can clear it')
    expect(lineBy({ ...line, why: 'it was stale' }, '', 'kenji')).toBe('Why: it was stale')
    expect(lineBy(line, 'can clear it', 'kenji')).toBe('')
  })
  test('say when they are expected, and once they are settled by whom', () => {
    expect(lineClock({ ...line, eta: '2026-03-24T09:00:00Z' }, 'Asia/Tokyo', NOW)).toEqual({ words: 'expected 18:00', tone: 'plain' })
    expect(lineClock({ ...line, eta: '2026-03-23T09:00:00Z' }, 'Asia/Tokyo', NOW)).toEqual({ words: 'was expected yesterday 18:00', tone: 'late' })
    expect(lineClock({ ...line, clearedAt: '2026-03-23T21:00:00Z', clearedBy: 'Mei' }, 'Asia/Tokyo', NOW)).toEqual({ words: 'settled by Mei, 06:00', tone: 'settled' })
  })
  test('from git and from the workspace', () => {
    expect(sourceWords({ kind: 'git', repository: 'longhand', group: 'web', commits: ['a', 'b', 'c'] })).toBe('three commits in longhand · web')
    expect(sourceWords({ kind: 'workspace', numbers: [128, 131] })).toBe('#128 and #131')
  })
})

describe('batons', () => {
  const baton = { id: 'b', giverId: 'ana', giverName: 'Ana', to: { kind: 'person', personId: 'kenji' }, toName: 'Kenji', receiverId: 'kenji', receiverName: 'Kenji', state: 'offered' } as BatonView
  test.each([
    ['to the reader', baton, 'kenji', 'Ana → you'],
    ['from the reader', baton, 'ana', 'You → Kenji'],
    ['to the next shift', { ...baton, to: { kind: 'shift' as const }, toName: 'the next shift' }, undefined, 'Ana → Kenji (the next shift)'],
    ['to somebody covered for', { ...baton, receiverId: 'mei', receiverName: 'Mei' }, undefined, 'Ana → Mei (Kenji)'],
    ['to nobody', { ...baton, receiverId: null, receiverName: null }, undefined, 'Ana → Kenji'],
  ])('%s', (_why, one, me, expected) => {
    expect(byWords(one, me)).toBe(expected)
  })
  test('stand in one pile each, and the title says what waits', () => {
    const acceptedAt = (at: string, id: string) => ({ ...baton, id, state: 'accepted', steps: [{ kind: 'accepted', at }] }) as BatonView
    const held = acceptedAt('2026-03-17T00:04:00Z', 'h')
    const long = acceptedAt('2026-03-17T00:03:00Z', 'l')
    const given = { ...baton, id: 'g', giverId: 'kenji', receiverId: 'ana' } as BatonView
    const piles = inPiles([baton, baton, held, long, given, { ...given, id: 's', state: 'accepted' }], { me: 'kenji', now: NOW, shown: new Set() })
    expect([piles.offered, piles.held, piles.given, piles.settled].map((pile) => pile.map((one) => one.id))).toEqual([['b'], ['h'], ['g'], ['l', 's']])
    expect(titleOf(piles)).toBe('One baton is offered to you; one of yours waits.')
    expect(titleOf(inPiles([], { me: 'kenji', now: NOW, shown: new Set() }))).toBe('Nothing is offered to you, and nothing of yours waits.')
  })
  test('what nobody holds stands by itself, unless the reader gave it', () => {
    const unowned = { ...baton, state: 'unowned', receiverId: null, receiverName: null, steps: [{ kind: 'unowned', at: '2026-03-24T00:03:00Z' }] } as unknown as BatonView
    const piles = inPiles([unowned, { ...unowned, id: 'own', giverId: 'kenji' }], { me: 'kenji', now: NOW, shown: new Set() })
    expect([piles.unowned, piles.given, piles.offered].map((pile) => pile.map(({ id }) => id))).toEqual([['b'], ['own'], []])
    expect(titleOf(piles)).toBe('Nothing is offered to you; one of yours waits. One baton is held by nobody.')
    expect(stateOf(unowned, 'Asia/Tokyo', NOW)).toEqual({ words: 'Nobody holds this since 09:03', tone: 'late' })
  })
  test('what is done stays where it was shown as held; what was done before is settled', () => {
    const done = (id: string) => ({ ...baton, id, state: 'done', steps: [] }) as BatonView
    const piles = inPiles([done('here'), done('before')], { me: 'kenji', now: NOW, shown: new Set(['here']) })
    expect([piles.held, piles.settled].map((pile) => pile.map((one) => one.id))).toEqual([['here'], ['before']])
  })
  test('settled ones stand newest first, down to where both lists have been read', () => {
    const list = (ids: string) => [...ids].map((id) => ({ ...baton, id }) as BatonView)
    const ids = (...streams: Parameters<typeof readTo>[0]) => inOneLine(streams.flatMap(({ items }) => items), readTo(streams)).map(({ id }) => id).join('')
    expect(ids({ items: list('9752'), more: false }, { items: list('8641'), more: false })).toBe('98765421')
    expect(ids({ items: list('97'), more: true }, { items: list('8641'), more: false })).toBe('987')
    expect(ids({ items: list('97'), more: true }, { items: list('86'), more: true })).toBe('987')
    expect(ids({ items: [], more: false }, { items: [], more: false })).toBe('')
    expect([settledWords(1, false), settledWords(12, true)]).toEqual(['One settled baton', 'The newest twelve settled batons'])
  })
  test('receivers travel as keys', () => {
    expect([receiverOf('shift'), receiverOf('person:p'), receiverOf('role:r')]).toEqual([{ kind: 'shift' }, { kind: 'person', personId: 'p' }, { kind: 'role', roleId: 'r' }])
    expect([receiverOf(null), receiverOf('person:'), receiverOf('crowd:1')]).toEqual([undefined, undefined, undefined])
    expect(previewInput('role:r')).toEqual({ kind: 'role', id: 'r' })
  })
})

test('time spent is said in round words', () => {
  expect([0, 9, 48, 60, 185].map(timerWords)).toEqual(['Just begun.', 'Just begun.', 'About 40 s so far.', 'About 1 min so far.', 'About 3 min so far.'])
  expect([0, 48, 60, 125].map(tookWords)).toEqual(['You took 0 s.', 'You took 48 s.', 'You took 1 min.', 'You took 2 min 5 s.'])
})
