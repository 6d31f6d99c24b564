import { Refusal } from '../refusal.ts'
import { ENGLISH, inWords, said } from '../words/said.ts'
import type { Words } from '../words/said.ts'
import { clockThere } from '../asks/moment-words.ts'
import { withYear } from '../pages/truth.ts'
import { localDate } from '../time/local.ts'
import { durationWords } from '../time/time-words.ts'
import type { Instant } from '../time/types.ts'

export type RunState = 'running' | 'finished' | 'abandoned'
/** A run as far as its one line depends on it. */
export type RunFacts = {
  readonly state: RunState
  readonly steps: number; readonly done: number; readonly skipped: number
  readonly holderName: string; readonly startedAt: Instant
  readonly endedAt: Instant | null; readonly endedByName: string | null
}
const MINUTE_MS = 60_000

/** From start to end, or until now. Unit: min. */
export const minutesOf = ({ startedAt, endedAt }: Pick<RunFacts, 'startedAt' | 'endedAt'>, now: Instant): number =>
  Math.max(0, Math.round(((endedAt ?? now).epochMilliseconds - startedAt.epochMilliseconds) / MINUTE_MS))

/**
 * How far a run is, who has it, since when.
 * @example '4 of 7 steps done; Mei has it, since 09:12.', 'Finished by Mei on 3 March, after 42 min; 1 step skipped.'
 */
export function runStatus(run: RunFacts, { zone, now, words = ENGLISH }: { zone: string; now: Instant; words?: Words }): string {
  const skipped = run.skipped === 0 ? '' : run.skipped === 1 ? said`; 1 step skipped` : said`; ${run.skipped} steps skipped`
  if (run.state === 'running') {
    const since = clockThere(run.startedAt, zone, now, words)
    return inWords(run.steps === 1 ? said`${run.done} of 1 step done${skipped}; ${run.holderName} has it, since ${since}.` : said`${run.done} of ${run.steps} steps done${skipped}; ${run.holderName} has it, since ${since}.`, words)
  }
  const on = withYear(localDate(run.endedAt ?? now, zone), localDate(now, zone), words)
  const [by, long] = [run.endedByName ?? said`somebody who left`, durationWords(minutesOf(run, now))]
  return inWords(run.state === 'finished' ? said`Finished by ${by} on ${on}, after ${long}${skipped}.` : said`Abandoned by ${by} on ${on}, after ${long}${skipped}.`, words)
}

/**
 * Whether a run may be finished: every step is ticked or skipped.
 * @param open places of the steps that are neither, from 1
 * @throws {Refusal} `conflict` that names them
 */
export function checkFinish(open: readonly number[]): void {
  if (open.length === 0) return
  const NAMED_MAX = 5
  const named = open.slice(0, NAMED_MAX).map(String)
  const why = open.length === 1 ? said`Step ${named.join('')} is neither ticked nor skipped.`
    : open.length > NAMED_MAX ? said`Steps ${named.join(', ')} and ${open.length - NAMED_MAX} more are neither ticked nor skipped.`
    : said`Steps ${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''} are neither ticked nor skipped.`
  throw new Refusal('conflict', why, said`Tick what was done, and skip the rest with a reason.`)
}
