import { Refusal } from '#domain/refusal.ts'
import { amount, said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import { elapsedMs } from '../clock.ts'
import { TryCounter } from './try-counter.ts'

/** Too much in too short a time, and when to go on. */
export class TooMany extends Refusal {
  /** Unit: seconds. */
  readonly retryAfter: number
  constructor(message: Said, next: Said, retryAfter: number) {
    super('too_many', message, next)
    this.retryAfter = retryAfter
  }
}

/** What is counted together. Unit: ms. */
const MINUTE = 60_000

/** Counts what each person changes, by whatever session or token, in this process; several processes multiply the limit by their number and no more. */
export type WriteLimit = {
  /** @throws {TooMany} once a person has changed as much within a minute as anybody may */
  count(personId: string): void
}

/** So that a script that runs away, or a token that leaked, does not take the server from everybody else. */
export function limitWrites(perMinute: number, elapsed: () => number = elapsedMs): WriteLimit {
  const counter = new TryCounter(undefined, elapsed)
  return {
    count(personId) {
      counter.incr(personId, (_error, counted) => {
        if ((counted?.current ?? 0) <= perMinute) return
        const seconds = Math.ceil((counted?.ttl ?? MINUTE) / 1000)
        throw new TooMany(said`You have changed more than ${perMinute} things within a minute.`, said`Go on in ${amount(seconds, 'second', 'seconds')}; a script should rest between what it sends.`, seconds)
      }, MINUTE)
    },
  }
}
