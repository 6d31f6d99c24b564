/** Kinds of timers: plan what was told, and let go of what is due for one reader. */
export const PLAN = 'attention.plan'
export const RELEASE = 'attention.release'
