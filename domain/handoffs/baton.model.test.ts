import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { changeBaton, holderOf, isLapsed, offerBaton } from './baton.ts'
import type { Baton, BatonEvent, Plan } from './baton.ts'

const START = Temporal.Instant.from('2026-03-24T00:00Z')
const GRACE = 30
const minute = (n: number) => START.add({ minutes: n })

/** The rules as a story about people: who has the thing in hand, whom it was shown to, whether somebody waits for a word. */
type Model = {
  minute: number
  inHand: string | null
  shownTo: string | null
  atCover: boolean
  waitsForWord: boolean
  over: boolean
  /** Who said that it is done, and what they said came of it. */
  doneBy: string | null
  outcome: string | null
  alarms: number
  /** The earliest moment, in minutes, at which the clock may run out; null while none runs. */
  promised: number | null
}
type Real = { baton: Baton; alarms: number; steps: number }

/** What somebody may try, and what the story says then; null when the story says no. */
type Try = { name: string; event: (now: number) => BatonEvent; story: (model: Model, now: number) => Partial<Model> | null }

const planFor = (who: string, now: number): Plan => ({ receiverId: who, firstReceiverId: who, startsAt: minute(now), lapsesAt: minute(now + GRACE), coverId: null })
const running = (model: Model) => model.shownTo !== null && !model.waitsForWord && !model.over && model.inHand === 'giver'
const lost = { inHand: null, shownTo: null, atCover: false, waitsForWord: false, promised: null }

const passes = (model: Model, now: number, cover: string | null): Partial<Model> =>
  cover !== null && !model.atCover && !model.waitsForWord ? { shownTo: cover, atCover: true, promised: now + GRACE } : { ...lost, alarms: model.alarms + 1 }

const person = fc.constantFrom('ana', 'ben', 'chi')
const maybe = fc.option(person)
const attempt: fc.Arbitrary<Try> = fc.oneof(
  person.map((by): Try => ({ name: `${by} accepts`, event: () => ({ kind: 'accept', by }), story: (m) => running(m) ? { inHand: by, shownTo: null, over: true, promised: null } : null })),
  person.map((by): Try => ({ name: `${by} asks`, event: () => ({ kind: 'return', by, question: '?' }), story: (m) => running(m) ? { waitsForWord: true, promised: null, atCover: false } : null })),
  person.map((to): Try => ({ name: `answer to ${to}`, event: (now) => ({ kind: 'answer', by: 'giver', answer: '!', plan: planFor(to, now) }), story: (m, now) => m.waitsForWord && !m.over ? { waitsForWord: false, shownTo: to, promised: now + GRACE } : null })),
  person.map((to): Try => ({ name: `offer to ${to}`, event: (now) => ({ kind: 'offer', by: 'giver', plan: planFor(to, now) }), story: (m, now) => m.over ? null : { inHand: 'giver', shownTo: to, atCover: false, waitsForWord: false, promised: now + GRACE } })),
  maybe.map((cover): Try => ({ name: `lapses to ${cover}`, event: (now) => ({ kind: 'lapse', cover: cover && planFor(cover, now) }), story: (m, now) => running(m) ? passes(m, now, cover) : null })),
  maybe.map((cover): Try => ({ name: `leaves, ${cover} covers`, event: (now) => ({ kind: 'leave', cover: cover && planFor(cover, now) }), story: (m, now) => running(m) || (m.waitsForWord && !m.over) ? passes(m, now, cover) : null })),
  person.map((by): Try => ({ name: `${by} takes`, event: () => ({ kind: 'take', by }), story: (m) => !m.over && m.inHand === null ? { inHand: by, over: true } : null })),
  fc.constant<Try>({ name: 'withdrawn', event: () => ({ kind: 'withdraw', by: 'giver', reason: '.' }), story: (m) => m.over ? null : { ...lost, over: true } }),
  fc.tuple(person, fc.constantFrom('', 'At 100 %.')).map(([by, outcome]): Try => ({ name: `${by} says it is done`, event: () => ({ kind: 'done', by, outcome }), story: (m) => m.over && m.inHand !== null ? { inHand: null, doneBy: m.inHand, outcome } : null })),
  person.map((by): Try => ({ name: `${by} says it is not`, event: () => ({ kind: 'reopen', by }), story: (m) => m.doneBy !== null ? { inHand: m.doneBy, doneBy: null, outcome: null } : null })),
  fc.integer({ min: -60, max: 90 }).map((shift): Try => ({
    name: `hours move by ${shift}`, event: (now) => ({ kind: 'replan', plan: planFor('anybody', now + shift) }),
    story: (m, now) => running(m) ? { promised: Math.max(m.promised ?? 0, now + shift + GRACE) } : null,
  })),
)

class Attempt implements fc.Command<Model, Real> {
  readonly trial: Try
  readonly wait: number
  constructor(trial: Try, wait: number) {
    this.trial = trial
    this.wait = wait
  }
  check(): boolean { return true }
  run(model: Model, real: Real): void {
    model.minute += this.wait
    const now = model.minute
    same('lapsed', isLapsed(real.baton, minute(now)), model.promised !== null && now >= model.promised)
    const told = this.trial.story(model, now)
    const change = attempted(() => changeBaton(real.baton, this.trial.event(now), minute(now)))
    same('possible', change !== null, told !== null)
    if (told === null || change === null) return
    Object.assign(model, told)
    real.baton = change.baton
    real.alarms += Number(change.alarm)
    real.steps += 1
    same('holder', holderOf(real.baton), model.inHand)
    same('alarms', real.alarms, model.alarms)
    same('lapses at', real.baton.lapsesAt?.epochMilliseconds ?? null, model.promised === null ? null : minute(model.promised).epochMilliseconds)
    same('done', real.baton.state === 'done', model.doneBy !== null)
    same('outcome', real.baton.outcome, model.outcome)
    same('done at', real.baton.doneAt !== null, model.doneBy !== null)
    if (running(model)) same('receiver', real.baton.receiverId, model.shownTo)
  }
  toString(): string { return `+${this.wait} min: ${this.trial.name}` }
}

test('a baton does what its story says, whatever happens in whatever order', () => {
  const commands = fc.commands([fc.tuple(attempt, fc.integer({ min: 0, max: 45 })).map(([trial, wait]) => new Attempt(trial, wait))], { maxCommands: 40 })
  const walked = fc.check(fc.property(commands, (list) => {
    fc.modelRun(() => ({
      model: { minute: 0, inHand: 'giver', shownTo: 'ana', atCover: false, waitsForWord: false, over: false, doneBy: null, outcome: null, alarms: 0, promised: GRACE },
      real: { baton: offerBaton('giver', planFor('ana', 0), START).baton, alarms: 0, steps: 1 },
    }), list)
  }), { numRuns: 500 })
  expect(walked.counterexample).toBeNull()
})

function same<T>(what: string, actual: T, told: T): void {
  if (actual !== told) throw new Error(`${what}: the baton says ${String(actual)}, its story ${String(told)}`)
}

function attempted<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
