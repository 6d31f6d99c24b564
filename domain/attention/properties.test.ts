import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planDelivery } from './plan.ts'
import { brokenPromises, outcomes } from './promises.test-kit.ts'
import { momentOf, randomLife } from './random-life.test-kit.ts'
import { replan } from './release.ts'
import type { Reader } from './types.ts'

/* A few short lives that shrink; never-interrupts.twin.test.ts lives a million cases. */
const RUNS = { numRuns: 25 }
const life = fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 4 }))
  .map(([seed, items, edits]) => ({ seed, items, edits }))

test('no promise of the planner is broken (G4 a to d and f)', () => {
  fc.assert(fc.property(life, ({ seed, items, edits }) => {
    expect(brokenPromises(randomLife(seed, items, edits))).toEqual([])
  }), RUNS)
})

test('order and batches change no outcome (G4 e)', () => {
  fc.assert(fc.property(life, ({ seed, items, edits }) => {
    const lived = randomLife(seed, items, edits)
    expect(outcomes(lived, seed)).toEqual(outcomes(lived, null))
  }), { numRuns: 8 })
})

test('planning again at the same moment, once or twice, gives the same', () => {
  fc.assert(fc.property(life, ({ seed, items }) => {
    const lived = randomLife(seed, items, 1)
    const [before, after] = lived.turns.map(({ reader }) => reader) as [Reader, Reader]
    const now = momentOf(lived, lived.turns[1]?.minute ?? 0)
    const waiting = lived.events.map(({ item }) => ({ item, plan: planDelivery(item, before, item.at), isRead: false, isDeleted: false }))
    const once = replan(waiting, after, now).waiting
    expect(replan(once, after, now)).toEqual({ settled: [], waiting: once })
  }), RUNS)
})

test('a later item of the same kind never arrives before an earlier one', () => {
  fc.assert(fc.property(life, ({ seed, items }) => {
    const lived = randomLife(seed, items, 0)
    const reader = lived.turns[0]?.reader as Reader
    const arrivals = lived.events.map(({ item }) => planDelivery({ ...item, standing: 'asked', urgent: false, maySee: true }, reader, item.at))
    const inOrder = lived.events.map((event, index) => ({ sent: event.minute, arrives: arrivals[index]?.at?.epochMilliseconds ?? 0, flagged: arrivals[index]?.flagged }))
      .filter(({ flagged }) => flagged === false).sort((a, b) => a.sent - b.sent).map(({ arrives }) => arrives)
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b))
  }), RUNS)
})
