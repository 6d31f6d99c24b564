import { CALL_MINUTES, LONG_CALL_MINUTES } from '../asks/rounds.ts'
import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'
import { isBefore } from '../time/spans.ts'
import type { Instant } from '../time/types.ts'
import { DECISION_TABLE, OPEN_STATES } from './decision-table.ts'
import type { Decision, DecisionChange, DecisionEvent, DecisionRoles, DecisionStep, Point, Position } from './decision.ts'
import { inputIds, isReady, namedIds, readinessOf, silenceCloses, standingObjections } from './readiness.ts'

/**
 * What becomes of a decision, and what its history says. Who may do this is the policy's to say; here only whether it
 * can be done now.
 * @throws {Refusal} `conflict` for every pair of state and event that `DECISION_TABLE` refuses, in its words, and for signing
 * without an accountable; `bad_input` for what cannot be: a question or objection without words, an option that is not there
 */
export function changeDecision(decision: Decision, event: DecisionEvent, now: Instant): DecisionChange {
  const cell = DECISION_TABLE[decision.state][event.kind]
  if (!cell.allowed) throw new Refusal('conflict', cell.message, cell.next)
  const { decision: next, steps } = happened(decision, event, now)
  return { decision: next.state === 'call_needed' || next.callPlan === null ? next : { ...next, callPlan: null }, steps }
}

function happened(decision: Decision, event: DecisionEvent, now: Instant): DecisionChange {
  switch (event.kind) {
    case 'edit': return edited(decision, event)
    case 'open': return opened(decision, event, now)
    case 'see': return { decision: decision.seen.has(event.by) ? decision : { ...decision, seen: new Map([...decision.seen, [event.by, now]]) }, steps: [] }
    case 'position': return positioned(decision, event, now)
    case 'roles': return rolesChanged(decision, event)
    case 'waive': return waived(decision, event)
    case 'deadline': return deadlinePassed(decision, event, now)
    case 'replan': return laterDeadline(decision, event.deadline, null)
    case 'more_time': return moreTime(decision, event, now)
    case 'propose_call': return callProposed(decision, event.by)
    case 'place_call': return callPlaced(decision, event, now)
    case 'hold_call': return callHeld(decision, event, now)
    case 'sign': return signed(decision, event, now)
    case 'withdraw': return ended(decision, 'withdrawn', event)
    case 'deprecate': return ended(decision, 'deprecated', event)
    case 'resume': return change({ ...decision, state: 'draft', openedAt: null, deadline: null, phase: 'first', readyBy: null, call: null, waived: [], seen: new Map(), reason: '' }, step('resumed', event.by))
    case 'expire': return expired(decision, now)
    case 'confirm': return change({ ...decision, state: 'decided', provisionalUntil: null }, step('confirmed', event.by))
    case 'supersede': return change({ ...decision, state: 'superseded' }, step('superseded', event.by, null, `#${event.byNumber}`))
    case 'review': return change(decision, step('reviewed', event.by, null, event.note))
  }
}

/**
 * Whether the deadline has gone by. Its last second belongs to whoever takes a position: what reaches the server in that
 * second counts, and the deadline acts from the next one on, however late its timer runs.
 */
export function deadlineHasPassed({ state, deadline }: Pick<Decision, 'state' | 'deadline'>, now: Instant): boolean {
  if (deadline === null || state !== 'open') return false
  return Math.floor(now.epochMilliseconds / SECOND_MS) > Math.floor(deadline.epochMilliseconds / SECOND_MS)
}
const SECOND_MS = 1000

/** The timers that a decision needs in the state it is in. */
export function timersOf(decision: Decision): { kind: 'deadline' | 'expire'; at: Instant }[] {
  if (decision.state === 'provisional' && decision.provisionalUntil) return [{ kind: 'expire', at: decision.provisionalUntil }]
  return decision.state === 'open' && decision.deadline ? [{ kind: 'deadline', at: decision.deadline.add({ seconds: 1 }) }] : []
}

const step = (kind: DecisionStep['kind'], actorId: string | null, personId: string | null = null, text = ''): DecisionStep => ({ kind, actorId, personId, text })
const change = (decision: Decision, ...steps: DecisionStep[]): DecisionChange => ({ decision, steps })

/** The state that follows from positions and input; says so where it is another one than before. */
function weighed(decision: Decision, ...steps: DecisionStep[]): DecisionChange {
  const next = weigh(decision)
  if (next.state === decision.state) return change(next, ...steps)
  const told = next.state === 'ready' ? [step('ready', null)] : decision.state === 'ready' ? [step('no_longer_ready', null)] : []
  return change(next, ...steps, ...told)
}

/** What silence or a call has closed stays closed until somebody speaks against it; events that open it again take `readyBy` away. */
function weigh(decision: Decision): Decision {
  const { objections } = readinessOf(decision)
  if (isReady(decision)) return { ...decision, state: 'ready', readyBy: decision.readyBy ?? 'input' }
  if (decision.state === 'ready' && (decision.readyBy === 'silence' || decision.readyBy === 'call') && objections.length === 0) return decision
  return { ...decision, state: decision.state === 'call_needed' && objections.length > 0 ? 'call_needed' : 'open', readyBy: null }
}

/** Before it is open, a new text is a draft; after, who had taken a position is asked again. */
function edited(decision: Decision, { by, optionIds, deadline }: Extract<DecisionEvent, { kind: 'edit' }>): DecisionChange {
  if (decision.state === 'draft') return change({ ...decision, optionIds })
  checkOptions(optionIds)
  const next: Decision = { ...decision, optionIds, revision: decision.revision + 1, seen: new Map(), call: null, readyBy: null, phase: 'first', deadline: latest(decision.deadline, deadline) }
  return weighed(next, step('edited', by))
}

const latest = (a: Instant | null, b: Instant | null): Instant | null => a === null ? b : b === null || isBefore(b, a) ? a : b

function opened(decision: Decision, { by, deadline }: Extract<DecisionEvent, { kind: 'open' }>, now: Instant): DecisionChange {
  if (decision.roles.accountableId === null) throw new Refusal('bad_input', said`Nobody is accountable for this decision.`, said`Name the one person who signs it.`)
  checkOptions(decision.optionIds)
  if (!isBefore(now, deadline)) throw new Refusal('bad_input', said`The deadline has passed already.`, said`Choose a later one, or leave it to the window.`)
  return weighed({ ...decision, state: 'open', openedAt: now, deadline, phase: 'first', revision: decision.revision + 1, seen: new Map() }, step('opened', by))
}

/** Two at least, as a hard rule (001:27). */
function checkOptions(optionIds: readonly string[]): void {
  if (optionIds.length < 2) throw new Refusal('bad_input', said`A decision needs at least two options.`, said`Add a second one; leaving things as they are is an option too.`)
}

function positioned(decision: Decision, { by, position, about, text }: Extract<DecisionEvent, { kind: 'position' }>, now: Instant): DecisionChange {
  if ((position === 'objection' || position === 'question') && text.trim() === '') {
    throw new Refusal('bad_input', position === 'objection' ? said`An objection needs its reason.` : said`A question needs its words.`, said`Write it, so that others can answer it.`)
  }
  const same = (one: Position) => one.personId === by && one.optionId === about.optionId && one.tradeOffId === about.tradeOffId
  const before = decision.positions.find(same)
  if (!isThere(decision, about) && before === undefined) throw new Refusal('bad_input', said`There is no such option in this decision.`, said`Read it again; its text may have changed.`)
  const taken: Position = { ...about, personId: by, kind: position, text, at: now, revision: decision.revision }
  const next: Decision = { ...decision, readyBy: position === 'question' ? null : decision.readyBy, positions: [...decision.positions.filter((one) => !same(one)), taken], seen: new Map([...decision.seen, [by, decision.seen.get(by) ?? now]]) }
  const lifts = before?.kind === 'objection' && position !== 'objection'
  return weighed(next, step(lifts ? 'lifted' : 'took_position', by, null, position))
}

/** Whoever objected to an option that was taken out since can still lift that. */
const isThere = ({ optionIds }: Decision, { optionId, tradeOffId }: Point): boolean => optionId === null ? tradeOffId === null : optionIds.includes(optionId)

function rolesChanged(decision: Decision, { by, roles, deadline }: Extract<DecisionEvent, { kind: 'roles' }>): DecisionChange {
  const settled: Decision = { ...decision, roles: distinct(roles) }
  const known = new Set(inputIds(decision))
  const required = new Set(inputIds(settled))
  const asksMore = [...required].some((id) => !known.has(id))
  const waived = decision.waived.filter(({ personId }) => required.has(personId))
  const next: Decision = { ...settled, waived, readyBy: asksMore ? null : decision.readyBy, deadline: OPEN_STATES.has(decision.state) ? latest(decision.deadline, deadline) : decision.deadline }
  const told = step('roles_changed', by, roles.accountableId === decision.roles.accountableId ? null : roles.accountableId)
  return OPEN_STATES.has(decision.state) ? weighed(next, told) : change(next, told)
}

/** Each person stands in one role, the weightiest they were given. */
export function distinct({ accountableId, responsibleIds, consultedIds, informedIds }: DecisionRoles): DecisionRoles {
  const known = new Set(accountableId === null ? [] : [accountableId])
  const fresh = (ids: readonly string[]) => ids.filter((id) => !known.has(id) && Boolean(known.add(id)))
  return { accountableId, responsibleIds: fresh(responsibleIds), consultedIds: fresh(consultedIds), informedIds: fresh(informedIds) }
}

function waived(decision: Decision, { by, personId, reason }: Extract<DecisionEvent, { kind: 'waive' }>): DecisionChange {
  if (!readinessOf(decision).missingIds.includes(personId)) throw new Refusal('bad_input', said`Nothing is missing from this person.`, said`Read the decision again; they may have spoken meanwhile.`)
  return weighed({ ...decision, waived: [...decision.waived, { personId, reason }] }, step('waived', by, personId, reason))
}

/** Objections call for talk; silence closes a two-way door; else it extends once, then asks the accountable, then lapses. */
function deadlinePassed(decision: Decision, { facts, extension, decideBy }: Extract<DecisionEvent, { kind: 'deadline' }>, now: Instant): DecisionChange {
  if (!deadlineHasPassed(decision, now)) return change(decision)
  if (standingObjections(decision).length > 0) return change({ ...decision, state: 'call_needed' }, step('call_needed', null))
  if (silenceCloses(decision, facts.absentWithCover)) return change({ ...decision, state: 'ready', readyBy: 'silence' }, step('ready', null))
  if (decision.phase === 'first' && extension !== null && isBefore(now, extension)) return change({ ...decision, phase: 'extended', deadline: extension }, step('extended', null))
  if (decision.phase !== 'asked' && decideBy !== null && isBefore(now, decideBy)) return change({ ...decision, phase: 'asked', deadline: decideBy }, step('accountable_asked', null, decision.roles.accountableId))
  return change({ ...decision, state: 'lapsed', deadline: null, reason: 'Nobody decided in time.' }, step('lapsed', null))
}

/** A deadline that was shown never comes earlier. */
function laterDeadline(decision: Decision, deadline: Instant, by: string | null): DecisionChange {
  if (decision.deadline === null || !isBefore(decision.deadline, deadline)) return change(decision)
  return change({ ...decision, deadline }, step('deadline_moved', by))
}

function moreTime(decision: Decision, { by, deadline }: Extract<DecisionEvent, { kind: 'more_time' }>, now: Instant): DecisionChange {
  if (!isBefore(now, deadline)) throw new Refusal('bad_input', said`That moment has passed already.`, said`Choose a later one.`)
  if (decision.deadline === null || !isBefore(decision.deadline, deadline)) throw new Refusal('bad_input', said`A deadline that was shown never comes earlier.`, said`Choose a later one.`)
  return change({ ...decision, deadline, phase: 'first' }, step('deadline_moved', by))
}

/** A timer that comes too early changes nothing. */
function expired(decision: Decision, now: Instant): DecisionChange {
  if (decision.provisionalUntil !== null && isBefore(now, decision.provisionalUntil)) return change(decision)
  return change({ ...decision, state: 'expired' }, step('expired', null))
}

function callProposed(decision: Decision, by: string): DecisionChange {
  if (standingObjections(decision).length === 0) throw new Refusal('conflict', said`No call is needed: no objection stands.`, said`Take a position, or wait for the input that is missing.`)
  return change({ ...decision, state: 'call_needed' }, step('call_needed', by))
}

/** Several objections take longer than one. Unit: minutes. */
export const callMinutes = (decision: Pick<Decision, 'positions' | 'call'>): number => standingObjections(decision).length > 1 ? LONG_CALL_MINUTES : CALL_MINUTES

/** The time of the call is chosen, or moved; any moment ahead will do, since people may agree on one that their hours do not show. */
function callPlaced(decision: Decision, { by, startsAt }: Extract<DecisionEvent, { kind: 'place_call' }>, now: Instant): DecisionChange {
  if (!isBefore(now, startsAt)) throw new Refusal('bad_input', said`This moment has passed.`, said`Choose one that lies ahead.`)
  return change({ ...decision, callPlan: { startsAt, minutes: callMinutes(decision) } }, step('call_placed', by, null, startsAt.toString()))
}

/**
 * The call ends with words; what was objected, in earlier calls too, is on record, and holds nothing up any more. A one-way
 * door still waits for input that is missing: a call is no silence, but neither is it the word of who was not there.
 */
function callHeld(decision: Decision, { by, outcome }: Extract<DecisionEvent, { kind: 'hold_call' }>, now: Instant): DecisionChange {
  if (outcome.trim() === '') throw new Refusal('bad_input', said`A call ends with its outcome in writing.`, said`Write what was said and what follows.`)
  const heard: Decision = { ...decision, call: { at: now, outcome, objections: decision.positions.filter(({ kind }) => kind === 'objection') } }
  const told = step('call_held', by, null, outcome)
  if (decision.door === 'one_way' && readinessOf(heard).missingIds.length > 0) return change({ ...heard, state: 'open' }, told)
  return change({ ...heard, state: 'ready', readyBy: 'call' }, told, step('ready', null))
}

function signed(decision: Decision, { by, optionId, provisionalUntil }: Extract<DecisionEvent, { kind: 'sign' }>, now: Instant): DecisionChange {
  if (decision.roles.accountableId === null) throw new Refusal('conflict', said`Nobody is accountable for this decision any more.`, said`Name who signs it.`)
  if (!decision.optionIds.includes(optionId)) throw new Refusal('bad_input', said`There is no such option in this decision.`, said`Choose one of its options.`)
  if (provisionalUntil !== null && !isBefore(now, provisionalUntil)) throw new Refusal('bad_input', said`A provisional decision ends in the future.`, said`Choose a later date, or sign it for good.`)
  const next: Decision = { ...decision, state: provisionalUntil === null ? 'decided' : 'provisional', deadline: null, chosenOptionId: optionId, signedById: by, signedAt: now, provisionalUntil }
  return change(next, step('signed', by))
}

function ended(decision: Decision, state: 'withdrawn' | 'deprecated', { kind, by, reason }: { kind: 'withdraw' | 'deprecate'; by: string; reason: string }): DecisionChange {
  return change({ ...decision, state, deadline: null, reason }, step(kind === 'withdraw' ? 'withdrawn' : 'deprecated', by, null, reason))
}

/** Whom an event concerns besides who acts: everybody who is named, the author too. */
export const concernedIds = (decision: Decision): string[] => [...new Set([decision.authorId, ...namedIds(decision)])]
