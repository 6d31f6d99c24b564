/** Stands in an answer that is given again: when the server gave it, as an ISO instant. */
export const KEPT_AT = 'x-longhand-kept-at'
