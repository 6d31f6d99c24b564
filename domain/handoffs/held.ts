import type { Instant } from '../time/types.ts'

/**
 * How long an accepted baton stands under what one holds unless it is said to be done. Who forgets to say so would see the pile
 * grow for ever; what was not done within a week has been handed on or stands in a wrap since. Unit: days.
 */
const HELD_DAYS = 7

/** What was accepted from here on, and is not done, is still in the hands of whoever accepted it. */
export const heldFrom = (now: Instant): Instant => now.subtract({ hours: 24 * HELD_DAYS })
