import { describe, expect, test } from 'vitest'
import { safeBack } from './back.ts'
import { emailsIn } from './emails.ts'
import { firstWrong, noAnswers, wrongWith } from './questions.ts'
import { stepAfter, stepBefore, stepIn } from './steps.ts'

const whole = { ...noAnswers('Europe/Lisbon'), name: 'Ana', workspace: 'Harbour', email: 'ana@example.org', preset: '002' as const }
const PASSWORD = 'a long password'

describe('set-up asks again for what is missing', () => {
  test.each([
    ['everything is there', whole, PASSWORD, undefined],
    ['a name of spaces', { ...whole, name: '  ' }, PASSWORD, 'you'],
    ['half an address', { ...whole, email: 'ana@' }, PASSWORD, 'you'],
    ['the password was lost by a reload', whole, '', 'you'],
    ['no hours', { ...whole, week: [] }, PASSWORD, 'hours'],
    ['no preset: the team must choose', { ...whole, preset: null }, PASSWORD, 'preset'],
    ['a broken address among the invited', { ...whole, invite: 'mei@example.org, ben@' }, PASSWORD, 'team'],
  ])('%s', (_why, answers, password, step) => expect(firstWrong(answers, password)).toBe(step))

  test('a wrong address is named', () => {
    expect(wrongWith('team', { ...whole, invite: 'ben@' }, PASSWORD).invite).toContain('ben@')
  })
})

test('steps follow each other and unknown ones begin again', () => {
  expect([stepBefore('you'), stepAfter('you'), stepAfter('team'), stepIn('preset'), stepIn('7')]).toEqual([undefined, 'hours', undefined, 'preset', 'you'])
})

test.each([
  ['a@b.de, c@d.de\nc@D.de;', ['a@b.de', 'c@d.de'], []],
  ['Mei Tanaka <mei@example.org>, Ben Okafor <ben@example.org>', ['mei@example.org', 'ben@example.org'], []],
  ['mei', [], ['mei']],
  ['', [], []],
])('addresses in “%s”', (typed, emails, wrong) => {
  expect({ emails: emailsIn(typed).emails.toSorted(), wrong: emailsIn(typed).wrong }).toEqual({ emails: emails.toSorted(), wrong })
})

test.each([
  ['/keys', '/keys'], ['/people?date=2026-03-24', '/people?date=2026-03-24'], [undefined, '/'], ['//evil.example', '/'], ['/\\evil.example', '/'],
  ['https://evil.example', '/'], ['/sign-in', '/'],
])('after signing in %s leads to %s', (asked, path) => expect(safeBack(asked)).toBe(path))
