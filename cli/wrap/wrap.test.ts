import { describe, expect, test } from 'vitest'
import type { Ask } from '../ask.ts'
import { Cancelled, UsageError } from '../errors.ts'
import { askForWrap } from './dialogue.ts'
import type { Prefill } from './dialogue.ts'
import { emptyDraft, isEmpty, readBaton, requireWhole, withFlags } from './draft.ts'

describe('a wrap in flags', () => {
  test('a field replaces, a list adds', () => {
    const draft = { ...emptyDraft(), state: 'Before', done: [{ text: 'One', source: null }] }
    expect(withFlags(draft, { state: 'After', done: ['Two'], blocker: ['Down | Mei | 16:00', 'Slow'], decision: ['Redis | it works'], question: ['Where?'] })).toMatchObject({
      state: 'After', done: [{ text: 'One' }, { text: 'Two' }], blockers: [{ text: 'Down', owner: 'Mei', eta: '16:00' }, { text: 'Slow', owner: null, eta: null }],
      decisions: [{ text: 'Redis', why: 'it works' }], questions: [{ text: 'Where?', answerer: null }],
    })
  })
  test.each([
    ['Look at it -> Mei', { text: 'Look at it', to: { kind: 'person', name: 'Mei' } }],
    ['Move a -> b -> @on call', { text: 'Move a -> b', to: { kind: 'role', name: 'on call' } }],
    ['Go on → the next shift', { text: 'Go on', to: { kind: 'shift' } }],
  ])('a baton: %s', (given, baton) => expect(readBaton(given)).toMatchObject(baton))
  test.each([['Look'], ['-> Mei'], ['Look ->'], ['']])('no baton: %j', (given) => expect(() => readBaton(given)).toThrow(UsageError))
  test.each([[{ blocker: [' | Mei'] }], [{ decision: ['a|b|c'] }], [{ blocker: ['a|b|c|d'] }]])('too much or too little: %j', (flags) => expect(() => withFlags(emptyDraft(), flags)).toThrow(UsageError))
  test('what is missing is named by its flag', () => expect(() => requireWhole({ ...emptyDraft(), state: 'x' })).toThrow('The single next action is missing.'))
})

const prefill: Prefill = {
  since: '2026-03-23T07:00:00Z', shift: null, lastNextAction: 'Watch the errors', done: [], questions: [], emails: ['ben@example.com'], notes: [], batonsHeld: [],
  blockers: [{ text: 'Staging is down', ownerId: 'p-1', eta: '2026-03-24T15:00:00Z' }],
}
const names = { people: [{ id: 'p-1', name: 'Mei' }, { id: 'p-2', name: 'Ali' }, { id: 'p-3', name: 'Ali' }], roles: [{ id: 'r-1', name: 'On call' }] }

/** Answers by the beginning of a question; a question without an answer ends the dialogue. */
function scripted(answers: Record<string, unknown[]>): Ask {
  const next = async (question: string) => {
    const key = Object.keys(answers).find((one) => question.startsWith(one))
    const answer = key === undefined ? undefined : answers[key]?.shift()
    if (answer === undefined) throw new Cancelled(`Nothing more to ${question}`)
    return answer as never
  }
  return { line: next, secret: next, one: next, some: next, yes: next }
}

describe('a wrap in a dialogue', () => {
  test('publishes what was ticked and typed, and no suggestion else', async () => {
    const draft = emptyDraft()
    await askForWrap(draft, scripted({
      'What did you get done': [['1']], 'Anything else done': ['Wrote the note', ''], 'Where do things stand': ['Live.'], 'The single next': ['Watch.'], 'If they read one': ['Wait.'],
      'Still blocked': [['0']], 'A blocker': [''], 'Anything to hand over': ['Watch it'], 'The first step': ['Open the board'], 'To whom': ['@On call'], 'Another baton': [''], 'Decisions or': [false],
    }), { suggestions: [{ text: 'Not this', source: null }, { text: 'This', source: { kind: 'workspace', numbers: [7] } }], prefill, names })
    expect(draft).toEqual({
      ...emptyDraft(), state: 'Live.', nextAction: 'Watch.', mostImportant: 'Wait.', done: [{ text: 'This', source: { kind: 'workspace', numbers: [7] } }, { text: 'Wrote the note', source: null }],
      blockers: [{ text: 'Staging is down', owner: 'p-1', eta: '2026-03-24T15:00:00Z' }], batons: [{ text: 'Watch it', nextStep: 'Open the board', to: { kind: 'role', name: 'On call' } }],
    })
  })

  test('keeps what was answered when it is broken off', async () => {
    const draft = emptyDraft()
    await expect(askForWrap(draft, scripted({ 'Done (one line': [''], 'Where do things stand': ['Half way.'] }), { suggestions: [], prefill, names })).rejects.toThrow(Cancelled)
    expect([draft.state, isEmpty(draft)]).toEqual(['Half way.', false])
  })
})
