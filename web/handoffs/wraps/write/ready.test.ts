import { describe, expect, test } from 'vitest'
import { draftFrom, withOffers } from './draft.ts'
import type { Prefill, WrapDraft } from './draft.ts'
import { readyToSign } from './ready.ts'

const commits = { kind: 'git', repository: 'longhand', group: 'web', commits: ['3f2a91c'] } as const
const prefill = (done: Prefill['done'] = []): Prefill => ({
  since: '2026-03-23T09:00:00Z', shift: null, lastNextAction: null, done, questions: [], batonsHeld: [], emails: ['kenji@example.com'], notes: [],
  blockers: [{ text: 'Finance is silent', ownerId: null, eta: '2026-03-24T08:00:00Z' }],
})
const offered = { text: 'Retries run once', source: { ...commits, commits: [...commits.commits] } }
const complete = (change: Partial<WrapDraft> = {}): WrapDraft => ({ ...draftFrom(prefill([offered]), 'Asia/Tokyo'), state: ' Green. ', nextAction: 'Resume.', mostImportant: 'Nothing is broken.', seconds: 48.4, ...change })
const sign = (draft: WrapDraft) => readyToSign(draft, 'space', 'Asia/Tokyo')

describe('what is signed', () => {
  test('is what was kept, trimmed, with times in UTC', () => {
    expect(sign(complete())).toEqual({ wrap: {
      spaceId: 'space', state: 'Green.', nextAction: 'Resume.', mostImportant: 'Nothing is broken.', secondsTaken: 48,
      done: [{ text: 'Retries run once', source: offered.source }], blockers: [{ text: 'Finance is silent', ownerId: null, eta: '2026-03-24T08:00:00Z' }],
      decisions: [], questions: [], batons: [],
    } })
  })
  test('leaves out what was unticked', () => {
    const draft = complete()
    const wrap = sign({ ...draft, done: draft.done.map((line) => ({ ...line, kept: false })) })
    expect(wrap).toHaveProperty('wrap.done', [])
  })
  test('is not ready without its three sentences, a receiver for each baton, and times that exist', () => {
    const draft = complete({ state: ' ', nextAction: '', mostImportant: '' })
    const baton = { key: 4, text: 'The migration', kept: true, offered: false, nextStep: '', to: null, from: null }
    const blocker = { key: 9, text: 'The mirror', kept: true, offered: false, ownerId: null, eta: 'soon' }
    const read = sign({ ...draft, batons: [baton], blockers: [blocker] })
    expect(Object.keys('missing' in read ? read.missing : {})).toEqual(['state', 'nextAction', 'mostImportant', 'batons-4', 'blockers-9'])
  })
  test('a baton names its receiver', () => {
    const baton = { key: 1, text: ' The migration ', kept: true, offered: false, nextStep: '', to: 'role:r1', from: null }
    expect(sign(complete({ batons: [baton] }))).toHaveProperty('wrap.batons', [{ text: 'The migration', nextStep: '', to: { kind: 'role', roleId: 'r1' } }])
  })
})

describe('offers', () => {
  test('done since the draft was begun stand behind the others, before the empty line', () => {
    const later = { text: 'Answered #131', source: { kind: 'workspace' as const, numbers: [131] } }
    const draft = withOffers(complete(), prefill([offered, later]))
    expect(draft.done.map((line) => line.text)).toEqual(['Retries run once', 'Answered #131', ''])
    expect(withOffers(draft, prefill([offered, later]))).toBe(draft)
  })
  test('a baton that is held is offered, but not handed on unasked', () => {
    const held = { number: 215, text: 'The migration', nextStep: 'Check #212' } as Prefill['batonsHeld'][number]
    const draft = draftFrom({ ...prefill(), batonsHeld: [held] }, 'Asia/Tokyo')
    expect(draft.batons[0]).toMatchObject({ text: 'The migration', kept: false, from: 215, to: null })
  })
})
