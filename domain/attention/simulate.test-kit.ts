import { isBefore } from '../time/spans.ts'
import type { Instant } from '../time/types.ts'
import { planDelivery, planner } from './plan.ts'
import type { Dice } from '../time/dice.test-kit.ts'
import { momentOf } from './random-life.test-kit.ts'
import type { Event, Life } from './random-life.test-kit.ts'
import { readerTime } from './reader-time.ts'
import { nextRelease, release, replan } from './release.ts'
import type { Settled, Waiting } from './release.ts'
import type { Plan, Reader } from './types.ts'

const MINUTE_MS = 60_000

/** One item that ended, with everything that a check may ask. */
export type Ended = Settled & { readonly event: Event; readonly plan: Plan; readonly reader: Reader }

export type Watch = {
  /** Called with each first plan. */
  planned?(event: Event, plan: Plan, reader: Reader): void
  ended(end: Ended): void
}

/** What may differ without changing any outcome: the order of lists, calls in between, and planning one by one. */
export type Whim = { readonly dice: Dice; readonly idleCalls: readonly number[] }

type Held = { event: Event; plan: Plan }

/** Lives a life through: items come, the reader changes, and what is due leaves, until nothing waits. */
export function live(life: Life, watch: Watch, whim?: Whim): void {
  const waiting = new Map<string, Held>()
  const steps = [
    ...life.turns.map(({ minute, reader }) => ({ minute, reader, event: null })),
    ...life.events.map((event) => ({ minute: event.minute, reader: null, event })),
    ...(whim?.idleCalls ?? []).map((minute) => ({ minute, reader: null, event: null })),
  ].sort((a, b) => a.minute - b.minute || rank(a) - rank(b) || (a.event?.item.id ?? '').localeCompare(b.event?.item.id ?? ''))
  let reader = life.turns[0]?.reader as Reader
  let time = readerTime(reader)
  const layout = () => whim === undefined ? time : readerTime(reader)
  const settle = (list: readonly Settled[]) => {
    for (const end of list) {
      const held = waiting.get(end.itemId)
      if (held === undefined) throw new Error(`${end.itemId} ended twice`)
      waiting.delete(end.itemId)
      watch.ended({ ...end, ...held, reader })
    }
  }
  const run = (now: Instant) => {
    const gone = release(asOf(waiting, life, now, whim), reader, now, layout())
    settle(gone.settled)
    keep(waiting, gone.waiting)
  }
  for (const { minute, reader: turned, event } of steps) {
    const now = momentOf(life, minute)
    runUntil(now, waiting, life, run)
    if (turned !== null) {
      reader = turned
      time = readerTime(reader)
      const again = replan(asOf(waiting, life, now, whim), reader, now, layout())
      settle(again.settled)
      keep(waiting, again.waiting)
    } else if (event !== null) {
      const first = whim === undefined ? planner(reader, time)(event.item, now) : planDelivery(event.item, reader, now)
      watch.planned?.(event, first, reader)
      waiting.set(event.item.id, { event, plan: first })
      if (first.when === 'never') settle([{ itemId: event.item.id, outcome: 'withdrawn', at: now, reason: first.reason }])
    } else if (!inOutage(life, now)) run(now)
  }
  runUntil(null, waiting, life, run)
}

/** A turn comes before what arrives in its minute; a call in between comes last. */
function rank({ reader, event }: { reader: Reader | null; event: Event | null }): number {
  return reader !== null ? 0 : event !== null ? 1 : 2
}

/** Runs everything due before a moment, each at its time, or after the outage in which it lies; to the end for null. */
function runUntil(until: Instant | null, waiting: Map<string, Held>, life: Life, run: (now: Instant) => void): void {
  for (let rounds = 0; ; rounds++) {
    const due = nextRelease([...waiting.values()].map(({ event, plan }) => ({ item: event.item, plan, isRead: false, isDeleted: false })))
    const now = due === null ? null : afterOutage(life, due)
    if (now === null || (until !== null && !isBefore(now, until))) return
    if (rounds > 10_000) throw new Error('This life never ends.')
    run(now)
  }
}

function afterOutage(life: Life, at: Instant): Instant {
  return inOutage(life, at) ? momentOf(life, life.outage?.[1] ?? 0) : at
}

export function inOutage(life: Life, at: Instant): boolean {
  const minute = (at.epochMilliseconds - momentOf(life, 0).epochMilliseconds) / MINUTE_MS
  return life.outage !== null && life.outage[0] <= minute && minute < life.outage[1]
}

/** What waits, with what is true at a moment, as the server would load it. */
function asOf(waiting: Map<string, Held>, life: Life, now: Instant, whim?: Whim): Waiting[] {
  const minute = (now.epochMilliseconds - momentOf(life, 0).epochMilliseconds) / MINUTE_MS
  const passed = (at: number | null) => at !== null && at <= minute
  const list = [...waiting.values()].map(({ event, plan }): Waiting => ({
    item: passed(event.lostAt) ? { ...event.item, maySee: false } : event.item,
    plan, isRead: passed(event.readAt), isDeleted: passed(event.deletedAt),
  }))
  return whim === undefined ? list : list.toSorted(() => whim.dice.upTo(3) - 1)
}

function keep(waiting: Map<string, Held>, list: readonly Waiting[]): void {
  for (const { item, plan } of list) {
    const held = waiting.get(item.id)
    if (held === undefined) throw new Error(`${item.id} came out of nowhere`)
    held.plan = plan
  }
}
