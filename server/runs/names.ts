/** Timers of this room: the turn of a schedule begins; nobody has started it in time. */
export const TIMERS = { turn: 'run.turn', late: 'run.late' } as const

/** Sources of inbox items; both oblige. `HANDED`: a run was given into somebody's hands. `TURN`: it is their turn to run a page. */
export const HANDED = 'runs.handed'
export const TURN = 'runs.turn'
