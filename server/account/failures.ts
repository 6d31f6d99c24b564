import { createHash } from 'node:crypto'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { elapsedMs } from '#server/platform/clock.ts'

/** Wrong passwords that one account takes before the next must wait, from however many addresses they come. */
const WRONG_MAX = 10
/** How long wrong passwords are remembered. Unit: ms. */
const REMEMBERED_MS = 15 * 60_000
/** Most accounts remembered; the oldest are forgotten first, so that made-up addresses cannot fill the memory. */
const ACCOUNTS_MAX = 10_000

type Count = { wrong: number; since: number }

export type Failures = { check(email: string): void; wrong(email: string): void; right(email: string): void }

/**
 * Counts wrong passwords by account, in this process. Refused tries roll back what they wrote, so the count cannot live
 * in the database; with several processes each has its own, which multiplies the limit by their number and no more.
 * Counted in real time, since a clock that stands would never forgive. A sign-in link always works.
 */
export function countFailures(elapsed: () => number = elapsedMs): Failures {
  const counts = new Map<string, Count>()
  const keyOf = (email: string) => createHash('sha256').update(email.toLowerCase()).digest('base64')
  const current = (key: string) => {
    const count = counts.get(key)
    return count && elapsed() - count.since < REMEMBERED_MS ? count : undefined
  }
  return {
    check(email) {
      if ((current(keyOf(email))?.wrong ?? 0) < WRONG_MAX) return
      throw new Refusal('too_many', said`Too many wrong passwords for this account.`, said`Wait a quarter of an hour, or come in by a sign-in link.`)
    },
    wrong(email) {
      const key = keyOf(email)
      const count = current(key) ?? { wrong: 0, since: elapsed() }
      counts.delete(key)
      counts.set(key, { ...count, wrong: count.wrong + 1 })
      const [oldest] = counts.keys()
      if (counts.size > ACCOUNTS_MAX && oldest !== undefined) counts.delete(oldest)
    },
    right(email) { counts.delete(keyOf(email)) },
  }
}
