import type { AnyOperation, InputOf, OutputOf } from '#contract/operation.ts'
import type { Senders } from '../channels/sender.ts'
import type { Act, ItemSource, Listener, TimerHandler, Visit } from '../act.ts'

/** An operation and the one function that answers it. */
export type Route = {
  readonly operation: AnyOperation
  readonly run: { by: 'person'; answer: (act: Act, input: never) => Promise<unknown> } | { by: 'anyone'; answer: (visit: Visit, input: never) => Promise<unknown> }
}

/** Connects an operation of signed-in people to its command or view. */
export function on<Op extends AnyOperation>(operation: Op, answer: (act: Act, input: InputOf<Op>) => Promise<OutputOf<Op>>): Route {
  return { operation, run: { by: 'person', answer } }
}

/** Connects an operation that needs no sign-in. */
export function onVisit<Op extends AnyOperation>(operation: Op, answer: (visit: Visit, input: InputOf<Op>) => Promise<OutputOf<Op>>): Route {
  return { operation, run: { by: 'anyone', answer } }
}

/** What a room of the server gives to the whole. */
export type Feature = {
  name: string
  routes: readonly Route[]
  /** By timer kind: what to do when one is due. State and rights are read again then. */
  timers?: Readonly<Record<string, TimerHandler>>
  /** By event kind: what follows in the same transaction. */
  listens?: Readonly<Record<string, Listener>>
  /** By kind of item: how what somebody is told of reads at this moment. */
  items?: Readonly<Record<string, ItemSource>>
  /** Channels of the outbox that it sends by. */
  sends?: Senders
}
