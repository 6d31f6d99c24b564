import type { sendConversations } from '#contract/imports.ts'
import type { InputOf } from '#contract/operation.ts'
import { tldrOf } from '#domain/handoffs/tldr.ts'
import type { ImportedConversation, ImportedMessage } from '#domain/imports/types.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { putNewTexts, takeNumbers, wordsIn } from '#server/entries/public.ts'
import type { SearchedText } from '#server/entries/public.ts'
import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'
import { settlePlaces } from './places.ts'
import { itemsOf, peopleOf } from './queries.ts'
import type { RunRow } from './queries.ts'

type Batch = InputOf<typeof sendConversations>['conversations']
/** A message with ids instead of keys; `now` is the latest it may be from. */
type Text = { id: string; key: string; authorId: string; at: Temporal.Instant; editedAt: Temporal.Instant | null; body: string; reactions: { emoji: string; personId: string }[] }
/** What is added to one thread: a new one opens with the first text. */
type Part = { entryId: string; opening: Text | null; conversation: ImportedConversation; spaceId: string; replies: Text[] }

export type Brought = { conversations: number; messages: number; known: number; spaces: number }

/**
 * Writes the conversations of a batch as threads that are over, and what came later into the threads that are here
 * already. Times and authors are those of the source. Nobody is told, nothing is emitted, and nobody follows.
 * @throws {Refusal} `bad_input` where a message names somebody who was never sent
 */
export async function bringIn(act: Act, run: Pick<RunRow, 'id' | 'source' | 'space_id'>, conversations: Batch): Promise<Brought> {
  const { source } = run
  const messages = conversations.flatMap((conversation) => conversation.messages)
  const known = await itemsOf(act, source, ['message'], messages.map(({ key }) => key))
  const threads = await itemsOf(act, source, ['conversation'], conversations.map(({ key }) => key))
  const gone = await purgedAmong(act, [...threads.values()].map(({ entryId }) => entryId))
  const authors = await authorsOf(act, source, messages)
  const { ids: places, made } = await settlePlaces(act, source, { places: conversations.map(({ place }) => place), spaceId: run.space_id })
  const parts: Part[] = []
  const open = new Map<string, Part>()
  for (const conversation of conversations) {
    const fresh = conversation.messages.filter(({ key }) => !known.has(key))
    for (const { key } of fresh) known.set(key, { entryId: '', replyId: null, hash: null })
    const texts = fresh.map((message) => textOf(act, message, authors))
    const [first, ...rest] = texts
    if (!first) continue
    const part = open.get(conversation.key)
    if (part) { part.replies.push(...texts); continue }
    const entryId = threads.get(conversation.key)?.entryId
    if (entryId !== undefined && gone.has(entryId)) continue
    const begun = entryId === undefined
      ? { entryId: first.id, opening: first, conversation, spaceId: places.get(conversation.place.key) ?? '', replies: rest }
      : { entryId, opening: null, conversation, spaceId: '', replies: texts }
    open.set(conversation.key, begun)
    parts.push(begun)
  }
  await openAll(act, parts)
  await replyAll(act, parts)
  await note(act, run, parts)
  const count = parts.reduce((sum, { opening, replies }) => sum + replies.length + (opening ? 1 : 0), 0)
  return { conversations: parts.filter(({ opening }) => opening).length, messages: count, known: messages.length - count, spaces: made }
}

/** Threads that were deleted here, and are gone: what comes for them is let go of, as what they held was. */
async function purgedAmong({ tx, actor }: Act, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.selectFrom('entry').select('id').where('workspace_id', '=', actor.workspaceId).where('id', 'in', [...new Set(ids)]).where('purged_at', 'is not', null).execute()
  return new Set(rows.map(({ id }) => id))
}

async function authorsOf(act: Act, source: string, messages: readonly ImportedMessage[]): Promise<Map<string, string>> {
  const keys = [...new Set(messages.flatMap(({ author, reactions }) => [author, ...reactions.flatMap(({ people }) => people)]))]
  const authors = await peopleOf(act, source, keys)
  const missing = keys.find((key) => !authors.has(key))
  if (missing !== undefined) throw new Refusal('bad_input', said`A message names “${missing}”, who was not sent.`, said`Send the people first, or with the same batch.`)
  return authors
}

/** What says that it is from tomorrow is from now, so that it does not stand above everything for ever. */
function textOf(act: Act, { key, author, at, markdown, editedAt, reactions }: ImportedMessage, authors: ReadonlyMap<string, string>): Text {
  const past = (text: string): Temporal.Instant => {
    const instant = Temporal.Instant.from(text)
    return Temporal.Instant.compare(instant, act.now) > 0 ? act.now : instant
  }
  return {
    id: act.newId(), key, authorId: authors.get(author) ?? '', at: past(at), editedAt: editedAt === null ? null : past(editedAt), body: markdown,
    reactions: reactions.flatMap(({ emoji, people }) => [...new Set(people)].map((person) => ({ emoji, personId: authors.get(person) ?? '' }))),
  }
}

async function openAll(act: Act, parts: readonly Part[]): Promise<void> {
  const { workspaceId } = act.actor
  const opened = parts.flatMap((part) => part.opening ? [{ ...part, opening: part.opening }] : [])
  if (opened.length === 0) return
  const first = await takeNumbers(act, opened.length)
  await act.tx.insertInto('entry').values(opened.map(({ entryId, opening, conversation, spaceId }, index) => ({
    workspace_id: workspaceId, id: entryId, number: first + index, kind: 'thread' as const, space_id: spaceId, author_id: opening.authorId, title: conversation.title, tldr: tldrOf(opening.body),
    word_count: wordsIn(`${conversation.title}\n${opening.body}`), published_at: opening.at, updated_at: opening.at, deleted_at: null,
  }))).execute()
  await act.tx.insertInto('thread').values(opened.map(({ entryId, opening, spaceId }) => ({
    workspace_id: workspaceId, entry_id: entryId, space_id: spaceId, author_id: opening.authorId, body: opening.body, via: 'import' as const, undo_until: opening.at, edited_at: opening.editedAt,
    active_at: opening.at, resolved_at: opening.at, has_reactions: opening.reactions.length > 0, known_seq: 0,
  }))).execute()
  await putNewTexts(act, opened.map(({ entryId, opening, conversation }): SearchedText => ({ id: entryId, entryId, title: conversation.title, text: opening.body })))
  await react(act, opened.map(({ entryId, opening }) => ({ ...opening, id: entryId })))
}

type Placed = { entry_id: string; last_seq: number; known_seq: number }

/** Each reply takes the next place of its thread, which is held until the commit. */
async function replyAll(act: Act, parts: readonly Part[]): Promise<void> {
  const { workspaceId } = act.actor
  const added = parts.filter(({ replies }) => replies.length > 0)
  if (added.length === 0) return
  const rows: Placed[] = await act.tx.selectFrom('thread').select(['entry_id', 'last_seq', 'known_seq']).where('workspace_id', '=', workspaceId).where('entry_id', 'in', added.map(({ entryId }) => entryId)).orderBy('entry_id').forUpdate().execute()
  const last = new Map(rows.map((row) => [row.entry_id, row.last_seq]))
  const replies = added.flatMap(({ entryId, replies: texts }) => texts.map((text, index) => ({ ...text, entryId, seq: (last.get(entryId) ?? 0) + index + 1 })))
  await act.tx.insertInto('reply').values(replies.map(({ id, entryId, seq, authorId, body, at, editedAt }) => ({
    workspace_id: workspaceId, id, entry_id: entryId, seq, kind: 'reply' as const, author_id: authorId, body, quote_reply_id: null, quote_author_id: null, quote_text: null, ask_id: null,
    via: 'import' as const, posted_at: at, undo_until: at, edited_at: editedAt, deleted_at: null,
  }))).execute()
  await stand(act, added)
  await putNewTexts(act, replies.map(({ id, entryId, body, authorId, at }): SearchedText => ({ id, entryId, title: '', text: body, reply: { authorId, at } })))
  await react(act, replies)
}

/** Where threads stand after their new replies. What people here have said since counts as they have read it. */
async function stand(act: Act, parts: readonly Part[]): Promise<void> {
  const given = parts.map(({ entryId, replies }) => ({ id: entryId, added: replies.length, at: (replies.at(-1)?.at ?? act.now).toString(), reacted: replies.some(({ reactions }) => reactions.length > 0) }))
  await sql`update thread t set last_seq = t.last_seq + g.added, reply_count = t.reply_count + g.added, active_at = greatest(t.active_at, g.at), has_reactions = t.has_reactions or g.reacted,
      resolved_at = case when t.resolved_by is null and t.resolved_at is not null then greatest(t.resolved_at, g.at) else t.resolved_at end,
      known_seq = case when t.known_seq = t.last_seq then t.last_seq + g.added else t.known_seq end
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g(id uuid, added bigint, at timestamptz, reacted boolean)
    where t.workspace_id = ${act.actor.workspaceId} and t.entry_id = g.id`.execute(act.tx)
}

async function react(act: Act, texts: readonly Pick<Text, 'id' | 'at' | 'reactions'>[]): Promise<void> {
  const rows = texts.flatMap(({ id, at, reactions }) => reactions.map(({ emoji, personId }) => ({ workspace_id: act.actor.workspaceId, subject_id: id, emoji, person_id: personId, at })))
  if (rows.length > 0) await act.tx.insertInto('reaction').values(rows).onConflict((row) => row.doNothing()).execute()
}

/** Remembers what each key became, so that it never comes in again. */
async function note(act: Act, run: Pick<RunRow, 'id' | 'source'>, parts: readonly Part[]): Promise<void> {
  const base = { workspace_id: act.actor.workspaceId, source: run.source, run_id: run.id, hash: null }
  const rows = parts.flatMap(({ entryId, opening, conversation, replies }) => [
    ...(opening ? [{ ...base, kind: 'conversation' as const, key: conversation.key, entry_id: entryId, reply_id: null }, { ...base, kind: 'message' as const, key: opening.key, entry_id: entryId, reply_id: null }] : []),
    ...replies.map(({ id, key }) => ({ ...base, kind: 'message' as const, key, entry_id: entryId, reply_id: id })),
  ])
  if (rows.length > 0) await act.tx.insertInto('import_item').values(rows).execute()
}
