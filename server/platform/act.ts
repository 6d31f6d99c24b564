import type { Words } from '#domain/words/said.ts'
import type { Scope } from '#contract/scopes.ts'
import { UNDO_S } from '#domain/attention/undo.ts'
import type { UndoSeconds } from '#domain/attention/undo.ts'
import type { Actor } from '#domain/policy.ts'
import type { Logger } from 'pino'
import type { Recorders } from './audit/recorded.ts'
import type { Clock, Instant } from './clock.ts'
import type { ModelSettings, Repository } from './config.ts'
import { newMessage } from './channels/outbox.ts'
import type { NewMessage } from './channels/outbox.ts'
import type { Db } from './db/schema.ts'
import type { Replica } from './db/replica.ts'
import type { WriteLimit } from './http/person-limit.ts'
import type { Room } from './db/room.ts'
import type { FileStore } from './files/store.ts'
import { recordEvent } from './events.ts'
import type { NewEvent, RecordedEvent } from './events.ts'
import { newId } from './ids.ts'
import { newKept } from './kept.ts'
import type { Kept } from './kept.ts'
import type { Allowed } from './outbound-target.ts'
import type { Outbound } from './outbound.ts'
import { dropTimer, setTimer } from './jobs/timers.ts'
import type { NewTimer } from './jobs/timers.ts'

/** How a request reached us, which stands beside what it wrote. */
export type Via = 'web' | 'api' | 'cli' | 'mail' | 'mcp' | 'import'

/** Who acts, with what the request itself knows of them. */
export type ActingPerson = Actor & {
  name: string; zone: string; locale: string; scopes: ReadonlySet<Scope>
  /** How long they may take back what they sent. Unit: seconds. */
  undoS: UndoSeconds
  /** A session that may only see to its own account, until it has added the passkey that the workspace asks for. */
  passkeyFirst: boolean
  /** The credential that spoke for them; null for Longhand itself. */
  credentialId: string | null
  via: Via
}

/** What the whole server knows of itself. */
export type ServerFacts = {
  /** Without a trailing slash. */
  publicUrl: string
  /** False where mails are kept for the outbox page instead of being sent. */
  mailWorks: boolean
  /** The domain of reply addresses; null where mails cannot be answered by mail. */
  mailInDomain: string | null
  /** True under a development clock, which moves only when told to. */
  clockStands: boolean
  /** Git repositories from which wraps are prefilled. */
  repositories: readonly Repository[]
  /** Hosts that may be called although they are private or without encryption. */
  outboundAllow: Allowed
  /** The model that may order passages of answers; null where none does. */
  model: ModelSettings | null
  /** Where this server keeps what is not in the database; not given to tests without one. */
  dataDir?: string
}

/** Everything a command or view is given: one transaction, who acts, what time it is, and the ways out. */
export type Act = {
  readonly tx: Db
  readonly actor: ActingPerson
  readonly now: Instant
  readonly server: ServerFacts
  /** How items of each kind read; see `ItemSource`. */
  readonly items: ReadonlyMap<string, ItemSource>
  /** What was read already and still holds. */
  readonly kept: Kept
  newId(): string
  /** Records what happened, tells open pages after the commit, and runs the listeners of other features in this transaction. */
  emit(event: NewEvent): Promise<void>
  /** Sets or moves the one timer of this kind and key. */
  timer(timer: NewTimer): Promise<void>
  dropTimer(kind: string, key: string): Promise<void>
  /** Puts a mail into the outbox, once per (event, person); false when it was there already. */
  send(message: NewMessage): Promise<boolean>
  /** The bytes of files. What is done here does not wait for the commit. */
  readonly files: FileStore
  /** Makes the caller's browser remember, or forget, a session. */
  setSession(token: string | null): void
}

/** A request of somebody who is not signed in. */
export type Visit = Pick<Act, 'tx' | 'now' | 'server' | 'newId' | 'setSession'> & {
  readonly platform: Platform
  /** Longhand itself, acting for a workspace in the same transaction. */
  as(workspaceId: string): Act
  /** Whether a browser asks, which is given its session as a cookie and never where a script of a page could read it. */
  byBrowser: boolean
  /** What they read, as their browser asks. */
  words: Words
  /** What the browser or script says it is, for the list of sessions. */
  userAgent: string
  /** The session that the browser still holds, which may be of somebody else, or of nobody any more. */
  held: string | null
}

export type TimerHandler = (act: Act, payload: Record<string, string>) => Promise<void>
export type Listener = (act: Act, event: RecordedEvent) => Promise<void>

/** What a reader is told of one item, as it reads now. */
export type ItemText = {
  title: string
  /** Markdown: enough to act on. */
  text: string
  byName: string; spaceName: string; number: number; replyId: string | null
  /** Where a reply by mail goes; null where there is nothing to reply to. */
  replyTo: { kind: string; id: string; how?: string } | null
  /** Whether the reader muted its conversation, and until when; `until` null is for good. */
  muted?: { until: Instant | null } | undefined
}

/**
 * Describes items of one kind with the eyes of their reader, who is the actor; asked when they are planned, shown and
 * delivered. What is left out may not be seen any more, or is gone.
 */
export type ItemSource = (act: Act, subjectIds: readonly string[]) => Promise<ReadonlyMap<string, ItemText>>

/** What the server is made of; one per process. */
export type Platform = {
  db: Db
  /** Where routes that say so may read; none unless given. */
  replica?: Replica
  /** How much each person may change within a minute; none unless given. */
  writeLimit?: WriteLimit
  /** Whether its disk has room; only of a database that we start ourselves. */
  room?: Room
  clock: Clock; log: Logger; files: FileStore; outbound: Outbound
  facts(): ServerFacts
  timers: ReadonlyMap<string, TimerHandler>
  listeners: ReadonlyMap<string, readonly Listener[]>
  items: ReadonlyMap<string, ItemSource>
  /** By operation: what the audit log is told of it. */
  recorders?: Recorders
}

/** Until then whoever acts may take back what they send, and nobody is told. */
export const undoEnd = ({ now, actor }: Pick<Act, 'now' | 'actor'>): Instant => now.add({ seconds: actor.undoS })

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Longhand itself: may act for its workspace, reads for nobody. */
export function systemActor(workspaceId: string): ActingPerson {
  return { workspaceId, personId: NOBODY, role: 'system', memberOf: new Set(), name: 'Longhand', zone: 'UTC', locale: 'en-GB', undoS: UNDO_S, scopes: new Set(), passkeyFirst: false, credentialId: null, via: 'api' }
}

type ActParts = { tx: Db; actor: ActingPerson; now: Instant; setSession?: (token: string | null) => void }

/** Binds one transaction, one actor and one moment together. */
export function makeAct(platform: Platform, { tx, actor, now, setSession }: ActParts): Act {
  const workspaceId = actor.workspaceId
  const act: Act = {
    tx, actor, now, server: platform.facts(), files: platform.files, items: platform.items, kept: newKept(),
    newId: () => newId(now),
    async emit(event) {
      act.kept.forget()
      const seq = await recordEvent(tx, { workspaceId, now, authorId: actor.role === 'system' ? null : actor.personId, event })
      for (const listener of platform.listeners.get(event.kind) ?? []) await listener(act, { ...event, seq })
    },
    timer: (timer) => setTimer(tx, { workspaceId, now, timer }),
    dropTimer: (kind, key) => dropTimer(tx, { workspaceId, kind, key }),
    send: (message) => newMessage(tx, { workspaceId, now, publicUrl: platform.facts().publicUrl, repliesWork: platform.facts().mailInDomain !== null, message }),
    setSession: setSession ?? (() => undefined),
  }
  return act
}

/** Somebody else's eyes: the same transaction and moment, with another actor (for mails, briefs and timers when they fire). */
export function actAs(act: Act, actor: ActingPerson): Act {
  return { ...act, actor }
}
