import type { AskView, hitRate, listAsks, owe as oweOperation, wait as waitOperation } from '#contract/asks.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { groupAsks, OWE_GROUPS } from '#domain/asks/groups.ts'
import type { OweGroup } from '#domain/asks/groups.ts'
import { oweSentence, waitSentence } from '#domain/asks/list-words.ts'
import { countFor } from '#domain/brief/count-words.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Said, Words } from '#domain/words/said.ts'
import { settingsOf } from '#server/agreement/public.ts'
import { decisionsAwaitedBy, decisionsOwedBy } from '#server/decisions/public.ts'
import { calendarOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { pageOf, readCursor } from '#server/platform/http/cursor.ts'
import { spaceFor, visibleSpaces } from '#server/spaces/public.ts'
import { threadFor } from '#server/threads/public.ts'
import { isSeen, OPEN, selectAsks } from './queries.ts'
import type { AskRow } from './queries.ts'
import { askOf } from './rows.ts'
import { viewAsks } from './views.ts'
import { wordsOf } from '#server/platform/words.ts'

/** Nobody owes more at once; older ones come up as these are done. */
const MANY = 200

type Groups = OutputOf<typeof oweOperation>['groups']
const TITLES: Readonly<Record<OweGroup, Said>> = { now: said`Now`, today: said`Today`, tomorrow: said`Tomorrow`, later: said`Later` }

/**
 * Open asks for which the actor has to act next: those asked of them, once they cannot be taken back any more, and questions
 * that came back to them. Index: ask_owed, ask_awaited.
 */
export async function owedBy(act: Pick<Act, 'tx' | 'actor' | 'now'>): Promise<AskRow[]> {
  const { personId } = act.actor
  const rows = await selectAsks(act).where('a.state', 'in', OPEN).where((is) => is.or([
    is.and([is('a.answerer_id', '=', personId), is('a.state', '!=', 'question_back'), is('b.undo_until', '<=', act.now)]), is.and([is('a.asker_id', '=', personId), is('a.state', '=', 'question_back')]),
  ])).orderBy('a.due_at').orderBy('a.entry_id').limit(MANY).execute()
  return rows.filter((row) => isSeen(act, row))
}

/** The same for what the actor waits for. */
async function awaitedBy(act: Act): Promise<AskRow[]> {
  const { personId } = act.actor
  const rows = await selectAsks(act).where('a.state', 'in', OPEN).where((is) => is.or([
    is.and([is('a.asker_id', '=', personId), is('a.state', '!=', 'question_back')]), is.and([is('a.answerer_id', '=', personId), is('a.state', '=', 'question_back')]),
  ])).orderBy('a.due_at').orderBy('a.entry_id').limit(MANY).execute()
  return rows.filter((row) => isSeen(act, row))
}

export async function owe(act: Act, { snoozed }: InputOf<typeof oweOperation>): Promise<OutputOf<typeof oweOperation>> {
  const [rows, decisions] = await Promise.all([owedBy(act), decisionsOwedBy(act), settingsOf(act)])
  const views = await viewAsks(act, rows)
  const asleep = new Set(views.filter((view) => view.snoozedUntil !== null).map((view) => view.number))
  const shown = rows.filter((row) => asleep.has(row.number) === (snoozed === 'true'))
  const count = rows.length - asleep.size
  return {
    groups: await grouped(act, shown, views), snoozed: asleep.size, decisions, sentence: oweSentence(count, decisions.length, wordsOf(act)),
  }
}

export async function wait(act: Act): Promise<OutputOf<typeof waitOperation>> {
  const [rows, decisions] = await Promise.all([awaitedBy(act), decisionsAwaitedBy(act), settingsOf(act)])
  return {
    groups: await grouped(act, rows, await viewAsks(act, rows)), decisions, sentence: waitSentence(rows.length, decisions.length, wordsOf(act)),
  }
}

/** By when, on the actor's own clock. */
async function grouped(act: Act, rows: readonly AskRow[], views: readonly AskView[]): Promise<Groups> {
  const byNumber = new Map(views.map((view) => [view.number, view]))
  const groups = groupAsks(rows.map((row) => ({ ...askOf(row, []), number: row.number })), await calendarOf(act, act.actor.personId), act.now)
  return OWE_GROUPS.map((name) => ({ name, title: inWords(TITLES[name], wordsOf(act)), asks: groups[name].flatMap(({ number }) => byNumber.get(number) ?? []) }))
}

/** Newest first, as far as the actor may see. */
export async function list(act: Pick<Act, 'tx' | 'actor' | 'now'>, { cursor, limit, spaceId, threadNumber, open }: InputOf<typeof listAsks>): Promise<OutputOf<typeof listAsks>> {
  const spaces = spaceId === undefined ? (await visibleSpaces(act)).map((space) => space.id) : [(await spaceFor(act, spaceId, 'space.see')).id]
  if (spaces.length === 0) return { items: [], next: null }
  const after = cursor === undefined ? null : readCursor(cursor)
  let query = selectAsks(act).where('t.space_id', 'in', spaces)
  if (threadNumber !== undefined) query = query.where('a.thread_id', '=', (await threadFor(act, threadNumber)).id)
  if (open === 'true') query = query.where('a.state', 'in', OPEN)
  if (after) query = query.where((is) => is(is.refTuple('a.asked_at', 'a.entry_id'), '<', is.tuple(after.at, after.id)))
  const rows = await query.orderBy('a.asked_at', 'desc').orderBy('a.entry_id', 'desc').limit(limit + 1).execute()
  const views = new Map((await viewAsks(act, rows.slice(0, limit))).map((view) => [view.number, view]))
  const page = pageOf(rows, limit, { keyset: (row) => ({ at: row.asked_at, id: row.entry_id }), item: (row) => views.get(row.number) })
  return { items: page.items.filter((view) => view !== undefined), next: page.next }
}

/** How the actor's own urgent asks were rated; nobody else's can be asked for. Index: ask_urgent_of. */
export async function viewHitRate(act: Act): Promise<OutputOf<typeof hitRate>> {
  const rows = await act.tx.selectFrom('ask').select('rating').where('workspace_id', '=', act.actor.workspaceId).where('asker_id', '=', act.actor.personId).where('urgent', '=', true).execute()
  const count = (rating: 'urgent' | 'hour' | 'day') => rows.filter((row) => row.rating === rating).length
  const rated = rows.filter((row) => row.rating !== null).length
  const urgent = count('urgent')
  const words = wordsOf(act)
  return {
    sent: rows.length, rated, urgent, hour: count('hour'), day: count('day'),
    sentence: inWords(ratedWords(urgent, rated, words), words),
  }
}

function ratedWords(urgent: number, rated: number, words: Words): Said {
  if (rated === 0) return said`None of your urgent asks was rated yet.`
  const [first, all] = [capital(countFor(urgent, words)), countFor(rated, words)]
  return rated === 1 ? said`${first} of ${all} rated ask was urgent to who answered.` : said`${first} of ${all} rated asks were urgent to who answered.`
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
