/** Kinds of timers, one each an ask. */
export const TIMERS = { due: 'ask.due', silent: 'ask.silent', cover: 'ask.cover', escalate: 'ask.escalate', urgent: 'ask.urgent', owed: 'ask.owed' } as const

/** What people are told of: the ask itself, the question that came back, its clarification, the answer, and how it stands. */
export const ASKED = 'asks.asked'
export const QUESTION = 'asks.question'
export const CLARIFIED = 'asks.clarified'
export const ANSWER = 'asks.answer'
export const STATE = 'asks.state'
