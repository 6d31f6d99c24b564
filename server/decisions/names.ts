/** Timers of this room. */
export const TIMERS = { deadline: 'decision.deadline', expire: 'decision.expire', review: 'decision.review' } as const

/** Sources of inbox items, each with who it obliges: `asked` for a position, `sign` the accountable, `state` nobody, `mind` whoever minds a record. */
export const ASKED = 'decisions.asked'
export const SIGN = 'decisions.sign'
export const STATE = 'decisions.state'
export const MIND = 'decisions.mind'
/** A remark on a passage, for the author of the decision and whoever it answers. */
export const REMARK = 'decisions.remark'
