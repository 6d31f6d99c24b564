import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { standsIn } from './quote.ts'
import { checkReaction } from './reaction.ts'
import { whoIsTold } from './readers.ts'
import { planSplit } from './split.ts'
import { unknownCalls } from './unknown-calls.ts'
import { markedAt, unreadCount } from './unread.ts'

const nobody = { named: [], everybody: [] }
const following = (personId: string) => ({ personId, follow: 'following' as const })

describe('who is told of a text, and as what', () => {
  test.each([
    ['followers of a reply', { called: nobody, quotedId: null, followers: [following('bob')] }, { bob: 'following' }],
    ['members of the space of a new thread', { called: nobody, quotedId: null, followers: [], memberIds: ['ann', 'bob'] }, { bob: 'space' }],
    ['a call by name is nearer than following', { called: { named: ['bob'], everybody: [] }, quotedId: null, followers: [following('bob')] }, { bob: 'mentioned' }],
    ['following is nearer than a call to everybody', { called: { named: [], everybody: ['bob', 'cleo'] }, quotedId: null, followers: [following('bob')] }, { bob: 'following', cleo: 'broadcast' }],
    ['a mute is noted, so that the planner can say why', { called: { named: [], everybody: ['bob'] }, quotedId: null, followers: [{ personId: 'bob', follow: 'muted' as const }] }, { bob: 'muted' }],
    ['a name reaches through a mute', { called: { named: ['bob'], everybody: [] }, quotedId: null, followers: [{ personId: 'bob', follow: 'muted' as const }] }, { bob: 'mentioned' }],
    ['whoever left hears nothing, not even as one of everybody', { called: { named: [], everybody: ['bob'] }, quotedId: null, followers: [{ personId: 'bob', follow: 'off' as const }], memberIds: ['bob'] }, {}],
    ['being quoted is being spoken to', { called: nobody, quotedId: 'bob', followers: [] }, { bob: 'mentioned' }],
    ['nobody of their own text', { called: { named: ['ann'], everybody: ['ann'] }, quotedId: 'ann', followers: [following('ann')], memberIds: ['ann'] }, {}],
  ])('%s', (_why, written, expected) => {
    expect(Object.fromEntries(whoIsTold({ authorId: 'ann', ...written }).map(({ personId, standing }) => [personId, standing]))).toEqual(expected)
  })
})

describe('a mark of what was read', () => {
  test.each([
    ['moves on', 1, 3, false, 3], ['never beyond the last text', 1, 99, false, 5], ['never back by reading', 4, 2, false, 4],
    ['goes back where one says so', 4, 2, true, 1], ['before the opening', 4, 0, true, -1], ['not on, by saying that something is unread', 1, 4, true, 1],
  ])('%s', (_why, from, seq, unread, to) => {
    expect(markedAt(from, 5, { seq, unread })).toBe(to)
  })

  test('counts what others wrote after it and what still stands', () => {
    const texts = [{ seq: 0, authorId: 'ann', deleted: false }, { seq: 1, authorId: 'bob', deleted: false }, { seq: 2, authorId: 'ann', deleted: true }, { seq: 4, authorId: 'ann', deleted: false }]
    expect([unreadCount(texts, -1, 'bob'), unreadCount(texts, 0, 'bob'), unreadCount(texts, 4, 'bob'), unreadCount(texts, -1, 'ann')]).toEqual([2, 1, 0, 1])
  })
})

describe('a split', () => {
  const replies = [{ id: 'a', seq: 1, askId: null }, { id: 'b', seq: 2, askId: 'ask' }, { id: 'c', seq: 5, askId: 'ask' }, { id: 'd', seq: 6, askId: null }]
  test('keeps the order, and takes the other answers to a question along', () => {
    expect(planSplit(replies, ['d', 'b'], 'thread')).toEqual({ moved: [{ id: 'b', seq: 1 }, { id: 'c', seq: 2 }, { id: 'd', seq: 3 }], askIds: ['ask'] })
  })
  test.each([['replies of another thread', ['x'], 'thread', 'bad_input'], ['answers to the thread’s own question', ['b'], 'ask', 'conflict']])('refuses %s', (_why, chosen, own, code) => {
    expect(() => planSplit(replies, chosen, own)).toThrow(expect.objectContaining({ code }) as Refusal)
  })
})

describe('words that are quoted', () => {
  test.each([
    ['as they are read', 'Read the plan today', 'Read [the plan](https://example.com/x) **today**.', true],
    ['over lines', 'first second', '- first\n- second', true],
    ['in any script', '明日まで', '**明日まで** に', true],
    ['not what nobody wrote', 'I resign', 'I remain', false],
    ['not with a word left out', 'I agree', 'I do not agree', false],
  ])('%s', (_why, words, text, stands) => {
    expect(standsIn(words, text)).toBe(stands)
  })
})

describe('a reaction', () => {
  test.each(['👍', '❤️', '👩🏽‍💻', '🇵🇹', '1️⃣'])('may be %s', (emoji) => expect(() => checkReaction(emoji)).not.toThrow())
  test.each(['ok', '👍👍', '+1', '', '<b>', ' 👍'])('may not be “%s”', (emoji) => expect(() => checkReaction(emoji)).toThrow(Refusal))
})

test('calls that reach nobody are named once, and not in code, quotes or addresses', () => {
  const text = '@Ann and @Ben, @Ben; `@Cleo`, mail ben@example.com\n> @Dora'
  expect(unknownCalls(text, [{ kind: 'person', id: 'ann', start: 0, end: 4 }])).toEqual(['@Ben'])
})
