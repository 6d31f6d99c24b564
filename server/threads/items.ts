import { slotWords } from '#domain/asks/offer-words.ts'
import { may } from '#domain/policy.ts'
import { dateWords } from '#domain/time/time-words.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Words } from '#domain/words/said.ts'
import type { Act, ItemSource, ItemText } from '#server/platform/act.ts'
import type { Follow } from '#server/platform/db/tables/threads.ts'
import { wordsOf } from '#server/platform/words.ts'
import { selectCalls, whyOf } from './call-view.ts'
import { rightsOf, selectPlaced } from './heads.ts'
import { selectSaved } from './saved.ts'

type Muting = { follow: Follow | null; muted_until: Temporal.Instant | null }

const muted = ({ follow, muted_until }: Muting): ItemText['muted'] => follow === 'muted' ? { until: muted_until } : undefined
const toThread = (id: string): ItemText['replyTo'] => ({ kind: 'thread', id })

/** Replies with the thread that they stand in, for its reader. */
function selectTold(act: Act) {
  const { personId, workspaceId } = act.actor
  return act.tx.selectFrom('reply as r')
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'r.workspace_id').onRef('p.id', '=', 'r.author_id'))
    .innerJoin('thread as t', (join) => join.onRef('t.workspace_id', '=', 'r.workspace_id').onRef('t.entry_id', '=', 'r.entry_id'))
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'r.workspace_id').onRef('e.id', '=', 'r.entry_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 't.workspace_id').onRef('s.id', '=', 't.space_id'))
    .leftJoin('thread_person as m', (join) => join.onRef('m.workspace_id', '=', 't.workspace_id').onRef('m.entry_id', '=', 't.entry_id').on('m.person_id', '=', personId))
    .select(['r.id', 'r.entry_id', 'r.body', 'p.name as author_name', 'e.number', 'e.title', 't.author_id as opener_id', 't.deleted_at as thread_deleted_at', 't.space_id', 's.name as space_name', 's.visibility', 's.archived_at', 'm.follow', 'm.muted_until'])
    .where('r.workspace_id', '=', workspaceId).where('r.undone', '=', false).where('r.deleted_at', 'is', null).where('t.deleted_at', 'is', null)
}

const replies: ItemSource = async (act, ids) => {
  const rows = await selectTold(act).where('r.id', 'in', [...ids]).execute()
  const seen = rows.filter((row) => may(act.actor, 'entry.see', { entry: rightsOf(act.actor.workspaceId, { ...row, author_id: row.opener_id, deleted_at: row.thread_deleted_at }) }))
  return new Map(seen.map((row) => [row.id, {
    title: row.title, text: row.body, byName: row.author_name, spaceName: row.space_name, number: row.number, replyId: row.id, replyTo: toThread(row.entry_id), muted: muted(row),
  }]))
}

async function openings(act: Act, ids: readonly string[]) {
  const rows = await selectPlaced(act).select(['t.body', 'm.muted_until']).where('t.entry_id', 'in', [...ids]).where('t.deleted_at', 'is', null).execute()
  return rows.filter((row) => may(act.actor, 'entry.see', { entry: rightsOf(act.actor.workspaceId, row) }))
}
type Opening = Awaited<ReturnType<typeof openings>>[number]

const openingItem = (row: Opening, text: string): ItemText => ({
  title: row.title, text, byName: row.author_name, spaceName: row.space_name, number: row.number, replyId: null, replyTo: toThread(row.entry_id), muted: muted(row),
})

const threads: ItemSource = async (act, ids) => new Map((await openings(act, ids)).map((row) => [row.entry_id, openingItem(row, row.body)]))

const changes: ItemSource = async (act, ids) => {
  const rows = await openings(act, ids)
  const notices = await act.tx.selectFrom('change_notice').select(['entry_id', 'was', 'now', 'since', 'why']).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', 'in', [...ids]).execute()
  const byId = new Map(notices.map((notice) => [notice.entry_id, notice]))
  const words = wordsOf(act)
  return new Map(rows.flatMap((row) => {
    const notice = byId.get(row.entry_id)
    if (!notice) return []
    const parts = [said`**Was.** ${notice.was}`, said`**Now, since ${sinceWords(notice.since, words)}.** ${notice.now}`, said`**Why.** ${notice.why}`]
    return [[row.entry_id, openingItem(row, [...parts.map((part) => inWords(part, words)), row.body].join('\n\n').trim())]]
  }))
}

/** The day from which something is otherwise: as people wrote it in English, with the month in German. */
const sinceWords = (date: string, words: Words): string => words.language === 'en' ? date : `${dateWords(date, words)} ${date.slice(0, 4)}`

const reminders: ItemSource = async (act, ids) => {
  const rows = await selectSaved(act).where('k.id', 'in', [...ids]).execute()
  const seen = rows.filter((row) => may(act.actor, 'entry.see', { entry: rightsOf(act.actor.workspaceId, row) }))
  return new Map(seen.map((row) => [row.id, {
    title: row.title, text: row.reply_body ?? row.body, byName: row.by_name ?? '', spaceName: row.space_name, number: row.number, replyId: row.reply_id, replyTo: toThread(row.entry_id),
  }]))
}

const calls: ItemSource = async (act, ids) => {
  const rows = (await selectCalls(act).where('c.id', 'in', [...ids]).execute()).filter((row) => row.state === 'offered' || row.state === 'proposed')
  const heads = new Map((await openings(act, rows.map((row) => row.entry_id))).map((row) => [row.entry_id, row]))
  const texts = await Promise.all(rows.map(async (row): Promise<[string, ItemText] | null> => {
    const head = heads.get(row.entry_id)
    if (!head || !may(act.actor, 'call.see', { call: { people: row.people, entry: rightsOf(act.actor.workspaceId, head) } })) return null
    const when = row.starts_at && row.minutes ? [inWords(said`Proposed: ${slotWords({ start: row.starts_at, end: row.starts_at.add({ minutes: row.minutes }) }, act.actor.zone, viewerOf(act))}.`, wordsOf(act))] : []
    return [row.id, { ...openingItem(head, [...when, await whyOf(act, row), ...row.agenda.map((point) => `- ${point}`)].join('\n\n')), byName: 'Longhand', muted: undefined }]
  }))
  return new Map(texts.filter((text) => text !== null))
}

const viewerOf = ({ actor, now }: Act) => ({ id: actor.personId, zone: actor.zone, now, words: wordsOf({ actor }) })

/** How items of this room read, with the eyes of who is told. */
export const threadItems: Readonly<Record<string, ItemSource>> = {
  'threads.reply': replies, 'threads.thread': threads, 'threads.change': changes, 'threads.reminder': reminders, 'threads.call': calls,
}
