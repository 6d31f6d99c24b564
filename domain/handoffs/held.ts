import type { Instant } from '../time/types.ts'

/**
 * How long an accepted baton stands under what one holds. Nothing ends an accepted baton, so the pile would grow for ever;
 * what was not done within a week has been handed on or stands in a wrap since. Unit: days.
 */
const HELD_DAYS = 7

/** What was accepted from here on is still in the hands of whoever accepted it. */
export const heldFrom = (now: Instant): Instant => now.subtract({ hours: 24 * HELD_DAYS })
