import { expect, test } from 'vitest'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { sizeOf } from '#tools/reliability/size.test-kit.ts'
import { brokenPromises, outcomes } from './promises.test-kit.ts'
import { randomLife } from './random-life.test-kit.ts'

/** One case is one item and its reader; a million of them are promised (RELIABILITY G4), and ten in the long form. */
const ITEMS = 500
const LIVES = sizeOf(20_000, 2_000)
/** Every so many lives are lived twice more, with other orders and batches. */
const TWICE = 50
const EDITS = 3
const SLOW_MS = 3_600_000

test(`nothing that can wait interrupts and nothing is lost in ${LIVES * ITEMS} random cases`, { timeout: SLOW_MS }, () => {
  for (let seed = 1; seed <= LIVES; seed++) expect(brokenPromises(randomLife(seed, ITEMS, EDITS)), `seed ${seed}`).toEqual([])
  figure({ gate: 'G4', what: 'random items in which nothing that can wait interrupts and nothing is lost', value: LIVES * ITEMS, wanted: '≥ 1,000,000', met: LIVES * ITEMS >= 1_000_000 })
})

test(`order and batches change nothing in ${LIVES / TWICE * ITEMS} of them`, { timeout: SLOW_MS }, () => {
  for (let seed = 1; seed <= LIVES / TWICE; seed++) {
    const life = randomLife(seed, ITEMS, EDITS)
    expect(outcomes(life, seed), `seed ${seed}`).toEqual(outcomes(life, null))
  }
  figure({ gate: 'G4', what: 'of them planned again in another order and other batches, alike', value: LIVES / TWICE * ITEMS, wanted: 'all', met: true })
})
