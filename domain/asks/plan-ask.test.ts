import { describe, expect, test } from 'vitest'
import type { Refusal } from '../refusal.ts'
import { latenessFor, rankAnswerers } from './lateness.ts'
import { planAgain, planAsk, whenRead } from './plan-ask.ts'
import type { Answerers, AskPlan, Terms } from './plan-ask.ts'
import { NEVER, asked, away, instant, span, team, terms, tuesday, works } from './asks.test-kit.ts'

const MANILA = 'Asia/Manila'
const URGENT: Partial<Terms> = { term: { kind: 'minutes', minutes: 30 }, urgent: true }
const SAME_DAY: Partial<Terms> = { term: { kind: 'working_days', days: 0 }, urgent: true }
const today: Partial<Terms> = { term: { kind: 'working_days', days: 0 } }
const chosen = (time: string): Partial<Terms> => ({ term: { kind: 'chosen', at: instant(time) } })
const shown = ({ answererId, readsAt, dueAt, takeover }: AskPlan): string =>
  [answererId, ...[readsAt, dueAt].map((at) => at.toString().slice(8, 16)), ...takeover === null ? [] : [`${takeover.coverId} from ${takeover.at.toString().slice(8, 16)}`]].join(' ')
/** Mei works 01:00–09:00 UTC. */
const mei = (...absences: Parameters<typeof works>[1] & object): Answerers => team({ mei: { calendar: works(MANILA, absences) } })
const inFocus = (more: Partial<Answerers> = {}): Answerers => team({ mei: { focus: [span('2026-03-24T02:00Z', '2026-03-24T05:00Z')] } }, more)

describe('an ask to Mei, who works 01:00 to 09:00 UTC', () => {
  test.each<[string, string, Partial<Terms>, Answerers, string]>([
    ['while she works', '24T02:00', {}, team(), 'mei 24T02:00 24T06:00'],
    ['at night: read in the morning', '23T20:00', {}, team(), 'mei 24T01:00 24T05:00'],
    ['on Friday evening: read on Monday', '27T12:00', {}, team(), 'mei 30T01:00 30T05:00'],
    ['late in the day: the rest tomorrow', '24T07:00', {}, team(), 'mei 24T07:00 25T03:00'],
    ['in focus: read afterwards, and nothing counts meanwhile', '24T02:00', {}, inFocus(), 'mei 24T05:00 24T09:00'],
    ['before focus: it stands still in it', '24T01:00', {}, inFocus(), 'mei 24T01:00 24T08:00'],
    ['in focus, where the agreement lets it run', '24T02:00', {}, inFocus({ stopsInFocus: false }), 'mei 24T05:00 24T06:00'],
    ['urgent, around the clock: at once, at night too', '23T20:00', URGENT, team(), 'mei 23T20:00 23T20:30'],
    ['urgent, around the clock: in focus too', '24T03:00', URGENT, inFocus(), 'mei 24T03:00 24T03:30'],
    ['urgent in working hours: through focus', '24T03:00', SAME_DAY, inFocus(), 'mei 24T03:00 24T09:00'],
    ['urgent in working hours: not at night', '23T20:00', SAME_DAY, team(), 'mei 24T01:00 24T09:00'],
    ['by the end of the day', '24T08:55', today, team(), 'mei 24T08:55 24T09:00'],
    ['by the end of a day that ends in focus: its end', '24T01:00', today, team({ mei: { focus: [span('2026-03-24T05:00Z', '2026-03-24T09:00Z')] } }), 'mei 24T01:00 24T09:00'],
    ['by the end of a day of which only focus is left: the next one', '24T06:00', today, team({ mei: { focus: [span('2026-03-24T05:00Z', '2026-03-24T09:00Z')] } }), 'mei 25T01:00 25T09:00'],
    ['by a chosen time', '24T02:00', chosen('2026-03-26T15:00Z'), team(), 'mei 24T02:00 26T15:00'],
    ['by a chosen time at which she cannot have read it: an hour from reading', '23T20:00', chosen('2026-03-23T22:00Z'), team(), 'mei 24T01:00 24T02:00'],
    ['silence leaves an hour to read', '24T08:55', { ...today, silent: true }, team(), 'mei 24T08:55 25T01:55'],
    ['silence after more than an hour changes nothing', '24T02:00', { silent: true }, team(), 'mei 24T02:00 24T06:00'],
    ['when the planner delivers later, it counts from then', '24T02:00', {}, team({}, { lands: (_id, at) => at.add({ hours: 1 }) }), 'mei 24T03:00 24T07:00'],
    ['the planner delivers nothing urgent later', '24T02:00', URGENT, team({}, { lands: (_id, at) => at.add({ hours: 1 }) }), 'mei 24T02:00 24T02:30'],
    ['a delivery is never earlier than reading', '23T20:00', {}, team({}, { lands: (_id, at) => at.subtract({ hours: 1 }) }), 'mei 24T01:00 24T05:00'],
  ])('%s', (_why, sent, given, who, plan) => {
    expect(shown(planAsk('mei', terms(given), instant(`2026-03-${sent}Z`), who))).toBe(plan)
  })
})

/** Ben covers; he works 08:00 to 16:00 UTC. */
describe('when Mei is away', () => {
  test.each<[string, string, Partial<Terms>, Answerers, string]>([
    ['the cover reads it', '24T02:00', {}, mei(away('2026-03-23T00:00Z', '2026-03-28T00:00Z', 'ben')), 'ben 24T08:00 24T12:00'],
    ['without a cover it waits', '24T02:00', {}, mei(away('2026-03-23T00:00Z', '2026-03-26T00:00Z', null)), 'mei 26T01:00 26T05:00'],
    ['it waits when she is back sooner than the cover answers', '24T02:00', {}, mei(away('2026-03-24T02:00Z', '2026-03-24T04:00Z', 'ben')), 'mei 24T04:00 24T08:00'],
    ['the asker does not cover', '24T02:00', {}, mei(away('2026-03-23T00:00Z', '2026-03-26T00:00Z', 'ana')), 'mei 26T01:00 26T05:00'],
    ['who cannot see it does not cover', '24T02:00', {}, team({ mei: { calendar: works(MANILA, [away('2026-03-23T00:00Z', '2026-03-26T00:00Z', 'ben')]) } }, { mayAnswer: new Set(['mei']) }), 'mei 26T01:00 26T05:00'],
    ['the cover of a cover', '24T02:00', {}, team({ mei: { calendar: works(MANILA, [away('2026-03-23T00:00Z', '2026-04-20T00:00Z', 'ben')]) }, ben: { calendar: works('Europe/Berlin', [away('2026-03-23T00:00Z', '2026-04-20T00:00Z', 'nora')]) } }), 'nora 24T13:00 24T17:00'],
    ['covers in a circle: it waits', '24T02:00', {}, team({ mei: { calendar: works(MANILA, [away('2026-03-23T00:00Z', '2026-03-26T00:00Z', 'ben')]) }, ben: { calendar: works('Europe/Berlin', [away('2026-03-23T00:00Z', '2026-03-27T00:00Z', 'mei')]) } }), 'mei 26T01:00 26T05:00'],
    ['an absence that begins before it is due: the cover from then on', '24T06:00', {}, mei(away('2026-03-24T10:00Z', '2026-03-30T00:00Z', 'ben')), 'mei 24T06:00 24T14:00 ben from 24T10:00'],
    ['an absence after it is due changes nothing', '24T02:00', {}, mei(away('2026-03-24T07:00Z', '2026-03-30T00:00Z', 'ben')), 'mei 24T02:00 24T06:00'],
    ['a chosen time in her absence: the cover from its start', '24T02:00', chosen('2026-03-26T10:00Z'), mei(away('2026-03-25T00:00Z', '2026-03-30T00:00Z', 'ben')), 'mei 24T02:00 26T10:00 ben from 25T00:00'],
    ['a chosen time after her return: she keeps it', '24T02:00', chosen('2026-03-31T10:00Z'), mei(away('2026-03-25T00:00Z', '2026-03-30T00:00Z', 'ben')), 'mei 24T02:00 31T10:00'],
    ['urgent: the cover at once', '24T02:00', URGENT, mei(away('2026-03-23T00:00Z', '2026-03-28T00:00Z', 'ben')), 'ben 24T02:00 24T02:30'],
    ['for more than a year: the cover', '24T02:00', {}, mei(away('2026-03-23T00:00Z', '2028-03-23T00:00Z', 'ben')), 'ben 24T08:00 24T12:00'],
  ])('%s', (_why, sent, given, who, plan) => {
    expect(shown(planAsk('mei', terms(given), instant(`2026-03-${sent}Z`), who))).toBe(plan)
  })

  test('who was meant stays known', () => {
    expect(planAsk('mei', terms(), tuesday('02:00'), mei(away('2026-03-23T00:00Z', '2026-03-28T00:00Z', 'ben')))).toMatchObject({ answererId: 'ben', firstAnswererId: 'mei' })
  })

  test.each([['nobody works', team({ mei: { calendar: NEVER } }), 'does not work enough'], ['away, and nobody covers', mei(away('2026-03-23T00:00Z', '2028-03-23T00:00Z', null)), 'nobody who can answer covers']])('%s: it is refused', (_why, who, message) => {
    expect(() => planAsk('mei', terms(), tuesday('02:00'), who)).toThrow(expect.objectContaining({ code: 'no_working_time', message: expect.stringContaining(message) }) as Refusal)
  })
})

describe('planning again', () => {
  const ask = { ...asked(tuesday('01:00')), silent: false }
  test.each<[string, string, Answerers, string | null]>([
    ['a holiday tomorrow changes nothing today', '02:00', team({ mei: { calendar: { ...works(MANILA), holidays: new Set(['2026-03-25']) } } }), 'mei 24T02:00 24T05:00'],
    ['a focus block in between', '02:00', inFocus(), 'mei 24T05:00 24T08:00'],
    ['an absence that begins now: the cover', '02:00', mei(away('2026-03-24T02:00Z', '2026-03-30T00:00Z', 'ben')), 'ben 24T08:00 24T12:00'],
    ['a move to another zone from tomorrow on', '02:00', team({ mei: { calendar: { ...works(MANILA, [], '09:00', '11:00'), periods: [...works(MANILA, [], '09:00', '11:00').periods, ...works('Europe/Lisbon').periods.map((period) => ({ ...period, from: '2026-03-25' }))] } } }), 'mei 24T02:00 25T11:00'],
    ['no work any more: nothing', '02:00', team({ mei: { calendar: { ...works(MANILA), absences: [away('2026-03-24T02:00Z', '2028-03-24T02:00Z', null)] } } }), null],
  ])('%s', (_why, now, who, plan) => {
    const again = planAgain(ask, tuesday(now), who)
    expect(again === null ? null : shown(again)).toBe(plan)
  })
})

test('the moment of reading leaves out focus, unless it is urgent', () => {
  const reader = { id: 'mei', calendar: works(MANILA), focus: [span('2026-03-24T01:00Z', '2026-03-24T03:00Z')] }
  expect([terms(), terms(SAME_DAY), terms(URGENT)].map((given) => whenRead(reader, tuesday('00:00'), given).toString().slice(11, 16))).toEqual(['03:00', '01:00', '00:00'])
})

describe('when the asker needs it sooner', () => {
  const from = tuesday('10:00')
  const others = { candidateIds: ['nora', 'ben', 'ana', 'mei'], urgent: { kind: 'minutes', minutes: 30 } } as const
  const late = (needBy: string, who = team(), alternatives: Parameters<typeof latenessFor>[5] = others) => {
    const found = latenessFor(planAsk('mei', terms(), from, who), instant(needBy), terms(), from, who, alternatives)
    return found === null ? null : [found.why, found.lateMinutes, ...found.offers.map(({ kind, plan }) => `${kind} ${plan.answererId} ${plan.dueAt.toString().slice(11, 16)}`)]
  }
  test('it fits', () => expect(late('2026-03-25T05:00Z')).toBeNull())
  test('it is due later, though read in time', () => expect(late('2026-03-25T04:00Z')).toEqual(['due', 60, 'person ben 14:00', 'urgent mei 10:30']))
  test('it is read later', () => expect(late('2026-03-24T12:00Z')).toEqual(['read', 17 * 60, 'person ben 14:00', 'urgent mei 10:30']))
  test('a cover is offered first', () => {
    expect(late('2026-03-24T12:00Z', team({ mei: { calendar: works(MANILA, [away('2026-04-20T00:00Z', '2026-04-25T00:00Z', 'ben')]) } }))).toEqual(['read', 17 * 60, 'cover ben 14:00', 'person nora 17:00', 'urgent mei 10:30'])
  })
  test('what is urgent already and cannot be sooner gets no offer', () => {
    expect(late('2026-03-24T12:00Z', team({}, { mayAnswer: new Set(['mei']) }), { candidateIds: ['nora'], urgent: null })).toEqual(['read', 17 * 60])
  })
  test('people are ranked by when it would be due, without the asker, those away, and those who never work', () => {
    const who = team({ ben: { calendar: works('Europe/Berlin', [away('2026-03-24T00:00Z', '2026-03-30T00:00Z', 'nora')]) }, mei: { calendar: NEVER } })
    expect(rankAnswerers(['nora', 'ben', 'ana', 'mei'], terms(), from, who).map(({ answererId }) => answererId)).toEqual(['nora'])
    expect(rankAnswerers(['nora', 'ben', 'mei'], terms(), from, team()).map(({ answererId }) => answererId)).toEqual(['ben', 'nora', 'mei'])
  })
})
