import { absenceAt } from '../time/cover.ts'
import { isWorking, nextWorkingMoment } from '../time/next-working-moment.ts'
import { contains } from '../time/spans.ts'
import type { Instant } from '../time/types.ts'
import type { Ask } from './ask.ts'
import { OPEN_STATES } from './ask-table.ts'
import { clockTime } from './reader.ts'
import type { Reader } from './reader.ts'
import { unlessNoWork } from './unless-no-work.ts'

/** Why a clock stands still now, and until when as far as the calendar knows; null until while it depends on a person. */
export type Still = { readonly why: 'question' | 'focus' | 'away' | 'off'; readonly until: Instant | null }

/**
 * Whether the clock of an open ask counts at this moment.
 * @param answerer whose clock it is
 * @returns null while it counts, and when there is nothing to count any more
 */
export function whyStill(ask: Pick<Ask, 'state' | 'urgent' | 'clock'>, answerer: Reader, stopsInFocus: boolean, now: Instant): Still | null {
  if (!OPEN_STATES.has(ask.state) || ask.state === 'overdue' || ask.state === 'escalated') return null
  if (ask.state === 'question_back') return { why: 'question', until: null }
  if (ask.clock.term.kind === 'minutes' || ask.clock.term.kind === 'chosen') return null
  const { working, counted } = clockTime(answerer, { urgent: ask.urgent, stopsInFocus })
  if (isWorking(now, counted)) return null
  const until = unlessNoWork(() => nextWorkingMoment(now, counted))
  if (absenceAt(now, working) !== null) return { why: 'away', until }
  return { why: isWorking(now, working) && answerer.focus.some((span) => contains(span, now)) ? 'focus' : 'off', until }
}
