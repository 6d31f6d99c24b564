import type { readThread, ThreadView } from '#contract/threads.ts'
import type { InputOf } from '#contract/operation.ts'
import { may } from '#domain/policy.ts'
import type { EntryRights } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { followWords } from '#domain/threads/follow-words.ts'
import { isBefore } from '#domain/time/spans.ts'
import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'
import { callOf } from './call-view.ts'
import { changeOf } from './change-view.ts'
import { extrasOf } from './extras.ts'
import { viewHead } from './head-view.ts'
import { rightsOf, selectPlaced } from './heads.ts'
import { linksOf } from './links.ts'
import { nothing } from './load.ts'
import { repliesIn } from './replies.ts'
import type { ReplyRow } from './replies.ts'
import { viewReply } from './reply-view.ts'
import { asksIn, roundsOf, spokenIn, talkOf } from './talk.ts'
import { wordsOf } from '#server/platform/words.ts'

type Viewer = Pick<Act, 'tx' | 'actor' | 'now'>

function selectWhole(act: Viewer) {
  const nameOf = (column: 'state_by' | 'resolved_by') => sql<string | null>`case when ${sql.ref(`t.${column}`)} is not null then (
    select n.name from person n where n.workspace_id = t.workspace_id and n.id = ${sql.ref(`t.${column}`)}) end`
  return selectPlaced(act).select([nameOf('state_by').as('state_by_name'), nameOf('resolved_by').as('resolved_by_name')])
    .select(['t.body', 't.via', 't.edited_at', 't.undo_until', 't.state_version', 't.state_at', 't.has_files',
      't.has_reactions', 't.has_marks', 't.has_links', 't.has_calls', 'm.muted_until', 'm.because', 'm.saved'])
}
type Row = Awaited<ReturnType<ReturnType<typeof selectWhole>['executeTakeFirstOrThrow']>>

/** How many replies an answer to a command brings along. */
const REPLIES = 100

/**
 * A thread with a page of its replies, oldest first.
 * @throws {Refusal} `not_found`
 */
export async function viewThread(act: Viewer, { number, cursor, limit = REPLIES }: Pick<InputOf<typeof readThread>, 'number' | 'cursor'> & { limit?: number }): Promise<ThreadView> {
  const after = cursor === undefined ? 0 : readPlace(cursor)
  const row = await selectWhole(act).where('e.number', '=', number).executeTakeFirst()
  if (!row) throw nothing(number)
  const rights = rightsOf(act.actor.workspaceId, row)
  if (!may(act.actor, 'entry.see', { entry: rights })) throw nothing(number)
  const replies = await repliesIn(act, { threadId: row.stands_in ?? row.entry_id, askId: row.stands_in === null ? null : row.entry_id, after, limit: limit + 1 })
  const shown = replies.slice(0, limit)
  const [extras, links, change, call, asks] = await Promise.all([
    extrasOf(act, { entryIds: [row.entry_id], replyIds: shown.map((reply) => reply.id) }, { files: row.has_files, reactions: row.has_reactions, marks: row.has_marks, saved: row.saved ?? false }),
    row.has_links ? linksOf(act, row.entry_id) : [], row.kind === 'change' ? changeOf(act, row.entry_id) : null, row.has_calls ? callOf(act, row.entry_id, rights) : null,
    row.kind === 'ask' || row.has_links ? asksIn(act, row.stands_in ?? row.entry_id) : [],
  ])
  const { files, reactions, saved } = extras.of(row.entry_id, row.author_id)
  return {
    ...viewHead(row, row.space_name), ...openingOf(act, row), files, reactions, saved, items: shown.map((reply) => viewReply(act, reply, { thread: rights, extras })),
    next: replies.length > limit ? writePlace(shown.at(-1)?.seq ?? 0) : null,
    rounds: await rounds(act, row, asks, replies.length > limit || after > 0 ? null : replies), call,
    askNumbers: links.filter((link) => link.how === 'asks' && link.direction === 'to').map((link) => link.number), links, change,
    can: whatCan(act, row, { rights, mustRead: change?.mustRead.some((reader) => reader.personId === act.actor.personId && reader.readAt === null) ?? false }),
  }
}

/** Counted on what was read already, where that is the whole thread. An ask in a thread counts what was said to it alone. */
async function rounds(act: Viewer, row: Row, asks: Awaited<ReturnType<typeof asksIn>>, all: readonly ReplyRow[] | null): Promise<number> {
  const within = row.stands_in !== null
  if ((!within && row.reply_count < 2) || (row.resolved_at !== null && asks.length === 0)) return 0
  const spoken = all?.filter((reply) => reply.deleted_at === null).map((reply) => ({ authorId: reply.author_id, at: reply.posted_at, askId: reply.ask_id })) ?? await spokenIn(act, row.stands_in ?? row.entry_id)
  const topic = { id: row.entry_id, kind: row.kind, title: row.title, authorId: row.author_id, publishedAt: row.published_at, resolved: row.resolved_at !== null }
  if (!within) return roundsOf(talkOf(topic, asks, spoken))
  return roundsOf(talkOf(topic, asks.filter(({ id }) => id === row.entry_id), spoken.filter(({ askId }) => askId === row.entry_id)))
}

function openingOf({ actor, now }: Viewer, row: Row) {
  const undoable = row.author_id === actor.personId && isBefore(now, row.undo_until)
  return {
    authorZone: row.author_zone, body: row.body, editedAt: row.edited_at?.toString() ?? null, undoUntil: undoable ? row.undo_until.toString() : null, via: row.via,
    state: { text: row.state_text, version: row.state_version, byName: row.state_by_name, at: row.state_at?.toString() ?? null },
    resolvedByName: row.resolved_by_name, resolvedAt: row.resolved_at?.toString() ?? null, mutedUntil: row.muted_until?.toString() ?? null,
    followsBecause: row.follow === 'following' && row.because !== null ? followWords(row.because, wordsOf({ actor })) : null, readSeq: row.read_seq,
  }
}

function whatCan({ actor, now }: Viewer, row: Row, { rights, mustRead }: { rights: EntryRights; mustRead: boolean }): ThreadView['can'] {
  const can: ThreadView['can'] = []
  const writes = may(actor, 'thread.write', { entry: rights })
  const whole = row.stands_in === null
  if (writes) can.push('reply', 'react', 'elevate')
  if (writes && whole) can.push('set-state', row.resolved_at === null ? 'resolve' : 'reopen', 'ask')
  if (row.kind !== 'decision' && row.kind !== 'page' && may(actor, 'entry.edit', { entry: rights })) can.push('edit')
  if (writes && may(actor, 'entry.delete', { entry: rights })) can.push('delete')
  if (writes && row.author_id === actor.personId && isBefore(now, row.undo_until)) can.push('undo')
  if (whole && may(actor, 'thread.split', { entry: rights }) && row.reply_count > 0) can.push('split')
  if (whole && row.kind !== 'page' && may(actor, 'thread.move', { entry: rights })) can.push('move')
  if (mustRead) can.push('confirm-read')
  return can
}

/** Where a page of replies ended; opaque to callers. */
const writePlace = (seq: number): string => Buffer.from(`seq:${seq}`).toString('base64url')

function readPlace(cursor: string): number {
  const found = /^seq:(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))
  if (found) return Number(found[1])
  throw new Refusal('bad_input', said`This cursor was not made by Longhand.`, said`Take it from \`next\` of the page before, or leave it out to begin again.`)
}
