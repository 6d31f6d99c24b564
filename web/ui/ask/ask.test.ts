import { describe, expect, test } from 'vitest'
import { ASK_KINDS, KIND_RULES } from '#domain/asks/kinds.ts'
import { ENGLISH, inWords } from '#domain/words/said.ts'
import { saidAfter, textAct, verbsOf, verbWords } from './ask-verbs.ts'
import { chosenMoment, factsOf, localMoment, toneOf, whoLine } from './ask-words.ts'

const NOW = Temporal.Instant.from('2026-03-24T09:00:00Z')
const ANA = { askerId: 'ana', askerName: 'Ana Duarte', answererId: 'mei', answererName: 'Mei Tanaka', firstAnswererName: null, kind: 'review' as const }

describe('who wants what of whom', () => {
  test.each([
    ['the answerer', 'mei', ANA, 'Ana Duarte asks you to review it'],
    ['the asker', 'ana', ANA, 'You ask Mei Tanaka to review it'],
    ['somebody else, with a cover', 'ben', { ...ANA, firstAnswererName: 'Kenji Ito', kind: 'answer' as const }, 'Ana Duarte asks Mei Tanaka, in place of Kenji Ito, to answer'],
  ])('as %s reads it', (_who, me, ask, line) => expect(whoLine(ask, me)).toBe(line))
  test.each(ASK_KINDS)('%s is wanted in the words of its rule', (kind) => expect(whoLine({ ...ANA, kind }, 'ana')).toBe(`You ask Mei Tanaka to ${inWords(KIND_RULES[kind].wants, ENGLISH)}`))
})

describe('what the clock’s colour repeats', () => {
  test.each([
    ['time enough', { state: 'open' as const, dueAt: '2026-03-24T11:00:00Z', running: true }, 'plain'],
    ['the last hour', { state: 'seen' as const, dueAt: '2026-03-24T09:40:00Z', running: true }, 'clock'],
    ['the last hour while it stands still', { state: 'seen' as const, dueAt: '2026-03-24T09:40:00Z', running: false }, 'plain'],
    ['late', { state: 'escalated' as const, dueAt: '2026-03-24T08:00:00Z', running: true }, 'late'],
    ['answered', { state: 'answered' as const, dueAt: null, running: false }, 'settled'],
    ['withdrawn', { state: 'withdrawn' as const, dueAt: null, running: false }, 'plain'],
  ])('%s', (_what, ask, tone) => expect(toneOf(ask, NOW)).toBe(tone))
})

describe('verbs', () => {
  test('stand in the order they are looked for, the rare ones folded', () => {
    expect(verbsOf(['reassign', 'answer', 'withdraw', 'ask-back', 'snooze', 'decline'])).toEqual({ shown: ['answer', 'ask-back', 'decline', 'snooze'], folded: ['reassign', 'withdraw'] })
  })
  test('none is folded alone', () => expect(verbsOf(['answer', 'ask-back', 'decline', 'snooze', 'withdraw'])).toEqual({ shown: ['answer', 'ask-back', 'decline', 'snooze', 'withdraw'], folded: [] }))
  test('what the page offers elsewhere is left out', () => expect(verbsOf(['answer', 'ask-back'], ['answer'])).toEqual({ shown: ['ask-back'], folded: [] }))
  test('what was put aside is taken up again', () => expect(verbWords('snooze', { snoozedUntil: '2026-03-24T12:00:00Z' })).toBe('Take it up again'))
  test('a withdrawal has a reason, the others a body', () => {
    expect(textAct('withdraw', 'solved')).toEqual({ verb: 'withdraw', reason: 'solved' })
    expect(textAct('answer', 'yes')).toEqual({ verb: 'answer', body: 'yes' })
  })
  test('what was done is said', () => expect(saidAfter({ verb: 'ask-back', body: 'which?' }, ANA)).toBe('Your question went to Ana Duarte. The clock stands still.'))
})

describe('what an ask says beyond its question', () => {
  const bare = { criteria: '', blockedPath: '', urgentReason: '', scope: 'brief' as const, silentDefault: null, kind: 'answer' as const, others: [] }
  test('nothing where nothing was written', () => expect(factsOf(bare)).toEqual([]))
  test('silence of something for information counts as no concerns', () => expect(factsOf({ ...bare, kind: 'fyi' })).toEqual([{ name: 'Silence means', text: 'No concerns.' }]))
  test('others by name', () => expect(factsOf({ ...bare, others: [{ id: '1', name: 'Ben' }, { id: '2', name: 'Ana' }] })).toEqual([{ name: 'May add', text: 'Ben and Ana' }]))
})

describe('a moment chosen in one’s own zone', () => {
  test('there and back', () => expect(localMoment(chosenMoment('2026-03-24T14:00', 'Asia/Manila') ?? NOW, 'Asia/Manila')).toBe('2026-03-24T14:00'))
  test('is none while half typed', () => expect(chosenMoment('2026-03', 'Asia/Manila')).toBeUndefined())
})
