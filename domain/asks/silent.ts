import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'
import { isBefore } from '../time/spans.ts'
import type { Instant } from '../time/types.ts'
import type { Ask } from './ask.ts'
import { isDue } from './change-ask.ts'
import { silenceOf } from './kinds.ts'

/*
 * The rules of silence, in one place:
 * - Silence counts only where the asker wrote what it means ("no reply by Thursday = go"), and for `fyi`, whose silence
 *   means that there are no concerns.
 * - It counts at the shown due time, opened or not. A due time is never shown that leaves the answerer less than an hour
 *   of their own working time to read it (`READ_FIRST_MINUTES`), and it stands still in focus, holidays, absences and
 *   while a question is with the asker; so at that time they have had their chance.
 * - Any sign of life stops it: a question stops the clock, an answer or a decline settles it. Opening it does not.
 * - Somebody who left is not silent: an ask that loses its answerer becomes overdue instead.
 * - Urgent asks cannot be answered by silence (`checkAsk`). A choice that cannot be undone belongs into a decision, which
 *   knows one-way doors; an ask does not, and its composer says so (`SILENCE_HINT`).
 */

/** Said beside the field for the silent default. */
export const SILENCE_HINT = said`Use silence for what can be undone. What cannot be undone needs a decision.`

/** When silence will have answered; null where it says nothing, and while the clock stands still. */
export function silentAt(ask: Ask): Instant | null {
  return silenceOf(ask) === null || ask.clock.runningSince === null ? null : ask.clock.dueAt
}

/** Whether silence has answered an ask by now. */
export const isSilent = (ask: Ask, now: Instant): boolean => silenceOf(ask) !== null && isDue(ask, now)

/**
 * Checks an answer that comes after all, so that the page can say why it is too late.
 * @throws {Refusal} `conflict` when silence has answered
 */
export function checkNotSilent(ask: Ask, now: Instant): void {
  const at = silentAt(ask)
  if (at === null || isBefore(now, at)) return
  throw new Refusal('conflict', said`Silence counted as an answer: ${silenceOf(ask) ?? ''}`, said`Add what you have to say as a reply; the asker can ask again.`)
}
