import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { ASK_EVENTS, ASK_STATES, ASK_TABLE, OPEN_STATES } from './ask-table.ts'
import type { AskEventKind, AskState } from './ask-table.ts'
import { ASK_STEPS } from './ask.ts'
import type { Ask, AskEvent } from './ask.ts'
import { canHappen, changeAsk, isDue, timersOf } from './change-ask.ts'
import { planAgain, planAsk, planResume } from './plan-ask.ts'
import { clockTime } from './reader.ts'
import { FOUR_HOURS, asked, away, team, terms, tuesday, works } from './asks.test-kit.ts'

/** 10:00 in Manila, where the ask of 09:00 is due at 13:00, which is 05:00 UTC. */
const NOW = tuesday('02:00')
const LATE = tuesday('05:00')
const who = team()
const meisTime = clockTime({ id: 'mei', calendar: works('Asia/Manila'), focus: [] }, { urgent: false, stopsInFocus: true })
const meisPlan = planAsk('mei', terms(), NOW, who)
const bensPlan = planAsk('ben', terms(), NOW, who)
const askBack: AskEvent = { kind: 'ask_back', by: 'mei', question: 'Which?', time: meisTime }

/** One ask in each state, as it came about. */
const IN: Record<AskState, Ask> = (() => {
  const open = asked(tuesday('01:00'))
  const then = (ask: Ask, event: AskEvent, at = NOW) => changeAsk(ask, event, at).ask
  const questionBack = then(open, askBack)
  const overdue = then(open, { kind: 'due' }, LATE)
  return {
    open, seen: then(open, { kind: 'see', by: 'mei' }), question_back: questionBack, clarified: then(questionBack, { kind: 'clarify', by: 'ana', text: 'This.', plan: planResume({ ...questionBack, silent: false }, NOW, who) }),
    answered: then(open, { kind: 'answer', by: 'mei', text: 'Yes.' }), declined: then(open, { kind: 'decline', by: 'mei', reason: 'Not mine.', redirect: null }),
    lapsed: then(asked(tuesday('01:00'), { silentDefault: 'We merge it.' }), { kind: 'silent' }, LATE), overdue,
    escalated: then(overdue, { kind: 'escalate', personId: 'nora' }, LATE), withdrawn: then(open, { kind: 'withdraw', by: 'ana', reason: 'Solved.' }),
  }
})()

/** Each event in every form that makes a difference. */
const EVENTS: Record<AskEventKind, AskEvent[]> = {
  see: [{ kind: 'see', by: 'mei' }], ask_back: [askBack], clarify: [{ kind: 'clarify', by: 'ana', text: 'This.', plan: meisPlan }, { kind: 'clarify', by: 'ana', text: 'This.', plan: bensPlan }],
  answer: [{ kind: 'answer', by: 'mei', text: 'Yes.' }], decline: [{ kind: 'decline', by: 'mei', reason: 'Not mine.', redirect: null }, { kind: 'decline', by: 'mei', reason: 'Not mine.', redirect: bensPlan }],
  add: [{ kind: 'add', by: 'nora', text: 'Also this.' }], reassign: [{ kind: 'reassign', by: 'ana', plan: bensPlan }], withdraw: [{ kind: 'withdraw', by: 'ana', reason: 'Solved.' }],
  due: [{ kind: 'due' }], silent: [{ kind: 'silent' }], escalate: [{ kind: 'escalate', personId: 'nora' }, { kind: 'escalate', personId: null }], acknowledge: [{ kind: 'acknowledge', by: 'mei' }],
  replan: [{ kind: 'replan', plan: { ...meisPlan, dueAt: tuesday('08:00') } }, { kind: 'replan', plan: { ...meisPlan, dueAt: tuesday('03:00') } }, { kind: 'replan', plan: bensPlan }],
  cover: [{ kind: 'cover', plan: bensPlan }], leave: [{ kind: 'leave', plan: bensPlan }, { kind: 'leave', plan: null }], rate: [{ kind: 'rate', by: 'mei', rating: 'day' }],
  change_due: [{ kind: 'change_due', by: 'ana', dueAt: tuesday('08:00') }], reopen: [{ kind: 'reopen', by: 'ana', text: 'And the other?', plan: meisPlan }],
}

/** The rules once more, as a person would write them down: what follows from each event that is allowed. */
const RUNNING = { see: ['seen'], ask_back: ['question_back'], answer: ['answered'], decline: ['declined', 'open'], reassign: ['open'], withdraw: ['withdrawn'], due: ['overdue'], silent: ['lapsed'], acknowledge: ['seen'], cover: ['open'], leave: ['open', 'overdue'] } as const
const LATE_ONE = { ask_back: ['question_back'], answer: ['answered'], decline: ['declined', 'open'], reassign: ['open'], withdraw: ['withdrawn'], escalate: ['escalated'], cover: ['open'], change_due: ['open', 'seen'] } as const
const RULES: Record<AskState, Partial<Record<AskEventKind, readonly AskState[]>>> = {
  open: { ...RUNNING, add: ['open'], replan: ['open'], change_due: ['open'] },
  seen: { ...RUNNING, add: ['seen'], replan: ['seen', 'open'], rate: ['seen'], change_due: ['seen'] },
  clarified: { ...RUNNING, add: ['clarified'], replan: ['clarified', 'open'], rate: ['clarified'], change_due: ['clarified'] },
  question_back: { see: ['question_back'], clarify: ['clarified', 'open', 'overdue', 'escalated'], answer: ['answered'], decline: ['declined', 'open'], add: ['question_back'], reassign: ['open'], withdraw: ['withdrawn'], acknowledge: ['question_back'], cover: ['question_back'], leave: ['question_back', 'overdue'], rate: ['question_back'] },
  answered: { see: ['answered'], add: ['answered'], rate: ['answered'], reopen: ['open'] },
  declined: { see: ['declined'], add: ['declined'], rate: ['declined'], answer: ['answered'], reassign: ['open'], withdraw: ['withdrawn'] },
  lapsed: { see: ['lapsed'], add: ['lapsed'], rate: ['lapsed'] },
  overdue: { ...LATE_ONE, see: ['overdue'], add: ['overdue'], acknowledge: ['overdue'], rate: ['overdue'], replan: ['overdue', 'open', 'seen'], leave: ['open', 'overdue'] },
  escalated: { ...LATE_ONE, see: ['escalated'], add: ['escalated'], acknowledge: ['escalated'], rate: ['escalated'], replan: ['escalated', 'open', 'seen'], leave: ['open', 'escalated'] },
  withdrawn: { see: ['withdrawn'], rate: ['withdrawn'] },
}

const PAIRS = ASK_STATES.flatMap((state) => ASK_EVENTS.map((event) => [state, event] as const))

describe('every pair of state and event', () => {
  test.each(PAIRS)('%s, %s', (state, kind) => {
    const follow = RULES[state][kind]
    expect(canHappen(state, kind)).toBe(follow !== undefined)
    if (follow === undefined) {
      for (const event of EVENTS[kind]) expect(refusalOf(() => changeAsk(IN[state], event, NOW))).toMatchObject({ code: 'conflict', message: expect.stringMatching(/\.$/), next: expect.stringMatching(/\.$/) })
    } else {
      const cell = ASK_TABLE[state][kind]
      expect(cell.allowed && [...cell.to].toSorted()).toEqual([...follow].toSorted())
      for (const event of EVENTS[kind]) for (const ask of sameState(state, kind)) expect(follow).toContain(changeAsk(ask, event, NOW).ask.state)
    }
  })

  test('each state that may follow does follow', () => {
    const followed = new Map(PAIRS.map(([state, kind]) => [`${state} ${kind}`, new Set<AskState>()]))
    for (const [state, kind] of PAIRS) {
      if (RULES[state][kind] === undefined) continue
      for (const event of EVENTS[kind]) for (const ask of sameState(state, kind)) followed.get(`${state} ${kind}`)?.add(changeAsk(ask, event, kind === 'replan' || kind === 'change_due' ? LATE : NOW).ask.state)
    }
    for (const [state, kind] of PAIRS) expect([...followed.get(`${state} ${kind}`) ?? []].toSorted(), `${state} ${kind}`).toEqual([...RULES[state][kind] ?? []].toSorted())
  })
})

/** Asks in one state that differ in what follows: opened or not, overdue before the question or not, urgent where it is rated, silent where silence counts. */
function sameState(state: AskState, kind: AskEventKind): Ask[] {
  const one = { ...IN[state], ...kind === 'rate' ? { urgent: true } : {}, ...kind === 'silent' ? { silentDefault: 'We go.' } : {} }
  const opened: Ask[] = state === 'overdue' || state === 'escalated' ? [{ ...one, seenAt: NOW }] : []
  const late: Ask[] = state === 'question_back' ? [{ ...one, overdueAt: LATE }, { ...one, overdueAt: LATE, escalatedTo: ['nora'] }] : []
  return [one, ...opened, ...late]
}

describe('the clock', () => {
  test('stands still while a question is with the asker, and keeps what was left', () => {
    expect(IN.question_back.clock).toEqual({ term: { kind: 'working_minutes', minutes: 180 }, usedMinutes: 60, runningSince: null, stopped: 'question', dueAt: tuesday('05:00') })
    expect([isDue(IN.question_back, tuesday('23:00')), timersOf(IN.question_back)]).toEqual([false, []])
  })

  test.each([['within the shift', '04:00', '2026-03-24T07:00:00Z'], ['over the night', '08:30', '2026-03-25T03:30:00Z'], ['after hours', '15:00', '2026-03-25T04:00:00Z']])('runs on with the three hours that were left: %s', (_why, time, due) => {
    const now = tuesday(time)
    const { ask } = changeAsk(IN.question_back, { kind: 'clarify', by: 'ana', text: 'This.', plan: planResume({ ...IN.question_back, silent: false }, now, who) }, now)
    expect([ask.state, ask.clock.dueAt.toString()]).toEqual(['clarified', due])
  })

  test('a question does not give back time that was over', () => {
    const back = changeAsk(IN.escalated, askBack, tuesday('06:00')).ask
    const { ask } = changeAsk(back, { kind: 'clarify', by: 'ana', text: 'This.', plan: planResume({ ...back, silent: false }, tuesday('07:00'), who) }, tuesday('07:00'))
    expect([ask.state, ask.clock.dueAt]).toEqual(['escalated', LATE])
  })

  test.each([['later', '08:00', '08:00'], ['earlier', '03:00', '05:00']])('changed hours that would make it %s give %s → %s', (_why, planned, shown) => {
    expect(changeAsk(IN.open, { kind: 'replan', plan: { ...meisPlan, dueAt: tuesday(planned) } }, NOW).ask.clock.dueAt).toEqual(tuesday(shown))
  })

  test('a new answerer has the whole time, and it is never due earlier than shown', () => {
    const { ask } = changeAsk(IN.seen, { kind: 'reassign', by: 'ana', plan: { ...bensPlan, dueAt: tuesday('04:00') } }, NOW)
    expect(ask).toMatchObject({ answererId: 'ben', firstAnswererId: 'ben', state: 'open', seenAt: null, clock: { term: FOUR_HOURS, usedMinutes: 0, dueAt: tuesday('05:00') } })
  })

  test('a cover takes over a question that is with the asker, and has the whole time once it is answered', () => {
    const covered = changeAsk(IN.question_back, { kind: 'cover', plan: bensPlan }, NOW).ask
    expect(covered).toMatchObject({ state: 'question_back', answererId: 'ben', firstAnswererId: 'mei', clock: { term: FOUR_HOURS, runningSince: null } })
    const plan = planResume({ ...covered, silent: false }, tuesday('09:00'), who)
    expect(changeAsk(covered, { kind: 'clarify', by: 'ana', text: 'This.', plan }, tuesday('09:00')).ask.clock.dueAt).toEqual(tuesday('13:00'))
  })

  test('whoever is away when the question is answered is covered', () => {
    const gone = team({ mei: { calendar: works('Asia/Manila', [away('2026-03-24T03:00Z', '2026-03-30T00:00Z', 'ben')]) } })
    const plan = planResume({ ...IN.question_back, silent: false }, tuesday('09:00'), gone)
    const { ask, steps, effects } = changeAsk(IN.question_back, { kind: 'clarify', by: 'ana', text: 'This.', plan }, tuesday('09:00'))
    expect(ask).toMatchObject({ state: 'open', answererId: 'ben', clarification: 'This.', clock: { dueAt: tuesday('13:00') } })
    expect([steps.map(({ kind }) => kind), effects.map((effect) => effect.kind === 'tell' && effect.personId)]).toEqual([['clarified', 'covered'], ['ben', 'ana']])
  })

  test('an absence noted afterwards takes an overdue ask back to open', () => {
    const sick = team({ mei: { calendar: works('Asia/Manila', [away('2026-03-24T01:00Z', '2026-03-25T00:00Z', null)]) } })
    const plan = planAgain({ ...IN.escalated, silent: false }, tuesday('06:00'), sick)
    expect(plan && changeAsk(IN.escalated, { kind: 'replan', plan }, tuesday('06:00')).ask).toMatchObject({ state: 'open', overdueAt: null, escalatedTo: [], clock: { dueAt: tuesday('05:00').add({ hours: 24 }) } })
  })

  test.each([['earlier than shown', '04:59'], ['as shown', '05:00']])('the asker cannot make it %s', (_why, time) => {
    expect(refusalOf(() => changeAsk(IN.open, { kind: 'change_due', by: 'ana', dueAt: tuesday(time) }, NOW))?.code).toBe('bad_input')
  })

  test('nor due more than a year from now', () => {
    const furthest = NOW.add({ hours: 366 * 24 })
    expect(changeAsk(IN.open, { kind: 'change_due', by: 'ana', dueAt: furthest }, NOW).ask.clock.dueAt).toEqual(furthest)
    expect(refusalOf(() => changeAsk(IN.open, { kind: 'change_due', by: 'ana', dueAt: furthest.add({ milliseconds: 1 }) }, NOW))?.code).toBe('bad_input')
  })

  test('it is due at the moment that was shown, not before', () => {
    expect([tuesday('04:59'), LATE].map((now) => isDue(IN.open, now))).toEqual([false, true])
  })
})

describe('timers', () => {
  test.each<[string, Ask, string[]]>([
    ['open: due', IN.open, ['due 05:00']], ['silence instead of due', asked(tuesday('01:00'), { silentDefault: 'We go.' }), ['silent 05:00']], ['concerns only: silence', asked(tuesday('01:00'), { kind: 'fyi' }), ['silent 05:00']],
    ['an absence ahead: the cover too', asked(tuesday('01:00'), {}, {}, team({ mei: { calendar: works('Asia/Manila', [away('2026-03-24T02:00Z', '2026-03-30T00:00Z', 'ben')]) } })), ['due 12:00', 'cover 02:00']],
    ['overdue: none', IN.overdue, []], ['answered: none', IN.answered, []],
  ])('%s', (_why, ask, timers) => {
    expect(timersOf(ask).map(({ kind, at }) => `${kind} ${at.toString().slice(11, 16)}`)).toEqual(timers)
  })
})

describe('who hears of it', () => {
  test.each<[string, Ask, AskEvent, string[]]>([
    ['opening tells nobody', IN.open, { kind: 'see', by: 'mei' }, []], ['a question goes to the asker', IN.open, askBack, ['ana']], ['its answer goes back', IN.question_back, { kind: 'clarify', by: 'ana', text: '', plan: meisPlan }, ['mei']],
    ['an answer goes to the asker', IN.open, { kind: 'answer', by: 'mei', text: '' }, ['ana']], ['an answer by somebody else tells both', IN.open, { kind: 'answer', by: 'nora', text: '' }, ['ana', 'mei']],
    ['a redirect tells the asker and the new one', IN.open, { kind: 'decline', by: 'mei', reason: '', redirect: bensPlan }, ['ana', 'ben']], ['asking somebody else tells both', IN.open, { kind: 'reassign', by: 'ana', plan: bensPlan }, ['ben', 'mei']],
    ['overdue tells both', IN.open, { kind: 'due' }, ['mei', 'ana']], ['an escalation tells whom it reaches, and both', IN.overdue, { kind: 'escalate', personId: 'nora' }, ['nora', 'mei', 'ana']],
    ['the space is alarmed', IN.escalated, { kind: 'escalate', personId: null }, ['alarm', 'mei', 'ana']], ['a rating stays between two', { ...IN.seen, urgent: true }, { kind: 'rate', by: 'mei', rating: 'day' }, []],
    ['hours that change nothing shown tell nobody', IN.open, { kind: 'replan', plan: { ...meisPlan, dueAt: tuesday('03:00') } }, []], ['more time tells the asker', IN.open, { kind: 'replan', plan: { ...meisPlan, dueAt: tuesday('08:00') } }, ['ana']],
  ])('%s', (_why, ask, event, told) => {
    expect(changeAsk(ask, event, NOW).effects.map((effect) => effect.kind === 'alarm' ? 'alarm' : effect.personId)).toEqual(told)
  })
})

describe('details', () => {
  test('only the answerer’s opening counts, and once', () => {
    expect(changeAsk(IN.open, { kind: 'see', by: 'nora' }, NOW)).toEqual({ ask: IN.open, steps: [], effects: [] })
    expect(changeAsk(IN.seen, { kind: 'see', by: 'mei' }, LATE)).toEqual({ ask: IN.seen, steps: [], effects: [] })
  })

  test('only an urgent ask is rated, and the rating is not in the history', () => {
    expect(refusalOf(() => changeAsk(IN.seen, { kind: 'rate', by: 'mei', rating: 'day' }, NOW))?.code).toBe('bad_input')
    const { ask, steps } = changeAsk({ ...IN.seen, urgent: true }, { kind: 'rate', by: 'mei', rating: 'day' }, NOW)
    expect([ask.rating, steps[0]?.text]).toEqual(['day', ''])
  })

  test('an ask that silence answers is never overdue, and no other lapses', () => {
    expect(refusalOf(() => changeAsk(asked(tuesday('01:00'), { kind: 'fyi' }), { kind: 'due' }, LATE))?.code).toBe('conflict')
    expect(refusalOf(() => changeAsk(IN.open, { kind: 'silent' }, LATE))?.code).toBe('conflict')
  })

  test('acknowledging an ask is opening it, and is said once', () => {
    const { ask, steps } = changeAsk(IN.open, { kind: 'acknowledge', by: 'mei' }, NOW)
    expect([ask.state, ask.seenAt, ask.acknowledgedAt, steps.length]).toEqual(['seen', NOW, NOW, 1])
    expect(changeAsk(ask, { kind: 'acknowledge', by: 'mei' }, LATE).steps).toEqual([])
  })

  test('an answerer who leaves without a cover makes it overdue at once', () => {
    expect(changeAsk(IN.seen, { kind: 'leave', plan: null }, NOW).ask).toMatchObject({ state: 'overdue', overdueAt: NOW })
  })

  test('nothing runs in a settled ask, and each step kind is known', () => {
    for (const state of ASK_STATES) if (!OPEN_STATES.has(state)) expect(IN[state].clock.runningSince).toBeNull()
    for (const [state, kind] of PAIRS) if (canHappen(state, kind)) for (const event of EVENTS[kind]) for (const { kind: step } of stepsOf(state, kind, event)) expect(ASK_STEPS).toContain(step)
  })
})

const stepsOf = (state: AskState, kind: AskEventKind, event: AskEvent) => sameState(state, kind).flatMap((ask) => changeAsk(ask, event, NOW).steps)

function refusalOf(work: () => unknown): Refusal | null {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof Refusal ? error : null
  }
}
