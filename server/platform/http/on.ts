import type { WebhookType } from '#contract/webhooks.ts'
import type { AnyOperation, InputOf, OutputOf } from '#contract/operation.ts'
import type { Recorder } from '../audit/recorded.ts'
import type { Senders } from '../channels/sender.ts'
import type { MailFile } from '../channels/inbound/read-mail.ts'
import type { Act, ItemSource, Listener, TimerHandler, Visit } from '../act.ts'
import type { Received } from '../files/store.ts'

/** Runs this when it may begin. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>

/** An operation and the one function that answers it. */
export type Route = {
  readonly operation: AnyOperation
  /** Only reads, a lot, and nothing that must be locked: may be answered by a replica. */
  readonly byReplica?: boolean
  /** Waits for its turn before it takes a connection of the database, so that many at once leave some to everybody else. */
  readonly turn?: Turn
  readonly run: { by: 'person'; answer: (act: Act, input: never) => Promise<unknown> } | { by: 'anyone'; answer: (visit: Visit, input: never) => Promise<unknown> } | Keeping
}

/** Connects an operation of signed-in people to its command or view. */
export function on<Op extends AnyOperation>(operation: Op, answer: (act: Act, input: InputOf<Op>) => Promise<OutputOf<Op>>): Route {
  return { operation, run: { by: 'person', answer } }
}

/** The same for reads that a replica may answer. */
export function onReplica<Op extends AnyOperation>(operation: Op, answer: (act: Act, input: InputOf<Op>) => Promise<OutputOf<Op>>): Route {
  return { ...on(operation, answer), byReplica: true }
}

/** Connects an operation that needs no sign-in. */
export function onVisit<Op extends AnyOperation>(operation: Op, answer: (visit: Visit, input: InputOf<Op>) => Promise<OutputOf<Op>>, turn?: Turn): Route {
  return { operation, run: { by: 'anyone', answer }, ...(turn && { turn }) }
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

/** A mail that somebody answered ours with; checked to be theirs, and taken once. */
export type Reply = {
  /** What it acts on: the `id` of the `replyTo` that the mail carried. */
  subjectId: string
  /** What they wrote, without the quoted mail and their signature: plain text, at least one character and at most 50,000. */
  text: string
  files: readonly MailFile[]
  /** The Message-ID of their mail, if it has one. */
  messageId: string | null
}

/**
 * Acts for the person whose mail it is, with their rights of this moment, in one transaction with the mail being settled.
 * It may run again after a crash or a lost race, never twice with effect.
 * @returns one sentence for the log of what came in, without words of people
 * @throws {Refusal} nothing is kept of what it did, and the person gets a mail with message, next and what they wrote
 */
export type ReplyHandler = (act: Act, reply: Reply) => Promise<{ done: string }>

/** What a room of the server gives to the whole. */
export type Feature = {
  name: string
  routes: readonly Route[]
  /** By timer kind: what to do when one is due. State and rights are read again then. */
  timers?: Readonly<Record<string, TimerHandler>>
  /** Kinds of its timers that find out themselves what is due: asked at any time, they do what there is to do and set themselves again. */
  finders?: readonly string[]
  /** By event kind: what follows in the same transaction. */
  listens?: Readonly<Record<string, Listener>>
  /** By kind of item: how what somebody is told of reads at this moment. */
  items?: Readonly<Record<string, ItemSource>>
  /** By event kind: the type under which webhooks are told of it; `afterUndo`: only when it can no longer be taken back. */
  webhooks?: Readonly<Record<string, WebhookType | { type: WebhookType; afterUndo: true }>>
  /** Channels of the outbox that it sends by. */
  sends?: Senders
  /** By kind of subject: what a reply by mail to `replyTo` of that kind does. */
  replies?: Readonly<Record<string, ReplyHandler>>
  /** What the audit log is told, by operation. */
  records?: readonly Recorder[]
}
