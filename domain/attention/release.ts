import { isBefore } from '../time/spans.ts'
import type { Instant } from '../time/types.ts'
import { reachesWithoutWork } from './digest.ts'
import { neverReason, planner, reason, runningMute } from './plan.ts'
import { readerTime } from './reader-time.ts'
import type { ReaderTime } from './reader-time.ts'
import type { Item, Plan, Reader, Reason } from './types.ts'

/** An item that has not left yet, with its stored plan and what is true of it at this moment. */
export type Waiting = { readonly item: Item; readonly plan: Plan; readonly isRead: boolean; readonly isDeleted: boolean }

/** How an item ended. Each one that came in ends in exactly one of these ways, once, with its reason. */
export type Settled = { readonly itemId: string; readonly outcome: 'delivered' | 'digested' | 'read' | 'withdrawn'; readonly at: Instant; readonly reason: Reason }

/** What leaves of one conversation, as one message; oldest first. */
export type Bundle = { readonly conversation: string; readonly items: readonly Item[] }

export type Release = {
  /** Leaves at once, whatever the hour. */
  readonly urgent: readonly Bundle[]
  /** The batch of a window or of the end of a focus. */
  readonly batch: readonly Bundle[]
  readonly digest: readonly Bundle[]
  /** Everything that ended now: what stands in the bundles, what was read meanwhile and what was withdrawn. */
  readonly settled: readonly Settled[]
  /** What goes on waiting; some may have a new plan. */
  readonly waiting: readonly Waiting[]
}

/**
 * Lets go of what is due for one reader, in one batch and by conversation. What was read meanwhile is not sent, what the
 * reader may not see any more is withdrawn, and what is due while they are in focus or away (because this runs late)
 * gets a new plan. The order of `waiting` does not matter.
 *
 * @param time the layout of this very reader, where it is at hand
 */
export function release(waiting: readonly Waiting[], reader: Reader, now: Instant, time: ReaderTime = readerTime(reader)): Release {
  const plan = planner(reader, time)
  const ended = endedOf(waiting, reader, now)
  const passed = new Set(ended.waiting.filter((one) => one.plan.at === null || !isBefore(now, one.plan.at)))
  const leaving = [...passed].filter((one) => mayLeave(one, reader, now, time)).toSorted(byTime)
  for (const one of leaving) passed.delete(one)
  const gone = new Set(leaving)
  const bundled = (of: (one: Waiting) => boolean) => bundles(leaving.filter(of).map(({ item }) => item))
  return {
    urgent: bundled(({ item }) => item.urgent),
    batch: bundled((one) => !one.item.urgent && one.plan.when !== 'digest'),
    digest: bundled((one) => !one.item.urgent && one.plan.when === 'digest'),
    settled: [...ended.settled, ...leaving.map((one) => left(one, now))],
    waiting: ended.waiting.filter((one) => !gone.has(one))
      .map((one) => passed.has(one) ? { ...one, plan: planAgain(one, reader, now, plan, time) } : one),
  }
}

/**
 * Plans everything that waits for one reader again, after their focus, hours, absences, windows, mutes or rights
 * changed. What became due stays due. What waited for a focus that was cut short leaves now, or as soon as they work.
 * Doing it twice, or when nothing changed, changes nothing.
 */
export function replan(
  waiting: readonly Waiting[], reader: Reader, now: Instant, time: ReaderTime = readerTime(reader),
): Pick<Release, 'waiting' | 'settled'> {
  const plan = planner(reader, time)
  const { settled, waiting: still } = endedOf(waiting, reader, now)
  return { settled, waiting: still.map((one) => ({ ...one, plan: planAgain(one, reader, now, plan, time) })) }
}

/** When the first of the waiting items is due; null when nothing waits. */
export function nextRelease(waiting: readonly Waiting[]): Instant | null {
  return waiting.reduce<Instant | null>((first, { plan: { at } }) => at !== null && (first === null || isBefore(at, first)) ? at : first, null)
}

/** Parts what was read, deleted or may not be seen any more from what goes on waiting. */
function endedOf(waiting: readonly Waiting[], reader: Reader, now: Instant): Pick<Release, 'waiting' | 'settled'> {
  const settled = waiting.map((one) => endOf(one, reader, now))
  return { settled: settled.filter((end) => end !== null), waiting: waiting.filter((_, index) => settled[index] === null) }
}

function left({ item, plan }: Waiting, now: Instant): Settled {
  return { itemId: item.id, outcome: plan.when === 'digest' ? 'digested' : 'delivered', at: now, reason: plan.reason }
}

function endOf({ item, isRead, isDeleted }: Waiting, reader: Reader, now: Instant): Settled | null {
  if (isRead) return { itemId: item.id, outcome: 'read', at: now, reason: reason('read') }
  const never = isDeleted ? 'deleted' : neverReason(item, reader.active)
  return never === null ? null : { itemId: item.id, outcome: 'withdrawn', at: now, reason: reason(never) }
}

function planAgain(one: Waiting, reader: Reader, now: Instant, plan: ReturnType<typeof planner>, time: ReaderTime): Plan {
  const isDue = one.plan.at !== null && !isBefore(now, one.plan.at)
  if (isDue && mayLeave(one, reader, now, time)) return one.plan
  const fresh = plan(one.item, now)
  const code = isDue ? 'late' : catchesUp(one, now, time)
  const at = time.nextOpen(now)
  if (code === null || at === null || fresh.when === 'never' || fresh.when === 'now' || runningMute(one.item, now) !== null) return fresh
  const when = one.plan.when === 'digest' ? 'digest' : 'window'
  return { when, at, reason: reason(code, { clause: reader.clauses.focus, moment: when === 'digest' ? null : time.momentAt(at) }), flagged: false }
}

/** Whether a passed item leaves at this moment. */
function mayLeave({ item, plan }: Waiting, reader: Reader, now: Instant, time: ReaderTime): boolean {
  if (plan.when === 'never' || (!item.urgent && runningMute(item, now) !== null)) return false
  if (item.urgent || time.isOpen(now)) return true
  return plan.flagged && time.nextOpen(now) === null && reachesWithoutWork(reader.calendar, now, time)
}

/** What should have left before, and only waits for the reader to be at work and out of focus. */
function catchesUp(one: Waiting, now: Instant, time: ReaderTime): 'late' | 'focus_ended' | null {
  const { code } = one.plan.reason
  if (code === 'late' || code === 'focus_ended') return code
  return lostItsFocus(one, now, time) ? 'focus_ended' : null
}

/** Whether it waits for the end of a focus that had begun and is gone. */
function lostItsFocus({ plan: { reason: { focus } } }: Waiting, now: Instant, time: ReaderTime): boolean {
  return focus !== null && !isBefore(now, focus.start) && time.focusAt(now) === null
}

function bundles(items: readonly Item[]): Bundle[] {
  const byConversation = Map.groupBy(items, ({ conversation }) => conversation)
  return [...byConversation].map(([conversation, inOrder]) => ({ conversation, items: inOrder }))
}

function byTime({ item: a }: Waiting, { item: b }: Waiting): number {
  return a.at.epochMilliseconds - b.at.epochMilliseconds || (a.id < b.id ? -1 : 1)
}
