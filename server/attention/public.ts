import type { INBOX_KINDS } from '#contract/attention.ts'
import { planner } from '#domain/attention/plan.ts'
import { reasonWords } from '#domain/attention/reason-words.ts'
import { focusSpans } from '#domain/attention/focus.ts'
import { nextWindow } from '#domain/attention/windows.ts'
import type { Span, WorkCalendar } from '#domain/time/types.ts'
import { undoEnd } from '#server/platform/act.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { blocksOf } from './choices.ts'
import { PLAN, RELEASE } from './names.ts'
import { standingBlocks } from './queries.ts'
import { readersOf } from './readers.ts'
import { rightsIn } from './rights.ts'

export { rightsIn }

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

/**
 * Tells people, in the caller's transaction: what is told and to whom is written now, and each reader's moment is
 * planned by a timer right after the commit, so that who writes never waits for the calendars of who reads. The actor
 * is not told of their own doing.
 */
export async function tell(act: Act, told: Told): Promise<void> {
  const readers = told.readers.filter(({ personId }) => personId !== act.actor.personId)
  if (readers.length === 0) return
  const { key, kind, source, subjectId, conversationId, spaceId } = told
  await act.timer({
    kind: PLAN, key, at: act.now,
    payload: {
      key, kind, source, subjectId, conversationId, spaceId, urgent: String(told.urgent ?? false), obliges: String(told.obliges ?? false),
      authorId: act.actor.role === 'system' ? '' : act.actor.personId, toldAt: act.now.toString(),
      notBefore: (told.at ?? undoEnd(act)).toString(),
      readers: readers.map(({ personId, standing }) => `${personId}:${standing}`).join(' '),
    },
  })
}

/** Of everybody, or of one person, but for those who are still meant. */
type Taken = { source: string; subjectIds: readonly string[]; reason: string; personId?: string; butFor?: readonly string[] }

/** Takes back what was not delivered yet, because it was undone, deleted or settled; `reason` is kept and shown. Index: attention_item_subject. */
export async function withdraw(act: Act, { source, subjectIds, reason, personId, butFor = [] }: Taken): Promise<void> {
  if (subjectIds.length === 0) return
  const { workspaceId } = act.actor
  await act.tx.updateTable('attention_item').set({ state: 'withdrawn', settled_at: act.now, settled_reason: reason, deliver_at: null })
    .where('workspace_id', '=', workspaceId).where('subject_id', 'in', [...subjectIds]).where('source', '=', source).where('state', '=', 'waiting')
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? '')).$if(butFor.length > 0, (query) => query.where('person_id', 'not in', [...butFor])).execute()
}

/** Somebody has read this meanwhile: it is not delivered any more; what was delivered is done, unless it asks something of them. */
export async function readMeanwhile(act: Act, { personId, source, subjectIds }: { personId: string; source: string; subjectIds: readonly string[] }): Promise<void> {
  if (subjectIds.length === 0) return
  const mine = () => act.tx.updateTable('attention_item').where('workspace_id', '=', act.actor.workspaceId).where('subject_id', 'in', [...subjectIds])
    .where('source', '=', source).where('person_id', '=', personId)
  await mine().set({ state: 'read', settled_at: act.now, settled_reason: 'read', deliver_at: null }).where('state', '=', 'waiting').execute()
  const done = await mine().set({ done_at: act.now }).where('state', 'in', ['delivered', 'digest']).where('done_at', 'is', null).where('obliges', '=', false).executeTakeFirst()
  if (done.numUpdatedRows > 0n) await act.emit({ kind: 'inbox.changed', personId })
}

/** What an obligation asked for is done: it leaves the inbox of everybody whom it obliged, or of the one person, read or not. */
export async function settleItems(act: Act, { source, subjectIds, reason, personId, butFor = [] }: Taken): Promise<void> {
  await withdraw(act, { source, subjectIds, reason, butFor, ...(personId !== undefined && { personId }) })
  if (subjectIds.length === 0) return
  const rows = await act.tx.updateTable('attention_item').set({ done_at: act.now }).where('workspace_id', '=', act.actor.workspaceId)
    .where('subject_id', 'in', [...subjectIds]).where('source', '=', source).where('done_at', 'is', null).where('state', 'in', ['delivered', 'digest'])
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? '')).$if(butFor.length > 0, (query) => query.where('person_id', 'not in', [...butFor]))
    .returning('person_id').execute()
  for (const id of new Set(rows.map((row) => row.person_id))) await act.emit({ kind: 'inbox.changed', personId: id })
}

/** Texts stand in another thread or space from now on: what waits is planned again at once, with the rights of that place. Index: attention_item_subject. */
export async function itemsMoved(act: Act, { subjectIds, conversationId, spaceId }: { subjectIds: readonly string[]; conversationId: string; spaceId: string }): Promise<void> {
  if (subjectIds.length === 0) return
  const rows = await act.tx.updateTable('attention_item').set({ conversation_id: conversationId, space_id: spaceId }).where('workspace_id', '=', act.actor.workspaceId)
    .where('subject_id', 'in', [...subjectIds]).returning(['person_id', 'state']).execute()
  await replanFor(act, rows.filter((row) => row.state === 'waiting').map((row) => row.person_id))
}

/** Plans again, right after the commit, what waits for these readers: their rights or relations changed. */
export async function replanFor(act: Act, personIds: readonly string[]): Promise<void> {
  for (const personId of [...new Set(personIds)].toSorted()) await act.timer({ kind: RELEASE, key: personId, at: act.now, payload: { personId }, orEarlier: true })
}

export type LandingPlan = { personId: string; at: Temporal.Instant | null; rule: string; readerSentence: string; senderSentence: string }
type Sending = { readers: Told['readers']; spaceId: string; urgent: boolean; at?: Temporal.Instant }

/** When each reader would be told of something that the actor sends now; nothing is written. Times in the actor's zone. */
export async function landingsOf(act: Act, { readers, spaceId, urgent, at }: Sending): Promise<Map<string, LandingPlan>> {
  const ids = readers.map(({ personId }) => personId)
  const [known, rights] = await Promise.all([readersOf(act, ids), rightsIn(act, spaceId, ids)])
  return new Map(readers.flatMap(({ personId, standing }) => {
    const reader = known.get(personId)
    if (!reader) return []
    const item = { id: personId, conversation: spaceId, at: at ?? undoEnd(act), urgent, standing, quiet: rights.quiet, mutedUntil: null, maySee: rights.maySee.has(personId) }
    const plan = planner(reader)(item, act.now)
    const sentence = (side: 'reader' | 'sender') => reasonWords(plan, reader, { side, zone: act.actor.zone, now: act.now, words: wordsOf(act) })
    return [[personId, { personId, at: plan.at, rule: plan.reason.code, readerSentence: sentence('reader'), senderSentence: sentence('sender') }] as const]
  }))
}

export type Reading = {
  calendar: WorkCalendar
  /** Inside the window that was asked for; sorted and merged. */
  focus: Span[]
  /** When their next delivery window lies from a moment on; the moment itself for who has none. */
  lands(at: Temporal.Instant): Temporal.Instant
}

/** Working time, focus and delivery windows of people, loaded together. */
export async function readingOf(act: Pick<Act, 'tx' | 'actor' | 'now'>, personIds: readonly string[], window: Span): Promise<Map<string, Reading>> {
  const readers = await readersOf(act, personIds)
  return new Map([...readers].map(([id, reader]) => [id, {
    calendar: reader.calendar, focus: focusSpans(reader.focus, reader.calendar, window.start, window.end), lands: (at) => nextWindow(reader, at) ?? at,
  }]))
}

/** Focus of people inside a window, by person; sorted and merged. */
export async function focusSpansOf(act: Pick<Act, 'tx' | 'actor' | 'now'>, people: ReadonlyMap<string, WorkCalendar>, window: Span): Promise<Map<string, Span[]>> {
  if (people.size === 0) return new Map()
  const rows = Map.groupBy(await standingBlocks(act, [...people.keys()]), (row) => row.person_id)
  return new Map([...people].map(([personId, calendar]) => [personId, focusSpans(blocksOf(rows.get(personId) ?? []), calendar, window.start, window.end)]))
}
