import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'

export const BATON_STATES = ['offered', 'returned', 'accepted', 'lapsed', 'unowned', 'withdrawn', 'done'] as const
/** `lapsed`: it went to the cover and waits there. `unowned`: nobody took it, and the alarm has been raised. `done`: who held it said so. */
export type BatonState = (typeof BATON_STATES)[number]

export const BATON_EVENTS = ['accept', 'return', 'answer', 'offer', 'lapse', 'leave', 'take', 'withdraw', 'replan', 'done', 'reopen'] as const
/** `lapse`: the clock ran out. `leave`: somebody it depends on left the workspace or the space. `reopen`: it is not done after all. */
export type BatonEventKind = (typeof BATON_EVENTS)[number]

/** Allowed, with the states that may follow; or refused, with what happened and what to do. */
export type Cell =
  | { readonly allowed: true; readonly to: readonly BatonState[] }
  | { readonly allowed: false; readonly message: Said; readonly next: Said }

const to = (...states: BatonState[]): Cell => ({ allowed: true, to: states })
const no = (message: Said, next: Said): Cell => ({ allowed: false, message, next })

const noQuestion = no(said`No question about this baton is open.`, said`Write what you want to say in your next wrap.`)
const questionOpen = no(said`A question about this baton is open, and the giver has to answer it first.`, said`Wait for the answer; the clock stands still until then.`)
const isOffered = no(said`This baton is offered to somebody.`, said`Ask them, or wait: if nobody takes it, everybody in the space may.`)
const accepted = no(said`This baton was accepted already.`, said`Its history says who holds it; ask them.`)
const isDone = no(said`This baton is done already.`, said`Its history says what came of it; if it is not done after all, whoever held it can say so.`)
const notAccepted = no(said`Nobody has accepted this baton yet.`, said`Whoever accepts it can say that it is done.`)
const notDone = no(said`Nobody has said that this baton is done.`, said`There is nothing to do.`)
const withdrawn = no(said`The giver took this baton back.`, said`Its history says why; ask them if you still need it.`)
const noClock = no(said`No clock runs for this baton.`, said`There is nothing to do.`)
const unowned = no(said`Nobody took this baton in time, so nobody is asked any more.`, said`Take it if you want to hold it.`)

/** Nobody is asked any more: the same refusal for all but what is given. */
const settled = (why: Cell, but: Partial<Record<BatonEventKind, Cell>> = {}): Readonly<Record<BatonEventKind, Cell>> => ({
  accept: why, return: why, answer: why, offer: why, lapse: why, leave: why, take: why, withdraw: why, replan: why, done: why, reopen: why, ...but,
})
/** What nobody holds but the giver is neither done nor to be taken up again. */
const waiting = { done: notAccepted, reopen: notDone } as const

/** Every pair of state and event. */
export const BATON_TABLE: Readonly<Record<BatonState, Readonly<Record<BatonEventKind, Cell>>>> = {
  offered: {
    accept: to('accepted'), return: to('returned'), answer: noQuestion, offer: to('offered'), lapse: to('lapsed', 'unowned'),
    leave: to('lapsed', 'unowned'), take: isOffered, withdraw: to('withdrawn'), replan: to('offered'), ...waiting,
  },
  returned: {
    accept: questionOpen, return: questionOpen, answer: to('offered'), offer: to('offered'), lapse: noClock,
    leave: to('unowned'), take: questionOpen, withdraw: to('withdrawn'), replan: noClock, ...waiting,
  },
  accepted: settled(accepted, { done: to('done'), reopen: notDone }),
  lapsed: {
    accept: to('accepted'), return: to('returned'), answer: noQuestion, offer: to('offered'), lapse: to('unowned'),
    leave: to('unowned'), take: isOffered, withdraw: to('withdrawn'), replan: to('lapsed'), ...waiting,
  },
  unowned: {
    accept: unowned, return: unowned, answer: noQuestion, offer: to('offered'), lapse: noClock, leave: noClock,
    take: to('accepted'), withdraw: to('withdrawn'), replan: noClock, ...waiting,
  },
  withdrawn: settled(withdrawn),
  done: settled(isDone, { reopen: to('accepted') }),
}
