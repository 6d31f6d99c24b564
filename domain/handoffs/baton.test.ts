import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { changeBaton, holderOf, isLapsed, isPossible, offerBaton } from './baton.ts'
import type { Baton, BatonEvent, Plan } from './baton.ts'
import { BATON_EVENTS, BATON_STATES, BATON_TABLE } from './baton-table.ts'
import type { BatonEventKind, BatonState } from './baton-table.ts'

const at = (time: string) => Temporal.Instant.from(`2026-03-24T${time}:00Z`)
const NOW = at('00:10')
const kenji: Plan = { receiverId: 'kenji', firstReceiverId: 'kenji', startsAt: at('00:00'), lapsesAt: at('00:30'), coverId: 'mei' }
const mei: Plan = { receiverId: 'mei', firstReceiverId: 'mei', startsAt: at('01:00'), lapsesAt: at('01:30'), coverId: null }

/** One baton in each state, as it came about. */
const IN: Record<BatonState, Baton> = (() => {
  const offered = offerBaton('ben', kenji, at('00:00')).baton
  const then = (baton: Baton, event: BatonEvent) => changeBaton(baton, event, NOW).baton
  return {
    offered, returned: then(offered, { kind: 'return', by: 'kenji', question: 'Which?' }), accepted: then(offered, { kind: 'accept', by: 'kenji' }),
    lapsed: then(offered, { kind: 'lapse', cover: mei }), unowned: then(offered, { kind: 'lapse', cover: null }), withdrawn: then(offered, { kind: 'withdraw', by: 'ben', reason: 'Done.' }),
    done: then(then(offered, { kind: 'accept', by: 'kenji' }), { kind: 'done', by: 'kenji', outcome: 'At 100 %.' }),
  }
})()

/** Each event with and without somebody who covers. */
const EVENTS: Record<BatonEventKind, BatonEvent[]> = {
  accept: [{ kind: 'accept', by: 'kenji' }], return: [{ kind: 'return', by: 'kenji', question: 'Which?' }], answer: [{ kind: 'answer', by: 'ben', answer: 'The first.', plan: kenji }],
  offer: [{ kind: 'offer', by: 'ben', plan: mei }], lapse: [{ kind: 'lapse', cover: mei }, { kind: 'lapse', cover: null }], leave: [{ kind: 'leave', cover: mei }, { kind: 'leave', cover: null }],
  take: [{ kind: 'take', by: 'ana' }], withdraw: [{ kind: 'withdraw', by: 'ben', reason: 'Done.' }], replan: [{ kind: 'replan', plan: kenji }],
  done: [{ kind: 'done', by: 'kenji', outcome: 'At 100 %.' }, { kind: 'done', by: 'kenji', outcome: '' }], reopen: [{ kind: 'reopen', by: 'kenji' }],
}

/** The rules once more, as a person would write them down: what follows from each event that is allowed. */
const RULES: Record<BatonState, Partial<Record<BatonEventKind, BatonState[]>>> = {
  offered: { accept: ['accepted'], return: ['returned'], offer: ['offered'], lapse: ['lapsed', 'unowned'], leave: ['lapsed', 'unowned'], withdraw: ['withdrawn'], replan: ['offered'] },
  returned: { answer: ['offered'], offer: ['offered'], leave: ['unowned'], withdraw: ['withdrawn'] },
  accepted: { done: ['done'] },
  lapsed: { accept: ['accepted'], return: ['returned'], offer: ['offered'], lapse: ['unowned'], leave: ['unowned'], withdraw: ['withdrawn'], replan: ['lapsed'] },
  unowned: { offer: ['offered'], take: ['accepted'], withdraw: ['withdrawn'] },
  withdrawn: {},
  done: { reopen: ['accepted'] },
}

const PAIRS = BATON_STATES.flatMap((state) => BATON_EVENTS.map((event) => [state, event] as const))

describe('every pair of state and event', () => {
  test.each(PAIRS)('%s, %s', (state, kind) => {
    const follow = RULES[state][kind]
    expect(isPossible(state, kind)).toBe(follow !== undefined)
    if (follow === undefined) {
      for (const event of EVENTS[kind]) expect(refusalOf(() => changeBaton(IN[state], event, NOW))).toMatchObject({ code: 'conflict', message: expect.stringMatching(/\.$/), next: expect.stringMatching(/\.$/) })
    } else {
      expect(new Set(EVENTS[kind].map((event) => changeBaton(IN[state], event, NOW).baton.state))).toEqual(new Set(follow))
      expect(BATON_TABLE[state][kind]).toEqual({ allowed: true, to: follow })
    }
  })
})

describe('who holds it', () => {
  test.each<[BatonState, string | null]>([['offered', 'ben'], ['returned', 'ben'], ['lapsed', 'ben'], ['accepted', 'kenji'], ['unowned', null], ['withdrawn', null], ['done', null]])('%s: %s', (state, holder) => {
    expect(holderOf(IN[state])).toBe(holder)
  })
})

test('the clock stands still while a question is open', () => {
  expect(IN.returned.lapsesAt).toBeNull()
  expect(isLapsed(IN.returned, at('23:00'))).toBe(false)
})

test('it lapses at the moment that was shown, not before', () => {
  expect([at('00:29'), at('00:30')].map((now) => isLapsed(IN.offered, now))).toEqual([false, true])
})

test('an answer starts a new clock for whoever asked, and keeps the question beside it', () => {
  const { baton, step } = changeBaton(IN.returned, { kind: 'answer', by: 'ben', answer: 'The first.', plan: { ...kenji, lapsesAt: at('00:40') } }, NOW)
  expect(baton).toMatchObject({ state: 'offered', receiverId: 'kenji', question: 'Which?', answer: 'The first.', offeredAt: NOW, lapsesAt: at('00:40') })
  expect(step).toEqual({ kind: 'answered', actorId: 'ben', receiverId: 'kenji', text: 'The first.' })
})

test('at the cover, it is remembered who was asked first', () => {
  expect(IN.lapsed).toMatchObject({ receiverId: 'mei', firstReceiverId: 'kenji', lapsesAt: at('01:30') })
})

test('the first receiver may still accept while the cover has not', () => {
  expect(changeBaton(IN.lapsed, { kind: 'accept', by: 'kenji' }, NOW).baton).toMatchObject({ state: 'accepted', receiverId: 'kenji' })
})

test('done keeps what came of it and who said so; not done after all, it is held from now on and nothing of that is left', () => {
  expect(IN.done).toMatchObject({ receiverId: 'kenji', doneAt: NOW, outcome: 'At 100 %.', lapsesAt: null })
  const { baton, step } = changeBaton(IN.done, { kind: 'reopen', by: 'kenji' }, at('00:20'))
  expect(baton).toEqual({ ...IN.accepted, acceptedAt: at('00:20') })
  expect(step).toEqual({ kind: 'reopened', actorId: 'kenji', receiverId: 'kenji', text: '' })
})

test.each([['later', '00:45', '00:45'], ['earlier', '00:15', '00:30']])('new hours that would lapse %s give %s → %s', (_why, planned, shown) => {
  const { baton } = changeBaton(IN.offered, { kind: 'replan', plan: { ...kenji, lapsesAt: at(planned) } }, NOW)
  expect(baton.lapsesAt).toEqual(at(shown))
})

test('the alarm is raised by nothing but losing the last owner', () => {
  const raised = PAIRS.flatMap(([state, kind]) => isPossible(state, kind) ? EVENTS[kind].map((event) => changeBaton(IN[state], event, NOW)) : [])
  expect(raised.every(({ alarm, baton }) => alarm === (baton.state === 'unowned'))).toBe(true)
})

function refusalOf(work: () => unknown): Refusal | null {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof Refusal ? error : null
  }
}
