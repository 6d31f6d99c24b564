import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Interval, Span, Weekday, WorkCalendar } from '../time/types.ts'
import { workingMinutesBetween } from '../time/working-minutes-between.ts'
import type { AskEvent } from './ask.ts'
import { canHappen, changeAsk, timersOf } from './change-ask.ts'
import { countedMinutes, dueAfter, later, resumeClock, startClock, stopClock } from './clock.ts'
import type { Term } from './clock.ts'
import { openAsk } from './open-ask.ts'
import { planAgain, planAsk, planResume } from './plan-ask.ts'
import type { Answerers, AskPlan } from './plan-ask.ts'
import { clockTime } from './reader.ts'
import type { Reader } from './reader.ts'
import { instant, wanted } from './asks.test-kit.ts'
import { unlessNoWork } from './unless-no-work.ts'

const RUNS = { numRuns: 100 }
const FIRST = instant('2026-01-01T00:00Z')
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Manila', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Africa/Cairo']

const minute = fc.integer({ min: 0, max: 300 * 1440 })
const moment = minute.map((minutes) => FIRST.add({ minutes }))
const span = (longest: number): fc.Arbitrary<Span> => fc.tuple(moment, fc.integer({ min: 1, max: longest })).map(([start, minutes]) => ({ start, end: start.add({ minutes }) }))
const time = fc.integer({ min: 0, max: 95 }).map((quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String(quarter % 4 * 15).padStart(2, '0')}`)
const interval: fc.Arbitrary<Interval> = fc.record({ day: fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday), start: time, end: time })
const calendar = (coverIds: readonly (string | null)[]): fc.Arbitrary<WorkCalendar> => fc.record({
  periods: fc.tuple(fc.constantFrom(...ZONES), fc.array(interval, { minLength: 3, maxLength: 10 })).map(([zone, week]) => [{ from: null, zone, anchor: '2026-01-05', weeks: [week] }]),
  holidays: fc.constant(new Set<string>()), given: fc.constant(new Set<string>()), taken: fc.constant([]),
  absences: fc.array(fc.tuple(span(10 * 1440), fc.constantFrom(...coverIds)).map(([away, coverId]) => ({ ...away, coverId })), { maxLength: 3 }),
})
const reader = (id: string, coverIds: readonly (string | null)[] = [null]): fc.Arbitrary<Reader> => fc.record({ id: fc.constant(id), calendar: calendar(coverIds), focus: fc.array(span(300), { maxLength: 10 }) })
const term: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ kind: fc.constantFrom('working_minutes' as const, 'minutes' as const), minutes: fc.integer({ min: 1, max: 2000 }) }),
  fc.record({ kind: fc.constant('working_days' as const), days: fc.integer({ min: 0, max: 4 }) }),
)
const rules = { urgent: false, stopsInFocus: true }

describe('one clock', () => {
  test('what lies more than a year ahead is not counted', () => {
    fc.assert(fc.property(reader('mei'), moment, (mei, from) => {
      const time = clockTime(mei, rules)
      const furthest = from.add({ hours: 366 * 24 })
      const term = { kind: 'chosen', at: instant('9999-12-31T00:00Z') } as const
      expect(countedMinutes(term, from, term.at, time)).toBe(workingMinutesBetween(from, furthest, time.counted))
    }), RUNS)
  })

  test('a pause of x counted minutes moves it by x counted minutes', () => {
    fc.assert(fc.property(reader('mei'), moment, fc.integer({ min: 1, max: 2000 }), minute, minute, (mei, from, minutes, before, pause) => {
      const clock = clockTime(mei, rules)
      const given: Term = { kind: 'working_minutes', minutes }
      const due = unlessNoWork(() => dueAfter(given, from, clock))
      if (due === null || workingMinutesBetween(from, due, clock.counted) === 0) return
      const stopAt = from.add({ milliseconds: before % (due.epochMilliseconds - from.epochMilliseconds) })
      const goAt = stopAt.add({ minutes: pause % (7 * 1440) })
      const stopped = stopClock(startClock(given, from, due), 'question', stopAt, clock)
      const resumed = unlessNoWork(() => resumeClock(stopped, goAt, dueAfter(stopped.term, goAt, clock)))
      if (resumed === null) return
      expect(workingMinutesBetween(due, resumed.dueAt, clock.counted)).toBeCloseTo(workingMinutesBetween(stopAt, goAt, clock.counted), 6)
    }), RUNS)
  })

  test('what was used and what is left are what was given, however often it stops', () => {
    fc.assert(fc.property(reader('mei'), moment, fc.integer({ min: 1, max: 2000 }), fc.constantFrom('working_minutes' as const, 'minutes' as const), fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 8 }), (mei, from, minutes, kind, gaps) => {
      const clock = clockTime(mei, rules)
      const given: Term = { kind, minutes }
      const due = unlessNoWork(() => dueAfter(given, from, clock))
      if (due === null) return
      let state = startClock(given, from, due)
      let now = from
      for (const gap of gaps) {
        now = now.add({ minutes: gap })
        if (state.runningSince !== null && now.epochMilliseconds >= state.dueAt.epochMilliseconds) return
        const next = unlessNoWork(() => state.runningSince === null ? resumeClock(state, now, dueAfter(state.term, now, clock)) : stopClock(state, 'question', now, clock))
        if (next === null) return
        state = next
        const used = state.usedMinutes + (state.runningSince === null ? 0 : countedMinutes(state.term, state.runningSince, now, clock))
        const left = state.runningSince === null && 'minutes' in state.term ? state.term.minutes : countedMinutes(state.term, now, state.dueAt, clock)
        expect(used + left).toBeCloseTo(minutes, 6)
      }
    }), RUNS)
  })

  test('more focus never makes it earlier', () => {
    fc.assert(fc.property(reader('mei'), moment, term, fc.array(span(300), { maxLength: 5 }), (mei, from, given, more) => {
      const [with_, without_] = [[...mei.focus, ...more], mei.focus].map((focus) => unlessNoWork(() => dueAfter(given, from, clockTime({ ...mei, focus }, rules))))
      if (with_ && without_) expect(later(with_, without_)).toEqual(with_)
    }), RUNS)
  })
})

describe('an ask, whatever happens to calendars and people', () => {
  const team = fc.tuple(reader('mei', ['ben', null]), reader('ben', ['nora', null]), reader('nora'))
  const event = fc.record({ after: fc.integer({ min: 1, max: 3000 }), kind: fc.constantFrom('ask_back', 'clarify', 'replan', 'reassign', 'leave', 'cover', 'decline') })

  test('no shown due time is ever moved earlier', () => {
    fc.assert(fc.property(team, team, team, moment, term, fc.boolean(), fc.array(event, { maxLength: 10 }), (one, two, three, from, given, silent, events) => {
      const worlds = [one, two, three].map((readers): Answerers => ({ askerId: 'ana', readers: new Map(readers.map((each) => [each.id, each])), mayAnswer: new Set(['mei', 'ben', 'nora']), stopsInFocus: true }))
      const world = (index: number): Answerers => worlds[index % worlds.length] as Answerers
      const terms = { term: given, urgent: false, silent }
      const first = unlessNoWork(() => planAsk('mei', terms, from, world(0)))
      if (first === null) return
      let { ask } = openAsk('1', wanted({ silentDefault: silent ? 'Go.' : null }), terms, first, from)
      let now = from
      events.forEach(({ after, kind }, index) => {
        now = now.add({ minutes: after })
        const who = world(index + 1)
        const whole = () => unlessNoWork(() => planAsk(index % 2 === 0 ? 'ben' : 'nora', terms, now, who))
        const plan: AskPlan | null = kind === 'replan' ? planAgain({ ...ask, silent }, now, who) : kind === 'clarify' ? unlessNoWork(() => planResume({ ...ask, silent }, now, who)) : whole()
        const next = plan === null ? null : eventOf(kind, plan, who)
        if (next === null || !canHappen(ask.state, next.kind)) return
        const shown = ask.clock.dueAt
        ask = changeAsk(ask, next, now).ask
        expect(later(shown, ask.clock.dueAt)).toEqual(ask.clock.dueAt)
        expect(timersOf(ask).length > 0).toBe(canHappen(ask.state, 'due'))
      })
    }), RUNS)
  })

  function eventOf(kind: string, plan: AskPlan, who: Answerers): AskEvent | null {
    const answerer = who.readers.get(plan.answererId)
    if (answerer === undefined) return null
    switch (kind) {
      case 'ask_back': return { kind, by: 'mei', question: 'Which?', time: clockTime(answerer, rules) }
      case 'clarify': return { kind, by: 'ana', text: 'This.', plan }
      case 'reassign': return { kind, by: 'ana', plan }
      case 'decline': return { kind, by: 'mei', reason: 'No.', redirect: plan }
      case 'replan': case 'cover': case 'leave': return { kind, plan }
      default: return null
    }
  }
})
