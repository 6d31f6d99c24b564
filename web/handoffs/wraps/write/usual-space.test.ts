import { expect, test } from 'vitest'
import { usualSpace } from './usual-space.ts'

const news = { id: 'news', noise: 'announcements' } as const
const billing = { id: 'billing', noise: 'work' } as const
const search = { id: 'search', noise: 'work' } as const

test.each([
  ['where the last wrap stands', [news, billing, search], 'search', 'search'],
  ['the first for work, when that was left', [news, billing, search], 'gone', 'billing'],
  ['whatever there is', [news], undefined, 'news'],
  ['nowhere', [], undefined, undefined],
])('a wrap begins %s', (_why, spaces, last, expected) => {
  expect(usualSpace(spaces, last)).toBe(expected)
})
