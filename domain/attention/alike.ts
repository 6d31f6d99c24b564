import { calendarKey } from '../time/alike.ts'
import { planner } from './plan.ts'
import type { Instant } from '../time/types.ts'
import type { Item, Plan, Reader } from './types.ts'

/** What an item is to a reader; everything else of a plan is the same for all of them. */
type Towards = Pick<Item, 'standing' | 'maySee'>

/**
 * Plans one item for many readers. Time is laid out once for all who work, focus and read alike, and they share their
 * plans: most of a space keeps the same few weeks, so that telling two hundred people takes a dozen layouts.
 *
 * @returns a plan for one reader, the same as `planDelivery` gives
 */
export function planForMany(item: Omit<Item, keyof Towards>, now: Instant): (reader: Reader, towards: Towards) => Plan {
  const planners = new Map<string, ReturnType<typeof planner>>()
  const plans = new Map<string, Plan>()
  return (reader, towards) => {
    const who = readerKey(reader)
    const plan = planners.get(who) ?? planner(reader)
    planners.set(who, plan)
    const key = `${towards.standing} ${towards.maySee} ${who}`
    const known = plans.get(key) ?? plan({ ...item, ...towards }, now)
    plans.set(key, known)
    return known
  }
}

/** The same text for readers of whom the planner knows the same. */
function readerKey({ calendar, focus, windows, digest, active, clauses }: Reader): string {
  const blocks = focus.map((block) => ({ ...block, id: '' }))
  return JSON.stringify([calendarKey(calendar), blocks, windows, digest, active, clauses])
}
