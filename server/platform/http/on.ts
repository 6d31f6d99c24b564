import type { AnyOperation, InputOf, OutputOf } from '#contract/operation.ts'
import type { Senders } from '../channels/sender.ts'
import type { Act, ItemSource, Listener, TimerHandler, Visit } from '../act.ts'
import type { Received } from '../files/store.ts'

/** An operation and the one function that answers it. */
export type Route = {
  readonly operation: AnyOperation
  readonly run: { by: 'person'; answer: (act: Act, input: never) => Promise<unknown> } | { by: 'anyone'; answer: (visit: Visit, input: never) => Promise<unknown> } | Keeping
}

/** Connects an operation of signed-in people to its command or view. */
export function on<Op extends AnyOperation>(operation: Op, answer: (act: Act, input: InputOf<Op>) => Promise<OutputOf<Op>>): Route {
  return { operation, run: { by: 'person', answer } }
}

/** Connects an operation that needs no sign-in. */
export function onVisit<Op extends AnyOperation>(operation: Op, answer: (visit: Visit, input: InputOf<Op>) => Promise<OutputOf<Op>>): Route {
  return { operation, run: { by: 'anyone', answer } }
}

/** How an operation that takes a file keeps it; each step is one transaction. */
export type Keeping = {
  by: 'upload'
  /** Whether the file may come. Leaves a row, and a timer for it, before any byte is kept. @returns the id that the bytes get */
  expect: (act: Act, input: never) => Promise<string>
  /** The bytes are kept: makes the file and answers. Once for each key. */
  keep: (act: Act, id: string, received: Received, input: never) => Promise<unknown>
  /** Nothing came of it: takes bytes and row away, unless they became a file after all. */
  drop: (act: Act, id: string) => Promise<void>
}
type Steps<Op extends AnyOperation> = {
  expect: (act: Act, input: InputOf<Op>) => Promise<string>
  keep: (act: Act, id: string, received: Received, input: InputOf<Op>) => Promise<OutputOf<Op>>
  drop: Keeping['drop']
}

/** Connects an operation that takes a file. */
export function onFile<Op extends AnyOperation>(operation: Op, steps: Steps<Op>): Route {
  return { operation, run: { by: 'upload', ...steps } }
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
