import type { QueryClient } from '@tanstack/react-query'
import { Problem, ProblemError } from '#contract/problem.ts'
import { setServerTime } from '../app/clock.ts'
import { t } from '../ui/words.ts'

const CLOCK = '/dev/clock'

/**
 * Moves the development clock. Everything due on the way has happened when it answers, so all that was read is read again.
 * The clock is no operation of the contract: it exists only where the server was started with one.
 * @throws {ProblemError} with what the server said
 */
export async function moveClock(queries: QueryClient, at: Temporal.Instant): Promise<void> {
  const answer = await fetch(CLOCK, { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify({ at: at.toString() }) })
    .catch(() => undefined)
  if (!answer?.ok) throw new ProblemError(await problemIn(answer))
  const { now } = await answer.json() as { now: string }
  setServerTime(now, false)
  await queries.invalidateQueries()
}

async function problemIn(answer: Response | undefined): Promise<Problem> {
  const parsed = Problem.safeParse(await answer?.json().catch(() => null))
  return parsed.success ? parsed.data : { type: 'about:blank', title: t`The clock did not move.`, status: answer?.status ?? 0, code: 'unexpected', next: t`Check that Longhand is running, and try again.` }
}
