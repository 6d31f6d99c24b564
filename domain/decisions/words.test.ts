import { describe, expect, test } from 'vitest'
import type { Cast, Viewer } from '../asks/moment-words.ts'
import { GERMAN } from '../words/german/german.ts'
import type { DecisionState } from './decision-table.ts'
import { DECISION_STATES } from './decision-table.ts'
import { DECISION_STEPS } from './decision.ts'
import type { Decision } from './decision.ts'
import { awaitedIds, dutyOf } from './duty.ts'
import { isHidden } from './hidden.ts'
import { stepSentence } from './step-words.ts'
import { AFTER, after, agreed, deadline, DUE, IN, instant, NEXT_DUE, objects, opened, OUTCOME, says, SIGN } from './decisions.test-kit.ts'
import { deadlineSentence, missingSentence, readerSentence, readySentence } from './input-words.ts'
import { statusSentence } from './words.ts'
import type { Told } from './words.ts'

const cast: Cast = new Map([['ana', { name: 'Ana', zone: 'Europe/Berlin' }], ['ben', { name: 'Ben', zone: 'Europe/Berlin' }], ['mei', { name: 'Mei', zone: 'Asia/Manila' }], ['nora', { name: 'Nora', zone: 'Europe/London' }]])
const as = (id: string, zone = 'Europe/Berlin'): Viewer => ({ id, zone, now: instant('2026-03-04T09:00:00Z') })
const told = (decision: Decision, more: Partial<Told> = {}): Told => ({ decision, optionTitles: new Map([['cache', 'A cache'], ['index', 'An index']]), decidedAt: decision.signedAt, supersededBy: [], reviewDue: false, hidden: false, ...more })

describe('the status line says what holds and who moves next', () => {
  const LINES: Readonly<Record<DecisionState, string>> = {
    draft: 'A draft of Ana’s: nobody was asked yet.', open: 'Open until Monday 18:00. It waits for Ben and Mei.', call_needed: 'An objection stands. Mei and Ana talk, and write down what came of it.',
    ready: 'Ready: all input is in. Ana signs.', decided: 'Decided on 2 March by Ana: A cache.', provisional: 'Decided on 2 March by Ana: A cache. It holds until 1 June, unless it is confirmed.',
    expired: 'It held until 1 June, and nobody has confirmed it. Ana confirms it, or ends it.', withdrawn: 'Withdrawn: Solved.', lapsed: 'It lapsed: nobody decided in time.',
    superseded: 'Another decision has superseded it.', deprecated: 'It no longer holds: The list is gone.',
  }
  test.each(DECISION_STATES)('%s', (state) => expect(statusSentence(told(IN[state]), cast, as('nora'))).toBe(LINES[state]))

  test.each<[string, Told, string, string]>([
    ['to who signs', told(agreed()), 'ana', 'Ready: all input is in. You sign.'],
    ['closed by silence', told(after(opened(), { kind: 'see', by: 'ben' }, { kind: 'see', by: 'mei' }, [deadline(), AFTER])), 'nora', 'Ready: nobody spoke against it in time. Ana signs.'],
    ['after a call', told(after(IN.call_needed, OUTCOME)), 'nora', 'Ready: the call was held. Ana signs.'],
    ['a call with a time', told({ ...IN.call_needed, callPlan: { startsAt: instant('2026-03-05T09:00:00Z'), minutes: 15 } }), 'mei', 'An objection stands. You and Ana talk on Thursday 10:00 for 15 minutes, and write down what came of it.'],
    ['a call whose time is over', told({ ...IN.call_needed, callPlan: { startsAt: instant('2026-03-04T08:00:00Z'), minutes: 15 } }), 'nora', 'An objection stands. Mei and Ana were to talk at 09:00, and what came of it is not written down yet.'],
    ['where the reader is named last', told(opened()), 'mei', 'Open until Monday 18:00. It waits for you and Ben.'],
    ['an objection', told(after(opened(), objects('mei'))), 'mei', 'Open until Monday 18:00. You object.'],
    ['an objection that is kept from the reader', told(after(opened(), objects('mei')), { hidden: true }), 'nora', 'Open until Monday 18:00. It waits for Ben.'],
    ['once extended', told(after(opened(), [deadline(), AFTER])), 'ben', 'Open once more until 11 March 18:00. It waits for you and Mei.'],
    ['superseded by what may be seen', told(IN.superseded, { supersededBy: [9, 12] }), 'nora', 'Superseded by #9 and #12.'],
    ['to be looked at again', told(IN.decided, { reviewDue: true }), 'nora', 'Decided on 2 March by Ana: A cache. It is time to look at it again.'],
    ['imported, without a signature', told({ ...IN.decided, signedById: null, chosenOptionId: null }, { decidedAt: instant('2019-05-03T00:00:00Z') }), 'nora', 'Decided on 3 May 2019.'],
    ['without an accountable', told({ ...opened(), roles: { ...opened().roles, accountableId: null } }), 'ana', 'Nobody is accountable any more: you name who signs.'],
  ])('%s', (_why, what, viewer, line) => expect(statusSentence(what, cast, as(viewer))).toBe(line))
})

describe('what stands between it and a signature', () => {
  test.each<[string, Told, string]>([
    ['silence agrees', told(opened()), 'Before it can be signed: the input of Ben and Mei. Whoever has opened it and says nothing by Monday 18:00 agrees.'],
    ['not through a one-way door', told(opened({ door: 'one_way' })), 'Before it can be signed: the input of Ben and Mei. It is hard to undo, so silence closes nothing.'],
    ['objections and questions', told(after(opened(), objects('nora'), says('ben', 'question', 'How much?'))), 'Before it can be signed: the input of Mei, Nora’s objection and Ben’s question.'],
    ['kept from the reader', told(after(opened(), objects('mei')), { hidden: true }), 'Before it can be signed: the input of Ben. What others say is shown once you have taken a position.'],
    ['nothing once it is signed', told(IN.decided), ''],
  ])('%s', (_why, what, line) => expect(readySentence(what, cast, as('x'))).toBe(line))

  const three = opened({ roles: { ...opened().roles, consultedIds: ['nora', 'ben', 'mei'] } })
  test.each<[string, Told, Cast, string, string]>([
    ['one’s own and another’s', told(opened()), cast, 'your input and Mei’s', 'dein Beitrag und der von Mei'],
    ['one’s own alone', told(after(opened(), says('mei', 'support'))), cast, 'your input', 'dein Beitrag'],
    ['one’s own and several', told(three), cast, 'your input and that of Nora and Mei', 'dein Beitrag und der von Nora und Mei'],
    ['somebody’s who left', told(opened()), new Map([...cast].filter(([id]) => id !== 'mei')), 'your input and that of somebody who left', 'dein Beitrag und der von jemand, der nicht mehr da ist'],
  ])('to whom it waits for: %s', (_why, what, who, english, german) => {
    expect(readySentence(what, who, as('ben'))).toContain(`Before it can be signed: ${english}. `)
    expect(readySentence(what, who, { ...as('ben'), words: { language: 'de', texts: GERMAN } })).toContain(`Vor der Unterschrift: ${german}. `)
  })
})

describe('what it waits for from whom', () => {
  const unowned = { ...IN.ready, roles: { ...IN.ready.roles, accountableId: null } }
  test.each<[string, Decision, boolean, readonly (readonly [string, string | null])[]]>([
    ['an open one, for input', opened(), false, [['ana', null], ['ben', 'position'], ['mei', 'position'], ['nora', null]]],
    ['one extended twice, for the accountable too', after(opened(), [deadline(), AFTER], [deadline(), NEXT_DUE.add({ seconds: 1 })]), false, [['ana', 'sign'], ['ben', 'position']]],
    ['one in need of a call, for who objects', IN.call_needed, false, [['ana', 'call'], ['mei', 'call'], ['ben', 'position']]],
    ['a ready one, for the signature', IN.ready, false, [['ana', 'sign'], ['ben', null]]],
    ['one without an accountable, for a name', unowned, false, [['ana', 'name'], ['ben', null]]],
    ['an expired one, for a word', IN.expired, false, [['ana', 'end'], ['ben', null]]],
    ['a record to be looked at again', IN.decided, true, [['ana', 'review'], ['ben', null]]],
    ['a record, a draft: for nobody', IN.decided, false, [['ana', null], ['ben', null]]],
  ])('%s', (_why, decision, reviewDue, duties) => {
    expect(duties.map(([id]) => [id, dutyOf(decision, reviewDue, id)])).toEqual(duties)
  })

  test('its author waits for those who have to move', () => {
    expect([opened(), IN.call_needed, IN.ready, unowned, IN.decided].map(awaitedIds)).toEqual([['ben', 'mei'], ['ana', 'mei'], ['ana'], [], []])
  })
})

test('positions are hidden only while it is open, and only from whoever has taken none', () => {
  const spoken = after(opened(), objects('mei'))
  expect(['ana', 'mei', 'nora'].map((id) => isHidden(spoken, true, id))).toEqual([true, false, true])
  expect([isHidden(spoken, false, 'ana'), isHidden(IN.call_needed, true, 'ana'), isHidden(after(agreed(), SIGN), true, 'nora')]).toEqual([false, false, false])
})

describe('the history, line by line', () => {
  test.each(DECISION_STEPS)('%s is a whole sentence', (kind) => {
    for (const [actorId, personId, text] of [['ana', 'mei', 'Words.'], [null, null, '']] as const) {
      expect(stepSentence({ kind, actorId, personId, text }, cast, as('nora'))).toMatch(/^(?:[A-Z#]|Words).*\.$/)
    }
  })
  test('without the reader’s own input', () => expect(stepSentence({ kind: 'waived', actorId: 'mei', personId: 'ana', text: '' }, cast, as('ana'))).toBe('Mei went on without your input.'))
  test('keeps from a reader what others said', () => {
    expect(stepSentence({ kind: 'took_position', actorId: 'mei', personId: null, text: 'objection' }, cast, as('ana'), true)).toBe('Mei took a position.')
    expect(stepSentence({ kind: 'lifted', actorId: 'mei', personId: null, text: 'support' }, cast, as('ana'), true)).toBe('Mei took a position.')
    expect(stepSentence({ kind: 'took_position', actorId: 'ana', personId: null, text: 'no_concern' }, cast, as('ana'), true)).toBe('You had no concern.')
  })
})

describe('deadlines stand on the clock of who sets them, and on the reader’s', () => {
  const viewer = as('ana')
  test.each([
    ['somebody elsewhere', { setById: 'mei', awayUntil: null, phase: 'first' as const }, 'Tuesday 01:00 Manila (Monday 18:00 yours); set by Mei.'],
    ['somebody who is away', { setById: 'mei', awayUntil: instant('2026-03-06T01:00:00Z'), phase: 'first' as const }, 'Tuesday 01:00 Manila (Monday 18:00 yours); set by Mei, who is back on Friday.'],
    ['the reader', { setById: 'ana', awayUntil: null, phase: 'first' as const }, 'Monday 18:00; your hours set it.'], ['nobody: it was chosen', { setById: null, awayUntil: null, phase: 'first' as const }, 'Monday 18:00; chosen, and later than anybody named needs.'],
    ['an extension', { setById: 'mei', awayUntil: null, phase: 'extended' as const }, 'Monday 18:00; extended once, for the input that is missing.'],
    ['the accountable', { setById: 'ana', awayUntil: null, phase: 'asked' as const }, 'Monday 18:00; by then the accountable decides how it goes on.'],
  ])('%s', (_who, facts, line) => expect(deadlineSentence(DUE, facts, cast, viewer)).toBe(line))

  test('each reader is told of by name', () => {
    expect([readerSentence('mei', DUE, cast, viewer), readerSentence('ana', DUE, cast, viewer), readerSentence('mei', null, cast, viewer)]).toEqual([
      'Mei has until Tuesday 01:00 Manila (Monday 18:00 yours).', 'You have until Monday 18:00.', 'Mei does not work that much within a year, and is not waited for.',
    ])
  })
})

test('why input is missing says what the person has done so far', () => {
  const lines = [[false, false, false], [true, false, false], [false, true, false], [true, false, true], [false, false, true]].map(([opens = false, asked = false, spokeBefore = false]) => missingSentence({ opened: opens, asked, spokeBefore }))
  expect(new Set(lines).size).toBe(5)
})
