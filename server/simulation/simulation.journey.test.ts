import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { openLanes } from './lanes.test-kit.ts'
import type { Lived } from './live.test-kit.ts'

/** RELIABILITY G12; the issue asks for 200 seeds of 30 days, which the longer run lives. */
const LONG = process.env['LONGHAND_LONG'] === '1'
const SEEDS = Number(process.env['LONGHAND_SEEDS'] ?? (LONG ? 200 : 1))
const FIRST_SEED = Number(process.env['LONGHAND_FIRST_SEED'] ?? 1)
const DAYS = Number(process.env['LONGHAND_DAYS'] ?? (LONG ? 30 : 12))
/** So many lives of so many days are lived twice, to see that a seed is one life. */
const TWICE = Number(process.env['LONGHAND_TWICE'] ?? (LONG ? 20 : 1))
const TWICE_DAYS = Number(process.env['LONGHAND_DAYS'] ?? (LONG ? 30 : 4))
const SLOW_MS = 14_400_000

/** Seeds that failed once, with the days that they need: always lived. */
const { failed } = JSON.parse(readFileSync(join(import.meta.dirname, 'corpus.json'), 'utf8')) as { failed: { seed: number; days: number }[] }

describe.concurrent('a life of a team, from one seed', () => {
  const lived: Lived[] = []
  let lanes: Awaited<ReturnType<typeof openLanes>>
  beforeAll(async () => { lanes = await openLanes(LONG ? availableParallelism() : 1) })
  const once = async (seed: number, days: number, upsideDown = false) => {
    const one = await lanes.live({ seed, days, upsideDown })
    lived.push({ ...one, rows: [] })
    return one
  }
  const seeds = [...failed, ...Array.from({ length: SEEDS }, (_none, index) => ({ seed: FIRST_SEED + index, days: DAYS }))]
  afterAll(() => lanes.close())
  afterAll(() => {
    const sum = (of: (one: Lived) => number) => lived.reduce((all, one) => all + of(one), 0)
    figure({ gate: 'G12', what: `lives of ${DAYS} simulated days, each from its seed`, value: lived.length, wanted: '200', met: lived.length >= 200 })
    figure({ gate: 'G12', what: 'simulated days', value: sum(({ days }) => days), wanted: '6,000', met: sum(({ days }) => days) >= 6000 })
    figure({ gate: 'G12', what: 'things that people did in them', value: sum(({ deeds }) => deeds), wanted: 'many', met: true })
    figure({ gate: 'G12', what: 'promises that did not hold', value: sum(({ faults }) => faults.length), wanted: '0', met: sum(({ faults }) => faults.length) === 0 })
  })

  test.for(seeds)('seed $seed lives $days days and keeps every promise', { timeout: SLOW_MS }, async ({ seed, days }, { expect: here }) => {
    const { faults } = await once(seed, days)
    here(faults, `live it again: npm run simulate -- --seed ${seed} --days ${days}`).toEqual([])
  })

  test(`the same seed is the same life, in every deed, event, item and message, ${TWICE} times`, { timeout: SLOW_MS }, async ({ expect: here }) => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + TWICE; seed += 1) {
      const [first, second] = await Promise.all([once(seed, TWICE_DAYS), once(seed, TWICE_DAYS, true)])
      here(second.told, `seed ${seed}`).toEqual(first.told)
      here(second.rows, `seed ${seed}`).toEqual(first.rows)
      here(second.hash, `seed ${seed}`).toBe(first.hash)
    }
    figure({ gate: 'G12', what: `seeds lived twice for ${TWICE_DAYS} days, the second time with all rows that come in no order in the opposite one: the same deeds, answers, events, items and messages`, value: TWICE, wanted: 'each of them', met: true })
  })
})
