import { describe, expect, test } from 'vitest'
import { kindWords, membersWords } from './space-words.ts'

const names = new Map([['ana', 'Ana'], ['ben', 'Ben'], ['mei', 'Mei']])

describe('who is in a space', () => {
  test.each([
    [[], 'Nobody is a member yet.'], [['ana'], 'Ana is the only member.'], [['me'], 'You are the only member.'],
    [['me', 'ana'], 'Ana and you are members.'], [['ana', 'ben', 'gone'], 'Ana, Ben and somebody who left are members.'],
    [['1', '2', '3', '4', '5', '6', 'me'], 'Seven people are members, you among them.'],
  ])('%s', (members, expected) => {
    expect(membersWords(members, names, 'me')).toBe(expected)
  })
})

test('what kind of space it is', () => {
  expect(kindWords({ noise: 'work', visibility: 'private', archived: true })).toBe('Work · for its members only · archived')
})
