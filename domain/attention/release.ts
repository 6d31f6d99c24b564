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
 */
export function release(waiting: readonly Waiting[], reader: Reader, now: Instant): Release {
  const time = readerTime(reader)
  const replanned = replan(waiting, reader, now)
  const leaving = replanned.waiting.filter((one) => isDue(one, now) && mayLeave(one, reader, now, time)).toSorted(byTime)
  const ended = leaving.map(({ item, plan }): Settled => ({
    itemId: item.id, outcome: plan.when === 'digest' ? 'digested' : 'delivered', at: now, reason: plan.reason,
  }))
  const bundled = (of: (one: Waiting) => boolean) => bundles(leaving.filter(of).map(({ item }) => item))
  return {
    urgent: bundled(({ item }) => item.urgent),
    batch: bundled(({ item, plan }) => !item.urgent && plan.when !== 'digest'),
    digest: bundled(({ item, plan }) => !item.urgent && plan.when === 'digest'),
    settled: [...replanned.settled, ...ended],
    waiting: replanned.waiting.filter((one) => !leaving.includes(one)),
  }
}

/**
 * Plans everything that waits for one reader again, after their focus, hours, absences, windows, mutes or rights
 * changed. What became due stays due. What waited for a focus that was cut short leaves now, or as soon as they work.
 * Doing it twice, or when nothing changed, changes nothing.
 */
export function replan(waiting: readonly Waiting[], reader: Reader, now: Instant): Pick<Release, 'waiting' | 'settled'> {
  const settled: Settled[] = []
  const still: Waiting[] = []
  const plan = planner(reader)
  const time = readerTime(reader)
  for (const one of waiting) {
    const ended = endOf(one, reader, now)
    if (ended === null) still.push({ ...one, plan: planAgain(one, reader, now, plan, time) })
    else settled.push(ended)
  }
  return { settled, waiting: still }
}

/** When the first of the waiting items is due; null when nothing waits. */
export function nextRelease(waiting: readonly Waiting[]): Instant | null {
  return waiting.reduce<Instant | null>((first, { plan: { at } }) => at !== null && (first === null || isBefore(at, first)) ? at : first, null)
}

function endOf({ item, isRead, isDeleted }: Waiting, reader: Reader, now: Instant): Settled | null {
  if (isRead) return { itemId: item.id, outcome: 'read', at: now, reason: reason('read') }
  const never = isDeleted ? 'deleted' : neverReason(item, reader.active)
  return never === null ? null : { itemId: item.id, outcome: 'withdrawn', at: now, reason: reason(never) }
}

function planAgain(one: Waiting, reader: Reader, now: Instant, plan: ReturnType<typeof planner>, time: ReaderTime): Plan {
  const due = isDue(one, now)
  if (due && mayLeave(one, reader, now, time)) return one.plan
  const fresh = plan(one.item, now)
  if (!due && !lostItsFocus(one, now, time)) return fresh
  const at = time.nextOpen(now)
  if (at === null || fresh.when === 'never' || fresh.when === 'now') return fresh
  const when = fresh.when === 'digest' ? 'digest' : 'window'
  return { when, at, reason: reason(due ? 'late' : 'focus_ended', { clause: reader.clauses.focus, moment: time.momentAt(at) }), flagged: false }
}

function isDue({ item, plan }: Waiting, now: Instant): boolean {
  return plan.at !== null && !isBefore(now, plan.at) && (item.urgent || runningMute(item, now) === null)
}

function mayLeave({ item, plan }: Waiting, reader: Reader, now: Instant, time: ReaderTime): boolean {
  if (item.urgent || time.isOpen(now)) return true
  return plan.flagged && time.nextOpen(now) === null && reachesWithoutWork(reader, now)
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
