import { absenceAt } from '../time/cover.ts'
import { isBefore } from '../time/spans.ts'
import type { Instant } from '../time/types.ts'
import { digestWithoutWork } from './digest.ts'
import { readerTime } from './reader-time.ts'
import type { ReaderTime } from './reader-time.ts'
import type { Item, Plan, Reader, Reason, ReasonCode } from './types.ts'

/**
 * When one item reaches one reader, and why. Nothing that is not urgent arrives in a focus, outside working time or in
 * an absence: what is asked of the reader, names them or lies in what they follow waits for their next window; the rest
 * waits for the digest. The same item, reader and `now` always give the same plan, whatever else waits.
 *
 * @param now the plan is for this moment or later, also when `item.at` has passed
 * @see PRODUCT room 5; RELIABILITY G4
 */
export function planDelivery(item: Item, reader: Reader, now: Instant): Plan {
  return planner(reader)(item, now)
}

/** `planDelivery` for many items of one reader, laying out their time only once. */
export function planner(reader: Reader, time: ReaderTime = readerTime(reader)): (item: Item, now: Instant) => Plan {
  return (item, now) => {
    const never = neverReason(item, reader.active)
    if (never !== null) return notAtAll(never)
    const ready = isBefore(item.at, now) ? now : item.at
    if (item.urgent) return { when: 'now', at: ready, reason: reason('urgent', { clause: reader.clauses.urgent }), flagged: false }
    const muted = runningMute(item, ready)
    return waiting(item, muted ?? ready, muted === null ? null : reason('timed_mute', { until: muted }), reader, time)
  }
}

/** A plan for what never reaches the reader. */
function notAtAll(code: ReasonCode): Plan {
  return { when: 'never', at: null, reason: reason(code), flagged: false }
}

/** Why an item must not reach this reader any more; rights come before everything, also before urgency. */
export function neverReason({ maySee, standing, urgent }: Item, active: boolean): ReasonCode | null {
  if (!active) return 'deactivated'
  if (!maySee) return 'lost_access'
  return standing === 'muted' && !urgent ? 'muted' : null
}

/** What is asked of somebody, or names them, passes a mute. */
function isDirect({ standing }: Item): boolean {
  return standing === 'asked' || standing === 'mentioned'
}

/** When the mute ends that holds an item at a moment; null when none does. */
export function runningMute(item: Item, ready: Instant): Instant | null {
  const { mutedUntil: until } = item
  return until !== null && !isDirect(item) && isBefore(ready, until) ? until : null
}

function waiting(item: Item, ready: Instant, held: Reason | null, reader: Reader, time: ReaderTime): Plan {
  const inWindow = isDirect(item) || (item.standing === 'following' && !item.quiet)
  const at = inWindow ? time.nextWindow(ready) : time.nextDigest(ready)
  if (at === null) {
    return { when: 'digest', at: digestWithoutWork(reader, ready, time), reason: held ?? reason('no_working_time', { clause: reader.clauses.hours }), flagged: true }
  }
  if (!inWindow) return { when: 'digest', at, reason: held ?? reason('for_digest', { until: at }), flagged: false }
  const moment = time.momentAt(at)
  const why = { ...held ?? holding(ready, at, reader, time), moment }
  if (moment !== 'focus_end') return { when: 'window', at, reason: why, flagged: false }
  return { when: 'focus_end', at, reason: { ...why, focus: time.focusEndingAt(at) }, flagged: false }
}

/** What holds an item at the moment from which it might leave. */
function holding(ready: Instant, at: Instant, { calendar, clauses }: Reader, time: ReaderTime): Reason {
  const away = absenceAt(ready, calendar)
  if (away !== null) return reason('away', { until: away.end, clause: clauses.hours })
  if (!time.isWorking(ready)) return reason('off_hours', { until: time.nextWorking(ready), clause: clauses.hours })
  const focus = time.focusAt(ready)
  if (focus !== null) return reason('in_focus', { until: focus.end, clause: clauses.focus })
  return reason('next_window', { until: at })
}

/** A reason with what is known of it; the rest is null. */
export function reason(code: ReasonCode, known: Partial<Omit<Reason, 'code'>> = {}): Reason {
  return { code, until: null, clause: null, moment: null, focus: null, ...known }
}
