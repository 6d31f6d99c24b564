import { describe, expect, test } from 'vitest'
import { kindWords, membersIn, membersWords, outsiders, takenOutWords, visibilityWords } from './space-words.ts'

const names = new Map([['ana', 'Ana'], ['ben', 'Ben'], ['mei', 'Mei']])

describe('who is in a space', () => {
  test.each([
    [[], 'Nobody is a member yet.'], [['ana'], 'Ana is the only member.'], [['me'], 'You are the only member.'],
    [['me', 'ana'], 'Ana and you are members.'], [['ana', 'ben', 'gone'], 'Ana, Ben and somebody who left are members.'],
    [['1', '2', '3', '4', '5', '6', 'me'], 'Seven people are members, you among them.'],
  ])('%s', (members, expected) => {
    expect(membersWords(members, names, 'me')).toBe(expected)
  })

  test.each([[['me'], 'You are the only member.'], [['ana'], 'Somebody is the only member.'], [['me', 'ana', 'ben'], 'Three people are members, you among them.']])('%s before names are known', (members, expected) => {
    expect(membersWords(members, undefined, 'me')).toBe(expected)
  })
})

test('what kind of space it is', () => {
  expect(kindWords({ noise: 'work', visibility: 'private', archived: true })).toBe('Work · for its members only · archived')
})

describe('what open and private mean', () => {
  const here = { visibility: 'open', joined: true, archived: false } as const
  test.each([
    ['a new open one', visibilityWords('open'), 'Everybody in the workspace can read it, write in it and join it; guests see it only once they are added.'],
    ['a new private one', visibilityWords('private'), 'Only its members can read it or see that it exists.'],
    ['a private one that opens tells of the past too', visibilityWords('open', { ...here, visibility: 'private' }), 'Everybody in the workspace will read all that was ever written here, and can join; guests see it only once they are added.'],
    ['one that its editor would no longer see', visibilityWords('private', { ...here, joined: false }), 'Only its members will see it, and you are none of them: join it first.'],
    ['one that closes', visibilityWords('private', here), 'Only its members can read it or see that it exists.'],
  ])('%s', (_why, said, expected) => expect(said).toBe(expected))
  test('whoever is taken out of a private one loses sight of it', () => {
    expect(takenOutWords('private')).toBe('Whoever is taken out no longer sees the space or anything written in it.')
    expect(takenOutWords('open')).toContain('still read here')
  })
})

test('members stand in the order of the space, everybody else by name', () => {
  const people = [{ id: 'mei', name: 'Mei' }, { id: 'ben', name: 'Ben' }, { id: 'ana', name: 'Ana' }]
  expect(membersIn(['ben', 'gone'], people).map(({ id }) => id)).toEqual(['ben'])
  expect(outsiders(['ben'], people).map(({ id }) => id)).toEqual(['ana', 'mei'])
})
