import { Worker } from 'node:worker_threads'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { sizeOf } from '#tools/reliability/size.test-kit.ts'
import { expect, test } from 'vitest'
import type { Asked, Came } from './parsers-in-thread.test-kit.ts'

/** RELIABILITY G16: mutated files, over all parsers. `LONGHAND_SEED` begins elsewhere than the last run. */
const CASES = sizeOf(1_000_000, 1500)
const SEED = Number(process.env['LONGHAND_SEED'] ?? 1)
/** So many are read by one thread, so that what one leaves behind does not add up over a long run. */
const A_THREAD = 25_000
/** All that parsers may hold at once; a thread that needs more ends. Units: MB. */
const [MEMORY_MB, SCRATCH_MB] = [224, 32]
const SLOW_MS = sizeOf(14_400_000, 120_000)

function inThread(asked: Asked): Promise<Came> {
  const worker = new Worker(new URL('./parsers-in-thread.test-kit.ts', import.meta.url), { workerData: asked, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: SCRATCH_MB }, stdout: true, stderr: true })
  return new Promise((done, fail) => {
    worker.once('message', done)
    worker.once('error', fail)
    worker.once('exit', () => { fail(new Error(`The thread of seed ${asked.seed} ended without a word.`)) })
  })
}

test(`${CASES} mutated files are read or refused, by every parser, in time and memory that fit their size`, { timeout: SLOW_MS }, async () => {
  const came: Came[] = []
  for (let done = 0; done < CASES; done += A_THREAD) came.push(await inThread({ seed: SEED + done, cases: Math.min(A_THREAD, CASES - done) }))
  const sum = (of: (one: Came) => number) => came.reduce((all, one) => all + of(one), 0)
  const wrong = came.flatMap((one) => one.wrong)
  figure({ gate: 'G16', what: `mutated files read by ${came[0]?.parsers.length ?? 0} parsers: ${came[0]?.parsers.join(', ') ?? ''}`, value: sum(({ cases }) => cases), wanted: '1,000,000', met: CASES >= 1_000_000 })
  figure({ gate: 'G16', what: 'of them that were refused in words; the others were read', value: sum(({ refused }) => refused), wanted: '', met: true })
  figure({ gate: 'G16', what: `of them that made a parser fall over, take a second, or need more than ${MEMORY_MB + SCRATCH_MB} MB`, value: wrong.length, wanted: '0', met: wrong.length === 0 })
  figure({ gate: 'G16', what: 'longest that one of them took, up to 64 kB each', value: Math.round(Math.max(...came.map(({ slowestMs }) => slowestMs))), unit: 'ms', wanted: '≤ 1,000 ms', met: wrong.length === 0 })
  expect(wrong).toEqual([])
  expect(sum(({ taken }) => taken)).toBeGreaterThan(CASES / 4)
})
