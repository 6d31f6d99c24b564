import type { INBOX_KINDS } from '#contract/attention.ts'
import type { Span, WorkCalendar } from '#domain/time/types.ts'
import type { Act } from '#server/platform/act.ts'

export type InboxKind = (typeof INBOX_KINDS)[number]
/** How somebody relates to what they are told of; the nearest relation counts. */
export type Standing = 'asked' | 'mentioned' | 'following' | 'space' | 'broadcast' | 'muted'

/** Something that people are told of, each when the planner says so. */
export type Told = {
  /** Names the cause: the same cause never tells the same person twice. */
  key: string
  kind: InboxKind
  /** Which `Feature.items` describes it when it is planned, shown and delivered. */
  source: string
  subjectId: string
  /** The thread that it belongs to; items of one conversation leave together. */
  conversationId: string
  spaceId: string
  readers: readonly { personId: string; standing: Standing }[]
  /** Reaches through focus and batching. */
  urgent?: boolean
  /** It asks something of its readers. */
  obliges?: boolean
  /** Earliest moment it may leave; the end of the undo time unless given. */
  at?: Temporal.Instant
}

/** How long what was sent can be taken back before anybody is told. Unit: seconds. */
export const UNDO_S = 10

/** Plans a message for each reader, in the caller's transaction. Readers who may not see it, and the actor, are left out. */
export async function tell(_act: Act, _told: Told): Promise<void> {
  await Promise.resolve()
}

/** Takes back what was not delivered yet, because it was undone, deleted or settled; `reason` is kept and shown. */
export async function withdraw(_act: Act, _what: { source: string; subjectIds: readonly string[]; reason: string; personId?: string }): Promise<void> {
  await Promise.resolve()
}

/** Somebody has read this meanwhile: it is not delivered any more, and stands as read in the inbox. */
export async function readMeanwhile(_act: Act, _what: { personId: string; source: string; subjectIds: readonly string[] }): Promise<void> {
  await Promise.resolve()
}

/** Plans again what waits for these readers, after rights or relations changed (muted, left a space, moved thread). */
export async function replanFor(_act: Act, _personIds: readonly string[]): Promise<void> {
  await Promise.resolve()
}

export type LandingPlan = { personId: string; at: Temporal.Instant | null; rule: string; readerSentence: string; senderSentence: string }

/** When each reader would be told of something sent now; nothing is written. `viewerZone` is the sender's. */
export async function landingsOf(_act: Act, _what: { readers: Told['readers']; spaceId: string; urgent: boolean; at?: Temporal.Instant }): Promise<Map<string, LandingPlan>> {
  return Promise.resolve(new Map())
}

/** Focus of people inside a window, by person; sorted and merged. Calendars are needed for the zones of recurring blocks. */
export async function focusSpansOf(_act: Pick<Act, 'tx' | 'actor' | 'now'>, _people: ReadonlyMap<string, WorkCalendar>, _window: Span): Promise<Map<string, Span[]>> {
  return Promise.resolve(new Map())
}
