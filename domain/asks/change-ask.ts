import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'
import { isBefore } from '../time/spans.ts'
import type { Instant } from '../time/types.ts'
import { ASK_TABLE } from './ask-table.ts'
import type { AskEventKind, AskState } from './ask-table.ts'
import type { Ask, AskChange, AskEffect, AskEvent, AskStep, AskTimer } from './ask.ts'
import { checkChosenDue, later, replanClock, resumeClock, stopClock } from './clock.ts'
import type { AskClock } from './clock.ts'
import { silenceOf } from './kinds.ts'
import type { AskPlan } from './plan-ask.ts'

/**
 * What becomes of an ask, what its history says, and who should hear of it. Who may do this is the policy's to say;
 * here only whether it can be done now.
 * @throws {Refusal} `conflict` for every pair of state and event that `ASK_TABLE` refuses, in its words; `bad_input` for
 * a rating of an ask that was not urgent and for a time earlier than the one that was shown
 */
export function changeAsk(ask: Ask, event: AskEvent, now: Instant): AskChange {
  const cell = ASK_TABLE[ask.state][event.kind]
  if (!cell.allowed) throw new Refusal('conflict', cell.message, cell.next)
  switch (event.kind) {
    case 'see': return seen(ask, event.by, now)
    case 'acknowledge': return acknowledged(ask, event.by, now)
    case 'ask_back': {
      const next: Ask = { ...ask, state: 'question_back', question: event.question, clarification: null, seenAt: ask.seenAt ?? now, takeover: null, clock: stopClock(ask.clock, 'question', now, event.time) }
      return change(next, { kind: 'asked_back', actorId: event.by, personId: ask.askerId, text: event.question }, [ask.askerId])
    }
    case 'clarify': return clarified(ask, event.by, event.text, event.plan, now)
    case 'answer': return change({ ...settle(ask, 'answered', now), answeredById: event.by }, { kind: 'answered', actorId: event.by, personId: ask.askerId, text: event.text }, [ask.askerId, ask.answererId])
    case 'add': return change(ask, { kind: 'added', actorId: event.by, personId: null, text: event.text }, [ask.askerId, ask.answererId])
    case 'decline': return declined(ask, event.by, event.reason, event.redirect, now)
    case 'reassign': return change(askedAnew(ask, event.plan), { kind: 'reassigned', actorId: event.by, personId: event.plan.answererId, text: '' }, [event.plan.answererId, ask.answererId, ask.askerId])
    case 'withdraw': return change(settle(ask, 'withdrawn', now), { kind: 'withdrawn', actorId: event.by, personId: ask.answererId, text: event.reason }, [ask.answererId, ...ask.otherIds])
    case 'due': return overdue(ask, now)
    case 'silent': return lapsed(ask, now)
    case 'escalate': return escalated(ask, event.personId, now)
    case 'replan': return replanned(ask, event.plan, now)
    case 'cover': return covered(ask, event.plan)
    case 'leave': return left(ask, event.plan, now)
    case 'rate': return rated(ask, event.by, event.rating)
    case 'change_due': return dueChanged(ask, event.by, event.dueAt, now)
    case 'reopen': return change({ ...askedAnew(ask, event.plan), answeredById: null }, { kind: 'reopened', actorId: event.by, personId: event.plan.answererId, text: event.text }, [event.plan.answererId])
  }
}

/** Whether this event can happen to an ask in this state, whoever asks. */
export const canHappen = (state: AskState, event: AskEventKind): boolean => ASK_TABLE[state][event].allowed

/** Whether the shown due time has come while the clock runs: then `due`, or `silent` where silence answers, happens. */
export function isDue(ask: Pick<Ask, 'state' | 'clock'>, now: Instant): boolean {
  return canHappen(ask.state, 'due') && ask.clock.runningSince !== null && !isBefore(now, ask.clock.dueAt)
}

/** The timers that an ask needs in the state it is in. An ask that silence answers has no due timer, and the reverse. */
export function timersOf(ask: Ask): AskTimer[] {
  if (ask.clock.runningSince === null || !canHappen(ask.state, 'due')) return []
  const takeover: AskTimer[] = ask.takeover === null ? [] : [{ kind: 'cover', at: ask.takeover.at }]
  return [{ kind: silenceOf(ask) === null ? 'due' : 'silent', at: ask.clock.dueAt }, ...takeover]
}

/** Only the answerer's opening counts: that somebody else read it says nothing about who is to answer. */
function seen(ask: Ask, by: string, now: Instant): AskChange {
  if (by !== ask.answererId || ask.seenAt !== null && ask.state !== 'clarified') return { ask, steps: [], effects: [] }
  const next: Ask = { ...ask, state: ask.state === 'open' || ask.state === 'clarified' ? 'seen' : ask.state, seenAt: ask.seenAt ?? now }
  return ask.seenAt === null ? change(next, { kind: 'seen', actorId: by, personId: null, text: '' }, []) : { ask: next, steps: [], effects: [] }
}

function acknowledged(ask: Ask, by: string, now: Instant): AskChange {
  const { ask: read } = seen(ask, ask.answererId, now)
  if (ask.acknowledgedAt !== null) return { ask: read, steps: [], effects: [] }
  return change({ ...read, acknowledgedAt: now }, { kind: 'acknowledged', actorId: by, personId: ask.askerId, text: '' }, [ask.askerId])
}

function covered(ask: Ask, plan: AskPlan): AskChange {
  return change(handedOn(ask, plan), { kind: 'covered', actorId: null, personId: plan.answererId, text: '' }, [plan.answererId, ask.askerId])
}

/** An ask that was overdue when the question came is overdue again: a question does not give back time that was over. */
function clarified(ask: Ask, by: string, text: string, plan: AskPlan, now: Instant): AskChange {
  const step: AskStep = { kind: 'clarified', actorId: by, personId: plan.answererId, text }
  if (plan.answererId !== ask.answererId) {
    const { ask: next, steps, effects } = covered({ ...ask, state: 'clarified', clarification: text }, plan)
    return { ask: next, steps: [step, ...steps], effects }
  }
  const state = ask.overdueAt === null ? 'clarified' : ask.escalatedTo.length > 0 ? 'escalated' : 'overdue'
  const next: Ask = { ...ask, state, clarification: text, takeover: plan.takeover, clock: resumeClock(ask.clock, now, state === 'clarified' ? plan.dueAt : ask.clock.dueAt) }
  return change(next, step, [ask.answererId])
}

/** With a redirect, it is open for that person; the asker hears of it either way. */
function declined(ask: Ask, by: string, reason: string, redirect: AskPlan | null, now: Instant): AskChange {
  const next = redirect === null ? settle(ask, 'declined', now) : askedAnew(ask, redirect)
  return change(next, { kind: 'declined', actorId: by, personId: redirect?.answererId ?? null, text: reason }, [ask.askerId, ...redirect === null ? [] : [redirect.answererId]])
}

function overdue(ask: Ask, now: Instant): AskChange {
  if (silenceOf(ask) !== null) throw new Refusal('conflict', said`Silence answers this ask, so it is never overdue.`, said`There is nothing to do.`)
  return change({ ...ask, state: 'overdue', overdueAt: now }, { kind: 'overdue', actorId: null, personId: ask.answererId, text: '' }, [ask.answererId, ask.askerId])
}

function lapsed(ask: Ask, now: Instant): AskChange {
  const silence = silenceOf(ask)
  if (silence === null) throw new Refusal('conflict', said`This ask has no silent default.`, said`Wait for the answer.`)
  return change(settle(ask, 'lapsed', now), { kind: 'lapsed', actorId: null, personId: ask.answererId, text: silence }, [ask.askerId, ask.answererId])
}

function escalated(ask: Ask, personId: string | null, now: Instant): AskChange {
  const next: Ask = { ...ask, state: 'escalated', escalatedTo: [...ask.escalatedTo, personId], escalatedAt: now }
  const { steps, effects } = change(next, { kind: 'escalated', actorId: null, personId, text: '' }, [...personId === null ? [] : [personId], ask.answererId, ask.askerId])
  return { ask: next, steps, effects: personId === null ? [{ kind: 'alarm' }, ...effects] : effects }
}

/** New hours may give more time, never less than was shown. Time given back makes a late ask an open one again. Who is away now is covered. */
function replanned(ask: Ask, plan: AskPlan, now: Instant): AskChange {
  if (plan.answererId !== ask.answererId) return covered(ask, plan)
  const clock = replanClock(ask.clock, plan.dueAt)
  const moved = isBefore(ask.clock.dueAt, clock.dueAt)
  const next: Ask = { ...ask, takeover: plan.takeover, clock }
  if (!moved) return { ask: next, steps: [], effects: [] }
  return change(onTimeAgain(next, now), { kind: 'replanned', actorId: null, personId: ask.answererId, text: '' }, [ask.askerId])
}

/** Nobody covers: the asker and the space hear of it at once, as if it had become due. */
function left(ask: Ask, plan: AskPlan | null, now: Instant): AskChange {
  const step: AskStep = { kind: 'left', actorId: null, personId: ask.answererId, text: '' }
  if (plan !== null) return change(handedOn(ask, plan), step, [plan.answererId, ask.askerId])
  return change({ ...ask, state: ask.state === 'escalated' ? 'escalated' : 'overdue', overdueAt: ask.overdueAt ?? now, takeover: null }, step, [ask.askerId])
}

/** What was said stands beside the ask, not in its history, which more people read. */
function rated(ask: Ask, by: string, rating: Ask['rating']): AskChange {
  if (!ask.urgent) throw new Refusal('bad_input', said`Only an urgent ask is rated.`, said`There is nothing to do.`)
  return change({ ...ask, rating }, { kind: 'rated', actorId: by, personId: ask.askerId, text: '' }, [])
}

/** The asker may give more time. Less would take away what somebody planned with. Whoever stands in later still does; `replan` says if not. */
function dueChanged(ask: Ask, by: string, dueAt: Instant, now: Instant): AskChange {
  if (!isBefore(ask.clock.dueAt, dueAt) || !isBefore(now, dueAt)) {
    throw new Refusal('bad_input', said`A due time that was shown is not moved earlier.`, said`Choose a later time, or withdraw the ask and ask again.`)
  }
  checkChosenDue(dueAt, now)
  const clock: AskClock = { ...ask.clock, term: { kind: 'chosen', at: dueAt }, runningSince: ask.clock.runningSince ?? now, stopped: null, dueAt }
  const next = onTimeAgain({ ...ask, chosenDue: dueAt, term: { kind: 'chosen', at: dueAt }, clock }, now)
  return change(next, { kind: 'due_changed', actorId: by, personId: ask.answererId, text: '' }, [ask.answererId])
}

function onTimeAgain(ask: Ask, now: Instant): Ask {
  if (ask.state !== 'overdue' && ask.state !== 'escalated' || !isBefore(now, ask.clock.dueAt)) return ask
  return { ...ask, state: ask.seenAt === null ? 'open' : 'seen', overdueAt: null, escalatedTo: [], escalatedAt: null }
}

/** Open for somebody who has not read it: the whole time from now on, and never earlier than what was shown. */
function askedAnew(ask: Ask, plan: AskPlan): Ask {
  return {
    ...ask, state: 'open', answererId: plan.answererId, firstAnswererId: plan.firstAnswererId, otherIds: ask.otherIds.filter((id) => id !== plan.answererId),
    takeover: plan.takeover, clock: { ...plan.clock, dueAt: later(ask.clock.dueAt, plan.dueAt) }, seenAt: null, acknowledgedAt: null,
    overdueAt: null, escalatedTo: [], escalatedAt: null, settledAt: null,
  }
}

/** The same in somebody's place. A question that is with the asker stays there, and the new clock waits for it. */
function handedOn(ask: Ask, plan: AskPlan): Ask {
  const next = { ...askedAnew(ask, plan), firstAnswererId: ask.firstAnswererId }
  if (ask.state !== 'question_back') return next
  return { ...next, state: 'question_back', clock: { ...next.clock, term: ask.term, runningSince: null, stopped: 'question' } }
}

function settle(ask: Ask, state: 'answered' | 'declined' | 'lapsed' | 'withdrawn', now: Instant): Ask {
  return { ...ask, state, settledAt: now, takeover: null, clock: { ...ask.clock, runningSince: null, stopped: 'settled' } }
}

/** One line of history, and one message to each who should know; whoever did it knows. */
function change(ask: Ask, step: AskStep, told: readonly string[]): AskChange {
  const effects: AskEffect[] = [...new Set(told)].filter((id) => id !== step.actorId).map((personId) => ({ kind: 'tell', personId, about: step.kind }))
  return { ask, steps: [step], effects }
}
