import type { Act, Platform } from '../act.ts'
import type { Instant } from '../clock.ts'
import type { Bodies, Channel } from '../db/tables/platform.ts'

/** A message of the outbox that one process has to itself until its lease ends. */
export type Claimed<C extends Channel = Channel> = {
  workspace_id: string; id: string; channel: C; person_id: string; target_id: string | null; subject: string; body: Bodies[C]; message_id: string; reason: string
  /** Of mails: which wish it falls under, where a reply goes, and what it answers. */
  kind: string | null; reply_address_id: number | null; in_reply_to: string | null
  /** This try included. */
  attempts: number
  lease_until: Instant
}

/** Whom a message is for. */
export type Reader = { name: string; email: string; locale: string }

/**
 * What became of one try. `again`: after the next wait of the channel, or given up when there is none.
 * `note` runs in the transaction that keeps the outcome, unless another process has taken the message over meanwhile.
 */
export type Outcome = { note?: (act: Act) => Promise<void> } & (
  | { state: 'sent' | 'kept' }
  | { state: 'dropped' | 'failed' | 'again'; error: string })

/** How messages of one channel leave. Whatever is thrown is another `again`. */
export type Sender<C extends Channel> = {
  /** How many messages one process sends at once. */
  parallel: number
  /** How long to wait after the first failed try, after the second, and so on; after the last one it is given up. Unit: seconds. */
  waits: readonly number[]
  send(platform: Platform, message: Claimed<C>, told: { reader: Reader; now: Instant }): Promise<Outcome>
}

/** The channels that a server can send by. */
export type Senders = { [C in Channel]?: Sender<C> }
