import { expect, test } from 'vitest'
import { isAlone, usualSpace } from './usual-space.ts'

const news = { id: 'news', noise: 'announcements' } as const
const attic = { id: 'attic', noise: 'work' } as const
const billing = { id: 'billing', noise: 'work' } as const
const search = { id: 'search', noise: 'work' } as const
const peopled = [{ id: 'news', members: ['ana', 'ben', 'mei', 'tom'] }, { id: 'attic', members: ['ana'] }, { id: 'billing', members: ['ana', 'ben', 'mei'] }, { id: 'search', members: ['ana', 'ben'] }]

test.each([
  ['where the last wrap stands', [news, billing, search], 'search', 'search'],
  ['where most work, when that was left', [news, search, billing], 'gone', 'billing'],
  ['not where one is alone', [attic, search], undefined, 'search'],
  ['whatever there is', [news], undefined, 'news'],
  ['nowhere', [], undefined, undefined],
])('a wrap begins %s', (_why, spaces, last, expected) => {
  expect(usualSpace(spaces, peopled, last)).toBe(expected)
})

test('the first for work, while it is not known who is where', () => expect(usualSpace([news, search, billing], [], undefined)).toBe('search'))

test.each([['attic', true], ['search', false], ['unknown', false]])('one is alone in %s: %s', (id, alone) => expect(isAlone(peopled, id)).toBe(alone))
