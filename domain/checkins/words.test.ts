import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import type { WorkCalendar } from '../time/types.ts'
import { answersTldr, blockerAsk, checkAnswers, names } from './answers.ts'
import { fillInWords, newForm } from './forms.ts'
import type { Question } from './forms.ts'
import { prefillFrom } from './prefill.ts'
import type { WrapWords } from './prefill.ts'
import { decidePrompt } from './prompt.ts'
import { expectedSentence } from './round-words.ts'

const instant = (text: string) => Temporal.Instant.from(text)
const wrap = (number: number, given: Partial<WrapWords> = {}): WrapWords => ({ number, done: ['Moved the invoices.'], nextAction: 'Switch the traffic.', blockers: [], questions: [], decisions: [], ...given })
const questionsOf = (kind: 'standup' | 'weekly_plans' | 'weekly_shipped') => newForm(kind, {})?.questions ?? []

describe('a wrap answers the next check-in', () => {
  test('last evening’s wrap answers the standup', () => {
    expect(prefillFrom('standup', questionsOf('standup'), [wrap(11), wrap(12, { done: ['a', 'b'], blockers: ['The key of the client.'] })])).toEqual({
      yesterday: { text: '- a\n- b', source: 12 }, today: { text: 'Switch the traffic.', source: 12 }, blockers: { text: 'The key of the client.', source: 12 },
    })
  })
  test('the wraps of the week answer a weekly form, each line with its wrap', () => {
    expect(prefillFrom('weekly_shipped', questionsOf('weekly_shipped'), [wrap(11, { decisions: [{ text: 'Keep one queue', why: 'two drifted' }] }), wrap(12)])).toEqual({
      shipped: { text: '- Moved the invoices. (#11)\n- Moved the invoices. (#12)', source: 12 }, next: { text: 'Switch the traffic.', source: 12 },
      learnings: { text: 'Keep one queue, because two drifted', source: 11 },
    })
  })
  test.each([['no wrap', 'standup', []], ['questions of one’s own', 'custom', [wrap(1)]]] as const)('nothing from %s', (_why, kind, wraps) => {
    expect(prefillFrom(kind, questionsOf('standup'), wraps)).toEqual({})
  })
})

describe('a blocker becomes an ask', () => {
  test.each([
    ['The key of the client.', 'Blocked: The key of the client.'],
    ['- the vault\n- the stage', 'Blocked: the vault'],
    ['x'.repeat(200), `Blocked: ${'x'.repeat(110)}…`],
  ])('%s', (text, title) => {
    expect(blockerAsk(text, 131)).toEqual({ title, body: `${text}\n\nFrom my check-in #131.` })
  })
})

describe('answers', () => {
  const questions: Question[] = [{ key: 'today', text: 'Today?', required: true }, { key: 'blockers', text: 'Blockers?', required: false }]
  const answer = (key: string, text: string, question = 'Asked?') => ({ key, text, question, source: null })
  test('come in the order of the questions, without empty ones', () => {
    expect(checkAnswers(questions, [answer('blockers', ' '), answer('today', 'x')]).map((one) => one.key)).toEqual(['today'])
  })
  test.each([
    ['an unknown key', [answer('today', 'x'), answer('mood', 'y')]],
    ['an answer twice', [answer('today', 'x'), answer('today', 'y')]],
    ['a required one left open', [answer('blockers', 'x')]],
    ['nothing said', [answer('today', '  ')]],
  ])('%s is refused', (_why, given) => expect(() => checkAnswers(questions, given)).toThrow(Refusal))

  test.each([
    ['what blocks comes first', [answer('today', 'Work.'), answer('blockers', '- The key.\n- More')], 'Blocked: The key.'],
    ['else what comes next', [answer('yesterday', 'Done.'), answer('today', 'Work.')], 'Today: Work.'],
    ['else what was done', [answer('mood', 'Fine.'), answer('shipped', 'The rate.')], 'Shipped: The rate.'],
    ['else the first, after its question', [answer('mood', 'Fine.', 'How are you?')], 'How are you? Fine.'],
    ['a label is set off', [answer('mood', 'Fine.', 'Mood')], 'Mood: Fine.'],
    ['a long question is left out', [answer('mood', 'Fine.', 'How '.repeat(21))], 'Fine.'],
  ])('one line: %s', (_why, given, line) => expect(answersTldr(given)).toBe(line))

  test('the line is short and whole characters, whatever was written', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (text) => {
      const line = answersTldr([answer('today', text)])
      expect(line.length).toBeLessThanOrEqual(240)
      if (text.isWellFormed()) expect(line.isWellFormed()).toBe(true)
    }))
  })

  test.each([
    ['standup', 'Standup', 'Fill in the standup of Billing.'], ['standup', 'Evening round', 'Fill in “Evening round” of Billing.'], ['custom', 'Standup', 'Fill in “Standup” of Billing.'],
    ['weekly_plans', 'Progress and plans', 'Fill in “Progress and plans” of Billing.'],
  ] as const)('a %s called %s asks: %s', (kind, name, sentence) => expect(fillInWords({ kind, name, spaceName: 'Billing' })).toBe(sentence))

  test.each([
    ['the full name', 'Ben Adler has the key', true], ['@ and the first name', 'the key, @ben', true],
    ['a first name alone', 'ben has it', false], ['part of a word', 'ask Ben Adlers', false],
  ])('%s names a person or not', (_why, text, named) => expect(names(text, 'Ben Adler')).toBe(named))
})

describe('whether somebody is asked', () => {
  const calendar: WorkCalendar = { periods: [{ from: null, zone: 'Europe/Berlin', anchor: '2026-01-05', weeks: [[{ day: 2, start: '09:00', end: '17:00' }]] }], holidays: new Set(), absences: [], given: new Set(), taken: [] }
  const ask = { date: '2026-03-24', at: instant('2026-03-24T08:00Z'), off: null, shiftEnd: instant('2026-03-24T16:00Z') }
  const facts = { ask, now: ask.at, formPaused: false, pause: null, windowMinutes: 120, calendar }
  test.each([
    ['asked in time', {}, { state: 'open', windowEndsAt: '2026-03-24T10:00:00Z' }],
    ['asked late, with a whole window', { now: instant('2026-03-24T13:00Z') }, { state: 'open', windowEndsAt: '2026-03-24T15:00:00Z' }],
    ['the shift is over', { now: instant('2026-03-24T20:00Z') }, { state: 'skipped', reason: 'Longhand was not running at that time.' }],
    ['away', { ask: { ...ask, off: 'Away.' } }, { state: 'skipped', reason: 'Away.' }],
    ['paused for everybody', { formPaused: true }, { state: 'skipped', reason: 'Paused for everybody.' }],
    ['paused until later', { pause: { until: '2026-03-25' } }, { state: 'skipped', reason: 'Paused.' }],
    ['the pause ends today', { pause: { until: '2026-03-24' } }, { state: 'open', windowEndsAt: '2026-03-24T10:00:00Z' }],
    ['no working time ahead', { windowMinutes: 99_999 }, { state: 'skipped', reason: 'No working time for an answer.' }],
  ])('%s', (_why, given, expected) => {
    const decision = decidePrompt({ ...facts, ...given })
    expect(decision.state === 'open' ? { ...decision, windowEndsAt: decision.windowEndsAt.toString() } : decision).toEqual(expected)
  })
})

test.each([
  ['inside the window', '2026-03-24T08:00Z', '2026-03-24T10:00Z', 'Mei has until 11:00.'],
  ['before it, today', '2026-03-24T11:00Z', '2026-03-24T13:00Z', 'Mei is asked at 12:00 and has until 14:00.'],
  ['before it, tomorrow', '2026-03-25T08:00Z', '2026-03-25T10:00Z', 'Mei is asked on Wednesday at 09:00 and has until 11:00.'],
  ['over midnight', '2026-03-24T20:00Z', '2026-03-25T01:00Z', 'Mei is asked at 21:00 and has until Wednesday at 02:00.'],
])('expected %s', (_why, asked, until, sentence) => {
  expect(expectedSentence({ name: 'Mei', askedAt: instant(asked), until: instant(until), now: instant('2026-03-24T09:00Z'), readerZone: 'Europe/Berlin' })).toBe(sentence)
})
