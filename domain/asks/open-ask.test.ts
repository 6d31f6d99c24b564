import { describe, expect, test } from 'vitest'
import { RESPONSES } from '../agreement/settings.ts'
import { checkAsk, openAsk, termsOf } from './open-ask.ts'
import type { NewAsk } from './open-ask.ts'
import { planAsk } from './plan-ask.ts'
import { team, terms, tuesday, wanted } from './asks.test-kit.ts'

const NOW = tuesday('02:00')

describe('the clock that an urgency gives', () => {
  test.each([
    ['001', 'urgent', {}, { term: { kind: 'minutes', minutes: 30 }, urgent: true, silent: false }],
    ['001', 'important', {}, { term: { kind: 'working_minutes', minutes: 240 }, urgent: false, silent: false }],
    ['001', 'standard', { kind: 'fyi' }, { term: { kind: 'working_days', days: 0 }, urgent: false, silent: true }],
    ['002', 'complex', { silentDefault: 'Go.' }, { term: { kind: 'working_days', days: 3 }, urgent: false, silent: true }],
    ['002', 'normal', { chosenDue: tuesday('09:00') }, { term: { kind: 'chosen', at: tuesday('09:00') }, urgent: false, silent: false }],
  ] as const)('%s, %s', (preset, urgency, more, given) => {
    expect(termsOf(wanted({ urgency, ...more }), RESPONSES[preset])).toMatchObject(given)
  })

  test('an urgency that the agreement does not name is refused, with those it names', () => {
    expect(() => termsOf(wanted({ urgency: 'asap' }), RESPONSES['002'])).toThrow(expect.objectContaining({ code: 'bad_input', next: 'Choose one of urgent, normal, complex.' }) as Error)
  })
})

describe('what is refused before it is asked', () => {
  test.each<[string, Partial<NewAsk>, boolean, string | null]>([
    ['nothing wrong', {}, false, null], ['oneself', { answererId: 'ana' }, false, 'yourself'], ['urgent without a reason', { blockedPath: 'The release' }, true, 'reason'],
    ['urgent without what it blocks', { reason: 'Shop is down' }, true, 'blocks'], ['urgent with both', { reason: 'Shop is down', blockedPath: 'All sales' }, true, null],
    ['urgent and silent', { reason: 'Shop is down', blockedPath: 'All sales', silentDefault: 'Go.' }, true, 'Silence'], ['silence that says nothing', { silentDefault: '  ' }, false, 'silent default'],
    ['silence that says something', { silentDefault: 'We merge it.' }, false, null], ['a time that has passed', { chosenDue: NOW }, false, 'passed'],
    ['a time within a year', { chosenDue: NOW.add({ hours: 366 * 24 }) }, false, null], ['a time further away', { chosenDue: NOW.add({ hours: 366 * 24, milliseconds: 1 }) }, false, 'more than a year'],
  ])('%s', (_why, more, urgent, message) => {
    const check = () => checkAsk(wanted(more), { urgent }, NOW)
    if (message === null) expect(check).not.toThrow()
    else expect(check).toThrow(expect.objectContaining({ code: 'bad_input', message: expect.stringContaining(message), next: expect.stringMatching(/\.$/) }) as Error)
  })
})

test('a new ask is open, tells the answerer and whoever may add, and names nobody twice', () => {
  const { ask, steps, effects } = openAsk('1', wanted({ otherIds: ['ben', 'ben', 'mei', 'ana'] }), terms(), planAsk('mei', terms(), NOW, team()), NOW)
  expect(ask).toMatchObject({ state: 'open', answererId: 'mei', otherIds: ['ben'], askedAt: NOW, clock: { dueAt: tuesday('06:00'), runningSince: NOW } })
  expect([steps.map(({ kind }) => kind), effects.map((effect) => effect.kind === 'tell' && effect.personId)]).toEqual([['asked'], ['mei', 'ben']])
})
