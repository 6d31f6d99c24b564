import { expect, test } from 'vitest'
import { reacted } from './use-text-acts.ts'

test('a reaction is there before the server has noted it', () => {
  const theirs = [{ emoji: '👍', people: ['ana'], mine: false }]
  expect(reacted(theirs, '👍', true, 'me')).toEqual([{ emoji: '👍', people: ['ana', 'me'], mine: true }])
  expect(reacted([{ emoji: '👀', people: ['me'], mine: true }], '👀', false, 'me')).toEqual([])
  expect(reacted([], '🎉', true, 'me')).toEqual([{ emoji: '🎉', people: ['me'], mine: true }])
})
