/** How long what was deleted can be brought back; then its text is gone. Unit: days. @see docs/decisions/0034-what-is-deleted-is-gone.md */
const KEPT_DAYS = 30
const DAY_H = 24

/** From this moment on it cannot be brought back: thirty times 24 hours later, whatever clocks do meanwhile. */
export const goesAt = (deletedAt: Temporal.Instant): Temporal.Instant => deletedAt.add({ hours: KEPT_DAYS * DAY_H })

/** Whether what was deleted then can still be brought back. */
export const isKept = (deletedAt: Temporal.Instant, now: Temporal.Instant): boolean => Temporal.Instant.compare(now, goesAt(deletedAt)) < 0

/** What was deleted at this moment or before is gone now. */
export const goneSince = (now: Temporal.Instant): Temporal.Instant => now.subtract({ hours: KEPT_DAYS * DAY_H })
