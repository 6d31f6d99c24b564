import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { UsageError } from '#cli/errors.ts'
import { Refusal } from '#domain/refusal.ts'
import { diceFrom } from '#domain/time/dice.test-kit.ts'
import { mutated } from './mutations.test-kit.ts'
import { parsers } from './parsers.test-kit.ts'
import type { Parser } from './parsers.test-kit.ts'

/** `cases` mutated files, spread over all parsers, from the seed on. */
export type Asked = { seed: number; cases: number }
/** What came of them: `wrong` says which seed of which parser did what. */
export type Came = { parsers: string[]; cases: number; taken: number; refused: number; slowestMs: number; wrong: string[] }

/** A file of 64 kB, however it is made, takes no longer; a text that is read in more than linear time takes seconds. Processor time. Unit: ms. */
const SLOW_MS = 1000
/** How often something slow is asked again before it counts: the machine does other things too. */
const TRIES = 3
const WRONG_MAX = 20
const US_A_MS = 1000

async function outcome(parser: Parser, bytes: Buffer, scratch: string): Promise<'taken' | 'refused' | Error> {
  try {
    await parser.read(bytes, scratch)
    return 'taken'
  } catch (error) {
    if (error instanceof Refusal || error instanceof UsageError || parser.mayThrow === true) return 'refused'
    return error instanceof Error ? error : new Error(String(error))
  }
}

async function run({ seed, cases }: Asked): Promise<Came> {
  const all = await parsers()
  const scratch = mkdtempSync(join(tmpdir(), 'longhand-fuzz-'))
  const came: Came = { parsers: all.map(({ name }) => name), cases, taken: 0, refused: 0, slowestMs: 0, wrong: [] }
  for (let number = 0; number < cases && came.wrong.length < WRONG_MAX; number += 1) {
    const parser = all[number % all.length] as Parser
    const dice = diceFrom(seed + number)
    const bytes = mutated(dice.pick(parser.fixtures), { dice, words: parser.words, others: parser.fixtures })
    let [least, result] = [Number.POSITIVE_INFINITY, await timed(parser, bytes, scratch)]
    for (let tries = 1; result.ms > SLOW_MS && tries < TRIES; tries += 1) { least = Math.min(least, result.ms); result = await timed(parser, bytes, scratch) }
    least = Math.min(least, result.ms)
    came.slowestMs = Math.max(came.slowestMs, least)
    if (result.said instanceof Error) came.wrong.push(`${parser.name}, seed ${seed + number}: ${result.said.stack?.split('\n').slice(0, 4).join(' ') ?? result.said.message}`)
    else came[result.said] += 1
    if (least > SLOW_MS) came.wrong.push(`${parser.name}, seed ${seed + number}: ${Math.round(least)} ms for ${bytes.length} bytes`)
  }
  rmSync(scratch, { recursive: true, force: true })
  return came
}

/** By what the processor needed, which does not depend on what else the machine does. */
async function timed(parser: Parser, bytes: Buffer, scratch: string): Promise<{ said: Awaited<ReturnType<typeof outcome>>; ms: number }> {
  const began = process.threadCpuUsage()
  const said = await outcome(parser, bytes, scratch)
  return { said, ms: process.threadCpuUsage(began).user / US_A_MS }
}

parentPort?.postMessage(await run(workerData as Asked))
