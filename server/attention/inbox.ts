import { INBOX_KINDS } from '#contract/attention.ts'
import type { doneAllInbox, InboxItem, listInbox, snoozeInbox } from '#contract/attention.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { snoozeUntil } from '#domain/asks/groups.ts'
import { planFromJson } from '#domain/attention/types.ts'
import { reasonWords } from '#domain/attention/reason-words.ts'
import { spelt } from '#domain/brief/count-words.ts'
import { Refusal } from '#domain/refusal.ts'
import { amount, inWords, said } from '#domain/words/said.ts'
import type { Said, Words } from '#domain/words/said.ts'
import { calendarOf } from '#server/people/public.ts'
import { entryByNumber } from '#server/entries/public.ts'
import type { Act, ItemText } from '#server/platform/act.ts'
import { pageOf, readCursor } from '#server/platform/http/cursor.ts'
import { wordsOf } from '#server/platform/words.ts'
import { describe } from './describe.ts'
import { itemRows } from './item-queries.ts'
import type { ItemRow } from './item-queries.ts'
import { reasonFor } from './item-words.ts'
import { waitingFor } from './queries.ts'

/** Longest text shown of one item; the whole of it stands behind the link. Unit: characters. */
const TEXT_MAX = 600

type Of = InputOf<typeof listInbox>['of']

/** A page of what came to the actor; what they may not see any more is left out. Indexes: attention_item_inbox, _waiting, _done. */
export async function viewInbox(act: Act, { of, cursor, limit }: InputOf<typeof listInbox>): Promise<OutputOf<typeof listInbox>> {
  const after = cursor === undefined ? null : readCursor(cursor)
  const { column, order } = PLACES[of]
  let query = rowsOf(act, of)
  if (after) query = query.where((is) => is(is.refTuple(column, 'i.id'), order === 'desc' ? '<' : '>', is.tuple(after.at, after.id)))
  const [rows, held] = await Promise.all([query.orderBy(column, order).orderBy('i.id', order).limit(limit + 1).execute(), waitingFor(act)])
  const texts = await describe(act, rows)
  const page = pageOf(rows, limit, { keyset: (row) => ({ at: momentOf(row, of), id: row.id }), item: (row) => shape(act, row, texts.get(row.id)) })
  const items = page.items.filter((item) => item !== null)
  return { items, next: page.next, held: held.count, nextAt: held.nextAt?.toString() ?? null, sentence: sentenceOf(of, items.length, wordsOf(act)) }
}

const PLACES = {
  new: { column: 'i.settled_at', order: 'desc' }, held: { column: 'i.deliver_at', order: 'asc' },
  snoozed: { column: 'i.snoozed_until', order: 'asc' }, done: { column: 'i.done_at', order: 'desc' },
} as const

const momentOf = (row: ItemRow, of: Of): Temporal.Instant =>
  ({ new: row.settled_at, held: row.deliver_at, snoozed: row.snoozed_until, done: row.done_at })[of] ?? row.created_at

function rowsOf(act: Act, of: Of) {
  const rows = itemRows(act, act.actor.personId)
  if (of === 'held') return rows.where('i.state', '=', 'waiting')
  if (of === 'done') return rows.where('i.done_at', 'is not', null)
  const here = rows.where('i.state', 'in', ['delivered', 'digest']).where('i.done_at', 'is', null)
  return of === 'snoozed' ? here.where('i.snoozed_until', '>', act.now) : here.where((is) => is.or([is('i.snoozed_until', 'is', null), is('i.snoozed_until', '<=', act.now)]))
}

const NONE: Readonly<Record<Of, Said>> = { new: said`Nothing new came to you.`, held: said`Nothing is held for later.`, snoozed: said`Nothing is put aside.`, done: said`Nothing is done yet.` }

function sentenceOf(of: Of, count: number, words: Words): string {
  if (count === 0) return inWords(NONE[of], words)
  const things = capital(spelt(amount(count, 'thing'), words))
  // What waits for an answer is counted in the brief; here also lies what only has to be read.
  const waits = count === 1 ? said`${things} came to you and is not marked as done.` : said`${things} came to you and are not marked as done.`
  return inWords({ new: waits, held: said`${things} held for later.`, snoozed: said`${things} put aside.`, done: said`${things} done.` }[of], words)
}

const capital = (sentence: string): string => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`

/** Kinds of items that an answer settles; others are opened. */
const ANSWERED: ReadonlySet<string> = new Set(['ask', 'question-back', 'clarification', 'urgent'])

function shape(act: Act, row: ItemRow, text: ItemText | undefined): InboxItem | null {
  if (!text) return null
  const held = row.state === 'waiting'
  const words = wordsOf(act)
  const when = () => reasonWords(planFromJson(row.plan), { name: act.actor.name, zone: act.actor.zone }, { side: 'reader', zone: act.actor.zone, now: act.now, words })
  const why = inWords(reasonFor(row, text.spaceName), words)
  const open = row.done_at === null && !held
  return {
    id: row.id, kind: INBOX_KINDS.find((kind) => kind === row.kind) ?? 'thread', title: text.title, text: text.text.slice(0, TEXT_MAX), byName: text.byName, spaceName: text.spaceName,
    number: text.number, replyId: text.replyId, at: row.created_at.toString(), deliverAt: row.deliver_at?.toString() ?? null,
    deliveredAt: row.state === 'delivered' || row.state === 'digest' ? row.settled_at?.toString() ?? null : null, state: row.state, urgent: row.urgent, obliges: row.obliges,
    why: held ? `${why} ${when()}` : why, rule: row.plan.reason.code, snoozedUntil: row.snoozed_until?.toString() ?? null, doneAt: row.done_at?.toString() ?? null,
    can: ['open', ...(row.done_at === null ? [] : ['undone' as const]), ...(open ? ['done' as const, 'snooze' as const] : []), ...(open && row.obliges && ANSWERED.has(row.kind) ? ['answer' as const] : [])],
  }
}

/** Puts one item away, or brings it back. */
export async function done(act: Act, { id, undo }: { id: string; undo: boolean }): Promise<InboxItem> {
  return change(act, id, { done_at: undo ? null : act.now })
}

/** Puts an item aside until a moment of the actor's working time. It asks for nothing meanwhile; clocks of asks run on. */
export async function snooze(act: Act, { id, until }: InputOf<typeof snoozeInbox>): Promise<InboxItem> {
  if (until === null) return change(act, id, { snoozed_until: null })
  const choice = until === 'hour' ? { kind: 'hour' as const } : until === 'shift' ? { kind: 'tomorrow' as const } : { kind: 'at' as const, at: Temporal.Instant.from(until) }
  return change(act, id, { snoozed_until: snoozeUntil(choice, await calendarOf(act, act.actor.personId), null, act.now) })
}

/** Puts everything of one conversation away. */
export async function doneAll(act: Act, { number }: InputOf<typeof doneAllInbox>): Promise<{ ok: true }> {
  const entry = await entryByNumber(act, number)
  await act.tx.updateTable('attention_item').set({ done_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('conversation_id', '=', entry.id)
    .where('person_id', '=', act.actor.personId).where('state', 'in', ['delivered', 'digest']).where('done_at', 'is', null).execute()
  await act.emit({ kind: 'inbox.changed', personId: act.actor.personId })
  return { ok: true }
}

async function change(act: Act, id: string, to: { done_at?: Temporal.Instant | null; snoozed_until?: Temporal.Instant | null }): Promise<InboxItem> {
  const { workspaceId, personId } = act.actor
  await act.tx.updateTable('attention_item').set(to).where('workspace_id', '=', workspaceId).where('id', '=', id).where('person_id', '=', personId)
    .where('state', 'in', ['delivered', 'digest']).execute()
  const row = await itemRows(act, personId).where('i.id', '=', id).executeTakeFirst()
  const view = row && shape(act, row, (await describe(act, [row])).get(id))
  if (!view) throw new Refusal('not_found', said`There is no such item in your inbox.`, said`Read your inbox again.`)
  await act.emit({ kind: 'inbox.changed', personId })
  return view
}
