import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { changeDecision } from './change-decision.ts'
import { DECISION_STATES, DECISION_TABLE } from './decision-table.ts'
import type { DecisionState } from './decision-table.ts'
import type { Decision, DecisionEvent, DecisionRoles, DecisionStep, PositionKind } from './decision.ts'
import { Sheet } from './naive-decision.test-kit.ts'
import { isReady, readinessOf } from './readiness.ts'
import { draft } from './decisions.test-kit.ts'

/*
 * A twin of the decision: a sheet of paper on which everything that was said is written down, read anew after each event
 * (`naive-decision.test-kit.ts`). Both go through the same random lives; after each event they must show the same, and
 * refuse the same.
 */
const RUNS = 100_000
const MOST_EVENTS = 24
const SLOW_MS = 300_000
/** Every pair of states that the table allows is met so often at least. */
const MET_LEAST = 20

const PEOPLE = ['ana', 'ben', 'mei', 'nora'] as const
const KINDS: readonly PositionKind[] = ['support', 'no_concern', 'question', 'objection', 'abstain', 'objection']
const POINTS = [[null, null], [null, null], ['a', null], ['b', null], ['c', null], ['a', 'x'], [null, 'x']] as const
const SECOND = 1000
const HOUR = 3600 * SECOND
const WAITS = [0, 1, SECOND - 1, SECOND, HOUR, 30 * HOUR, 200 * HOUR] as const
const AHEAD = [-HOUR, 0, SECOND, HOUR, 20 * HOUR, 100 * HOUR, 300 * HOUR] as const
const ROLES: readonly DecisionRoles[] = [
  { accountableId: 'ana', responsibleIds: ['ben'], consultedIds: ['mei'], informedIds: ['nora'] }, { accountableId: 'ana', responsibleIds: [], consultedIds: [], informedIds: ['mei'] },
  { accountableId: 'ben', responsibleIds: ['ben', 'mei'], consultedIds: ['mei'], informedIds: [] }, { accountableId: 'ana', responsibleIds: [], consultedIds: ['mei', 'nora'], informedIds: ['ben'] },
  { accountableId: null, responsibleIds: ['ben'], consultedIds: ['mei'], informedIds: [] }, { accountableId: 'ana', responsibleIds: ['mei'], consultedIds: [], informedIds: ['nora'] },
]
/** How often each event is tried: what people do all the time, more often. */
const DRAWN = [
  'position', 'position', 'position', 'position', 'position', 'position', 'see', 'see', 'see', 'deadline', 'deadline', 'deadline', 'deadline', 'edit', 'open', 'open', 'roles', 'waive', 'replan', 'more_time',
  'propose_call', 'place_call', 'hold_call', 'hold_call', 'sign', 'sign', 'sign', 'withdraw', 'resume', 'resume', 'expire', 'expire', 'confirm', 'supersede', 'deprecate', 'review',
] as const

type Draw = readonly [number, number, number, number]
type Real = { decision: Decision; at: number }
const pick = <Item>(items: readonly Item[], n: number): Item => items[n % items.length] as Item
const moment = (at: number) => Temporal.Instant.fromEpochMilliseconds(at)
const met = new Map<string, number>()

class Attempt implements fc.Command<Sheet, Real> {
  readonly draw: Draw
  constructor(draw: Draw) { this.draw = draw }
  check(): boolean { return true }
  toString(): string { return `${pick(DRAWN, this.draw[0])}(${this.draw.slice(1).join()})` }

  run(sheet: Sheet, real: Real): void {
    real.at += pick(WAITS, this.draw[3])
    const event = eventOf(this.draw, real.at)
    const before = real.decision
    const said = sheet.happens(event, real.at)
    const { refused, steps } = attempt(real, event)
    if (refused !== said) throw new Error(`${before.state}: ${event.kind} gave “${refused}”, on paper “${said}”`)
    if (refused !== '') return
    const shown = lineOf(real.decision)
    if (shown !== sheet.line()) throw new Error(`${before.state}: ${event.kind} gave\n${shown}, on paper\n${sheet.line()}`)
    mustHold(before, real.decision, steps)
    const key = `${before.state} ${event.kind} ${real.decision.state}`
    met.set(key, (met.get(key) ?? 0) + 1)
  }
}

function attempt(real: Real, event: DecisionEvent): { refused: string; steps: readonly DecisionStep[] } {
  try {
    const { decision, steps } = changeDecision(real.decision, event, moment(real.at))
    real.decision = decision
    return { refused: '', steps }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code, steps: [] }
    throw error
  }
}

function eventOf([which, who, n, m]: Draw, at: number): DecisionEvent {
  const by = pick(PEOPLE, who)
  const ahead = moment(at + pick(AHEAD, n))
  const text = m === 0 ? '' : `${at} ${who}`
  const kind = pick(DRAWN, which)
  switch (kind) {
    case 'edit': return { kind, by, optionIds: ['a', 'b', 'c'].slice(0, 3 - n % 3), deadline: m % 2 === 0 ? null : ahead }
    case 'open': return { kind, by, deadline: ahead }
    case 'position': { const [optionId, tradeOffId] = pick(POINTS, m); return { kind, by, position: pick(KINDS, n), about: { optionId, tradeOffId }, text: who + n + m === 9 ? '' : `${at}` } }
    case 'roles': return { kind, by, roles: pick(ROLES, m), deadline: n % 2 === 0 ? null : ahead }
    case 'waive': return { kind, by, personId: pick(PEOPLE, n), reason: text }
    case 'deadline': return { kind, facts: { absentWithCover: new Set(m % 3 === 0 ? PEOPLE : [by]) }, extension: n === 6 ? null : ahead, decideBy: n === 5 ? null : moment(at + pick(AHEAD, m)) }
    case 'replan': return { kind, deadline: ahead }
    case 'more_time': return { kind, by, deadline: ahead }
    case 'place_call': return { kind, by, startsAt: ahead }
    case 'hold_call': return { kind, by, outcome: text }
    case 'sign': return { kind, by, optionId: pick(['a', 'b', 'b', 'c'], who), provisionalUntil: n % 2 === 0 ? null : ahead }
    case 'withdraw': case 'deprecate': return { kind, by, reason: text }
    case 'expire': return { kind }
    case 'supersede': return { kind, by, byNumber: n }
    case 'review': return { kind, by, note: text }
    default: return { kind, by }
  }
}

const ASKING: ReadonlySet<DecisionState> = new Set(['open', 'ready', 'call_needed'])
/** What others can see of it, as the sheet shows it. */
function lineOf(decision: Decision): string {
  const { state, deadline, readyBy, roles, seen, provisionalUntil } = decision
  const { missingIds, objections } = readinessOf(decision)
  return [
    state, decision.revision, ASKING.has(state) ? deadline?.epochMilliseconds ?? null : null, decision.phase, decision.callPlan?.startsAt.epochMilliseconds ?? null, state === 'ready' ? readyBy : '', missingIds,
    objections.map(({ personId, optionId, tradeOffId }) => `${personId}${optionId ?? ''}/${tradeOffId ?? ''}`).sort(), [...seen.keys()].sort(), decision.chosenOptionId, provisionalUntil?.epochMilliseconds ?? null,
    roles.accountableId, roles.informedIds,
  ].join('|')
}

/** What must hold whatever happens; written from the promise, not from either of the two. */
function mustHold(before: Decision, after: Decision, steps: readonly DecisionStep[]): void {
  const must = (holds: boolean, what: string) => { if (!holds) throw new Error(`${before.state} → ${after.state}: ${what}`) }
  const asked = ASKING.has(before.state) && ASKING.has(after.state)
  if (asked && before.deadline && after.deadline) must(Temporal.Instant.compare(before.deadline, after.deadline) <= 0, 'a deadline that was shown came earlier')
  if (after.door === 'one_way' && after.state === 'ready') must(after.readyBy === 'call' || isReady(after), 'a one-way door closed on silence')
  if (after.state === 'ready') must(readinessOf(after).objections.length === 0, 'an objection stands against what is ready')
  must((after.state === 'decided' || after.state === 'provisional') ? before.state === 'ready' || before.signedById !== null : true, 'signed before it was ready')
  const told = (kind: DecisionStep['kind']) => steps.some((step) => step.kind === kind)
  must(told('ready') === (after.state === 'ready' && before.state !== 'ready'), 'it does not say that it became ready')
  must(told('no_longer_ready') === (before.state === 'ready' && ASKING.has(after.state) && after.state !== 'ready'), 'it does not say that it is ready no longer')
  must(after.state === before.state || steps.length > 0, 'it changed without a line in its history')
}

/** Half of all events are refused; their stacks would take most of the time. */
const stacks = Error.stackTraceLimit
beforeAll(() => { Error.stackTraceLimit = 0 })
afterAll(() => { Error.stackTraceLimit = stacks })

/** How a life begins: opened, some of them agreed on, some of those signed for a while. */
function begin(oneWay: boolean, roles: DecisionRoles, far: number): { model: Sheet; real: Real } {
  const model = new Sheet(oneWay, roles)
  const real: Real = { decision: draft({ door: oneWay ? 'one_way' : 'two_way', optionIds: ['a', 'b'], roles }), at: 0 }
  const happens = (event: DecisionEvent) => { if (model.happens(event, 0) !== attempt(real, event).refused) throw new Error(`${event.kind} was refused by one of them`) }
  happens({ kind: 'roles', by: 'ana', roles, deadline: null })
  happens({ kind: 'open', by: 'ana', deadline: moment(50 * HOUR) })
  if (far > 1) for (const by of model.asked()) happens({ kind: 'position', by, position: 'support', about: { optionId: null, tradeOffId: null }, text: '' })
  if (far > 2) happens({ kind: 'sign', by: 'ana', optionId: 'a', provisionalUntil: moment(40 * HOUR) })
  return { model, real }
}

test(`a sheet of paper shows the same in ${RUNS} random lives`, { timeout: SLOW_MS }, () => {
  const draw = fc.tuple(fc.nat(DRAWN.length - 1), fc.nat(3), fc.nat(6), fc.nat(6))
  const life = fc.commands([draw.map((drawn) => new Attempt(drawn))], { maxCommands: MOST_EVENTS, size: 'medium' })
  const start = fc.tuple(fc.boolean(), fc.nat(ROLES.length - 1), fc.nat(3))
  fc.assert(fc.property(start, life, ([oneWay, roles, far], attempts) => {
    fc.modelRun(() => begin(oneWay, pick(ROLES, roles), far), attempts)
  }), { numRuns: RUNS })
  const possible = DECISION_STATES.flatMap((state) => Object.entries(DECISION_TABLE[state]).flatMap(([kind, cell]) => cell.allowed ? cell.to.map((next) => `${state} ${kind} ${next}`) : []))
  expect(possible.filter((key) => (met.get(key) ?? 0) < MET_LEAST), 'what hardly ever happened in these lives').toEqual([])
  expect([...met.keys()].filter((key) => !possible.includes(key)), 'what the table does not name').toEqual([])
})
