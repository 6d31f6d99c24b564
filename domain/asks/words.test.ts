import { describe, expect, test } from 'vitest'
import { ASK_STATES } from './ask-table.ts'
import { ASK_STEPS } from './ask.ts'
import type { Ask, AskStep } from './ask.ts'
import { changeAsk } from './change-ask.ts'
import type { AskKind } from './kinds.ts'
import { latenessFor } from './lateness.ts'
import { callOfferSentence, latenessOfferSentence, latenessSentence, slotWords } from './offer-words.ts'
import { outsideHoursSentence } from './outside-hours.ts'
import { planAsk } from './plan-ask.ts'
import type { Answerers } from './plan-ask.ts'
import { silenceOf } from './kinds.ts'
import { ROUND_LIMITS, offerCall } from './rounds.ts'
import { whyStill } from './still.ts'
import { CAST, asked, away, instant, span, team, terms, tuesday, works } from './asks.test-kit.ts'
import { stepSentence } from './step-words.ts'
import { dueInWords, planSentence, statusSentence, stillSentence } from './words.ts'

const viewer = (id: string, now: string) => ({ id, zone: CAST.get(id)?.zone ?? 'UTC', now: instant(now) })
const ANA = viewer('ana', '2026-03-24T02:00Z')
const MEI = viewer('mei', '2026-03-24T02:00Z')
const gone: Answerers = team({ mei: { calendar: works('Asia/Manila', [away('2026-03-24T07:00Z', '2026-03-30T00:00Z', 'ben')]) } })

describe('before sending', () => {
  test.each<[string, string, Answerers, AskKind, string]>([
    ['at night', '2026-03-23T20:00Z', team(), 'answer', 'Mei reads this at 09:00 Manila (Tuesday 01:00 yours); answer due 13:00 there (05:00 yours).'],
    ['on the evening before there', '2026-03-23T12:00Z', team(), 'answer', 'Mei reads this on Tuesday 09:00 Manila (01:00 yours); answer due 13:00 there (05:00 yours).'],
    ['early on the same date', '2026-03-24T00:30Z', team(), 'answer', 'Mei reads this at 09:00 Manila (01:00 yours); answer due 13:00 there (05:00 yours).'],
    ['over the weekend', '2026-03-27T08:00Z', team(), 'answer', 'Mei can read this now; answer due Monday 12:00 Manila (05:00 yours).'],
    ['while she works', '2026-03-24T02:00Z', team(), 'answer', 'Mei can read this now; answer due 14:00 Manila (06:00 yours).'],
    ['concerns only', '2026-03-24T02:00Z', team(), 'fyi', 'Mei can read this now; no reply by 14:00 Manila (06:00 yours) means: No concerns.'],
    ['she is away', '2026-03-24T07:30Z', gone, 'answer', 'Mei is away, and Ben covers. Ben reads this at 09:00 Berlin (08:00 yours); answer due 13:00 there (12:00 yours).'],
    ['she will be away', '2026-03-24T05:00Z', gone, 'answer', 'Mei can read this now; Ben covers from 08:00 Berlin (07:00 yours); answer due 13:00 Berlin (12:00 yours).'],
  ])('%s', (_why, now, who, kind, sentence) => {
    const plan = planAsk('mei', terms(), instant(now), who)
    expect(planSentence(plan, silenceOf({ kind, silentDefault: null }), CAST, viewer('ana', now))).toBe(sentence)
  })

  test('in one zone, no place is named', () => {
    expect(planSentence(planAsk('mei', terms(), instant('2026-03-23T20:00Z'), team()), null, CAST, { ...viewer('kim', '2026-03-23T20:00Z'), zone: 'Asia/Manila' })).toBe('Mei reads this at 09:00; answer due 13:00.')
  })

  test('later than needed, with what would be sooner', () => {
    const plan = planAsk('mei', terms(), tuesday('10:00'), team())
    const late = (needBy: string) => latenessFor(plan, instant(needBy), terms(), tuesday('10:00'), team(), { candidateIds: ['ben'], urgent: { kind: 'minutes', minutes: 30 } })
    const now = viewer('ana', '2026-03-24T10:00Z')
    const [due, read] = [late('2026-03-25T03:30Z'), late('2026-03-24T22:00Z')]
    expect([due, read].map((one) => one && latenessSentence(one, plan, CAST, now))).toEqual(['It is due 1 h 30 min after you need it.', 'Mei reads this 3 h after you need it.'])
    expect(due?.offers.map((offer) => latenessOfferSentence(offer, CAST, now))).toEqual(['Ask Ben: due 15:00 Berlin (14:00 yours).', 'Make it urgent: due 18:30 Manila (10:30 yours). It then needs a reason.'])
  })
})

describe('a due time that somebody chose', () => {
  test.each<[string, string, Answerers, string | null]>([
    ['within her hours', '2026-03-24T05:00Z', team(), null],
    ['when they end', '2026-03-24T09:00Z', team(), null],
    ['in her evening', '2026-03-24T13:00Z', team(), 'Mei does not work at 21:00 Manila (13:00 yours); the working time before it ends 17:00 there (09:00 yours).'],
    ['on her weekend', '2026-03-28T05:00Z', team(), 'Mei does not work at Saturday 13:00 Manila (05:00 yours); the working time before it ends Friday 17:00 there (Friday 09:00 yours).'],
    ['before she is there', '2026-03-24T05:00Z', team({ mei: { calendar: works('Asia/Manila', [away('2026-03-24T02:00Z', '2026-03-24T06:00Z', null)]) } }), 'Mei does not work before 13:00 Manila (05:00 yours).'],
    ['that has passed', '2026-03-23T20:00Z', team(), null],
  ])('%s', (_why, due, who, sentence) => {
    const plan = { ...planAsk('mei', terms(), ANA.now, team()), dueAt: instant(due) }
    expect(outsideHoursSentence(plan, who, CAST, ANA)).toBe(sentence)
  })
})

describe('how long somebody has', () => {
  const open = asked(tuesday('01:00'))
  test.each<[number, Partial<Ask['clock']>, string]>([
    [180, {}, 'Due in 3 working hours'], [60, {}, 'Due in 1 working hour'], [90, {}, 'Due in 1 h 30 min of working time'], [45, {}, 'Due in 45 working minutes'], [1, {}, 'Due in 1 working minute'], [0.5, {}, 'Due now'], [0, {}, 'Due now'],
    [1000, {}, 'Due 13:00'], [25, { term: { kind: 'minutes', minutes: 30 } }, 'Due in 25 min'], [60, { term: { kind: 'chosen', at: instant('2026-03-26T09:00Z') }, dueAt: instant('2026-03-26T09:00Z') }, 'Due Thursday 17:00'],
  ])('%d minutes: %s', (left, clock, words) => {
    expect(dueInWords({ clock: { ...open.clock, ...clock } }, left, MEI)).toBe(words)
  })
})

describe('one line for each state', () => {
  const open = asked(tuesday('01:00'))
  const NOW = tuesday('02:00')
  const back = changeAsk(open, { kind: 'ask_back', by: 'mei', question: 'Which?', time: { working: works('Asia/Manila'), counted: works('Asia/Manila') } }, NOW).ask
  const overdue = changeAsk(open, { kind: 'due' }, tuesday('05:00')).ask
  const go = asked(tuesday('01:00'), { silentDefault: 'We merge it.' }, { term: { kind: 'chosen', at: instant('2026-03-26T09:00Z') } })
  test.each<[string, Ask, string, string]>([
    ['open', open, 'Mei has not opened it. Answer due 13:00 Manila (05:00 yours).', 'You have not opened it. Answer due 13:00.'],
    ['seen', { ...open, state: 'seen' }, 'Mei opened it. Answer due 13:00 Manila (05:00 yours).', 'You opened it. Answer due 13:00.'],
    ['silence', go, 'Mei has not opened it. Goes by silence on Thursday 17:00 Manila (09:00 yours).', 'You have not opened it. Goes by silence on Thursday 17:00.'],
    ['question back', back, 'Mei asked a question. Stands still: the question is back with you.', 'You asked a question. Stands still: the question is back with Ana.'],
    ['clarified', { ...open, state: 'clarified' }, 'You answered Mei’s question. Answer due 13:00 Manila (05:00 yours).', 'Ana answered your question. Answer due 13:00.'],
    ['answered', changeAsk(open, { kind: 'answer', by: 'mei', text: '' }, NOW).ask, 'Mei answered it, 02:00.', 'You answered it, 10:00.'],
    ['answered by somebody else', changeAsk(open, { kind: 'answer', by: 'ben', text: '' }, NOW).ask, 'Ben answered it, 02:00.', 'Ben answered it, 10:00.'],
    ['declined', changeAsk(open, { kind: 'decline', by: 'mei', reason: '', redirect: null }, NOW).ask, 'Mei declined it, 02:00, and nobody is asked.', 'You declined it, 10:00, and nobody is asked.'],
    ['lapsed', { ...go, state: 'lapsed' }, 'No reply by Thursday 17:00 Manila (09:00 yours), so silence counts: We merge it.', 'No reply by Thursday 17:00, so silence counts: We merge it.'],
    ['overdue', overdue, 'Overdue since 13:00 Manila (05:00 yours): Mei has not answered.', 'Overdue since 13:00: you have not answered.'],
    ['nobody left', changeAsk(open, { kind: 'leave', plan: null }, NOW).ask, 'Mei cannot answer any more, and nobody covers.', 'Mei cannot answer any more, and nobody covers.'],
    ['escalated', { ...overdue, state: 'escalated', escalatedTo: ['nora'] }, 'Overdue since 13:00 Manila (05:00 yours): Mei has not answered. Nora was told.', 'Overdue since 13:00: you have not answered. Nora was told.'],
    ['alarmed', { ...overdue, state: 'escalated', escalatedTo: ['nora', null] }, 'Overdue since 13:00 Manila (05:00 yours): Mei has not answered. Everybody in the space was told.', 'Overdue since 13:00: you have not answered. Everybody in the space was told.'],
    ['withdrawn', changeAsk(open, { kind: 'withdraw', by: 'ana', reason: '' }, NOW).ask, 'You withdrew it, 02:00.', 'Ana withdrew it, 10:00.'],
    ['with a cover ahead', { ...open, takeover: { coverId: 'ben', at: tuesday('07:00') } }, 'Mei has not opened it. Answer due 06:00 Berlin (05:00 yours). Ben covers from 08:00 Berlin (07:00 yours).', 'You have not opened it. Answer due 06:00 Berlin (13:00 yours). Ben covers from 08:00 Berlin (15:00 yours).'],
  ])('%s', (_why, ask, forAna, forMei) => {
    expect([statusSentence(ask, CAST, ANA), statusSentence(ask, CAST, MEI)]).toEqual([forAna, forMei])
  })

  test('a past day is named by its date, and somebody unknown as somebody who left', () => {
    const later = viewer('ana', '2026-03-27T12:00Z')
    expect(statusSentence({ ...overdue, answererId: 'kim' }, CAST, later)).toBe('Overdue since Tuesday 24 March 05:00 UTC: Somebody who left has not answered.'.replace(' UTC', ''))
  })

  test('every state has a line, in whole sentences', () => {
    for (const state of ASK_STATES) expect(statusSentence({ ...go, state, settledAt: NOW, escalatedTo: ['nora'] }, CAST, ANA)).toMatch(/^[A-Z].*\.$/)
  })
})

describe('why a clock stands still', () => {
  const focus = [span('2026-03-24T02:00Z', '2026-03-24T04:00Z')]
  const mei = { id: 'mei', calendar: works('Asia/Manila', [away('2026-03-25T00:00Z', '2026-03-26T00:00Z', null)]), focus }
  const line = (time: string, more: Partial<Ask> = {}, stops = true) => {
    const ask = { ...asked(tuesday('01:00')), ...more }
    const still = whyStill(ask, mei, stops, instant(time))
    return still === null ? null : stillSentence(still, ask, CAST, ANA)
  }
  test.each<[string, string | null, Partial<Ask>?, boolean?]>([
    ['2026-03-24T01:30Z', null], ['2026-03-24T03:00Z', 'Stands still in Mei’s focus until 12:00 Manila (04:00 yours).'], ['2026-03-24T03:00Z', null, {}, false], ['2026-03-24T03:00Z', null, { urgent: true }],
    ['2026-03-24T10:00Z', 'Stands still until Thursday 09:00 Manila (01:00 yours): Mei is off work.'], ['2026-03-25T02:00Z', 'Stands still until Thursday 09:00 Manila (01:00 yours): Mei is away.'],
    ['2026-03-24T03:00Z', 'Stands still: the question is back with you.', { state: 'question_back' }], ['2026-03-24T10:00Z', null, { state: 'overdue' }], ['2026-03-24T10:00Z', null, { state: 'answered' }],
  ])('%s: %s', (time, sentence, more, stops) => {
    expect(line(time, more, stops)).toBe(sentence)
  })
})

describe('history', () => {
  const step = (kind: AskStep['kind'], personId: string | null = 'mei', actorId: string | null = 'ana'): AskStep => ({ kind, actorId, personId, text: 'Because.' })
  test.each<[AskStep, string]>([
    [step('asked'), 'You asked Mei.'], [step('declined', 'ben', 'mei'), 'Mei declined and named Ben: Because.'], [step('declined', null, 'mei'), 'Mei declined: Because.'], [step('covered', 'ben', null), 'Ben covers, with the whole time from then on.'],
    [step('covered', 'ana', null), 'You cover, with the whole time from then on.'], [step('escalated', null, null), 'It is overdue, and everybody in the space was told.'], [step('escalated', 'ana', null), 'It is overdue, and you were told.'],
    [step('overdue', 'mei', null), 'It was due, and Mei had not answered.'], [step('left', 'mei', null), 'Mei cannot answer it any more.'],
  ])('%o', (one, sentence) => {
    expect(stepSentence(one, CAST, { id: 'ana' })).toBe(sentence)
  })

  test('every step has a sentence, also where Longhand itself acted for nobody', () => {
    for (const kind of ASK_STEPS) for (const one of [step(kind), step(kind, null, null)]) expect(stepSentence(one, CAST, { id: 'ben' })).toMatch(/^[A-Z].*\.$/)
  })
})

describe('a call', () => {
  const offer = offerCall({
    exchanges: [...'ABABABABA'].map((letter, hour) => ({ authorId: letter === 'A' ? 'ana' : 'mei', at: tuesday('00:00').add({ hours: hour }), askId: 'q' })),
    openPoints: [{ askId: 'q', text: 'Which cache?', peopleIds: ['ana', 'mei'] }],
  }, ROUND_LIMITS, tuesday('12:00'))
  test('is offered with its reason and the other way', () => {
    expect([ANA, viewer('ben', '2026-03-24T02:00Z')].map((who) => offer && callOfferSentence(offer, CAST, who))).toEqual([
      'This question went back and forth 4 times; the agreement says 3. You and Mei could settle 1 open point in a call of 15 minutes, or in a written decision.',
      'This question went back and forth 4 times; the agreement says 3. Ana and Mei could settle 1 open point in a call of 15 minutes, or in a written decision.',
    ])
  })
  test.each([['messages', 'This thread has 4 messages and open points; the agreement says 3.'], ['days', 'This question went back and forth, and is open for 4 days; the agreement says 3.']] as const)('because of %s', (why, words) => {
    expect(offer && callOfferSentence({ ...offer, why }, CAST, ANA)).toContain(words)
  })
  test('a slot is told in both zones', () => {
    expect(slotWords(span('2026-03-26T14:00Z', '2026-03-26T14:15Z'), 'Europe/Berlin', ANA)).toBe('Thursday 15:00 Berlin (14:00 yours), 15 min')
  })
})
