import { countRounds } from '#domain/asks/rounds.ts'
import type { Exchange, OpenPoint } from '#domain/asks/rounds.ts'
import type { Act } from '#server/platform/act.ts'

/** What rounds are counted on: who spoke when to which question, and which questions are open. */
export type Talk = { exchanges: Exchange[]; openPoints: OpenPoint[] }

/** More messages than this do not change whether a call is offered. */
const LOOKED_AT = 200

export type Spoken = { authorId: string; at: Temporal.Instant; askId: string | null }
type Asks = { id: string; title: string; askerId: string; answererId: string; open: boolean; askedAt: Temporal.Instant }
type Topic = { id: string; kind: string; title: string; authorId: string; publishedAt: Temporal.Instant; resolved: boolean }

/** Asks of a thread, itself where it is one. Index: thread_ask_in. */
export async function asksIn(act: Pick<Act, 'tx' | 'actor'>, threadId: string): Promise<Asks[]> {
  const rows = await act.tx.selectFrom('thread_ask as k').innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'k.workspace_id').onRef('e.id', '=', 'k.ask_id'))
    .select(['k.ask_id', 'e.title', 'k.asker_id', 'k.answerer_id', 'k.open', 'k.asked_at']).where('k.workspace_id', '=', act.actor.workspaceId)
    .where('k.thread_id', '=', threadId).where('e.deleted_at', 'is', null).orderBy('k.asked_at').orderBy('k.ask_id').execute()
  return rows.map((row) => ({ id: row.ask_id, title: row.title, askerId: row.asker_id, answererId: row.answerer_id, open: row.open, askedAt: row.asked_at }))
}

/** The newest texts of a thread that stand. Index: reply_place. */
export async function spokenIn(act: Pick<Act, 'tx' | 'actor'>, threadId: string): Promise<Spoken[]> {
  const rows = await act.tx.selectFrom('reply').select(['author_id', 'posted_at', 'ask_id']).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', threadId)
    .where('deleted_at', 'is', null).orderBy('seq', 'desc').limit(LOOKED_AT).execute()
  return rows.toReversed().map((row) => ({ authorId: row.author_id, at: row.posted_at, askId: row.ask_id }))
}

/** What a thread is about is a question of its own until it is resolved, whatever asks stand in it; what an ask asks is the first word on that. */
export function talkOf(topic: Topic, asks: readonly Asks[], spoken: readonly Spoken[]): Talk {
  const own = asks.some(({ id }) => id === topic.id)
  const opening: Exchange[] = own ? [] : [{ authorId: topic.authorId, at: topic.publishedAt }]
  const asked = asks.map(({ id, askerId, askedAt }): Exchange => ({ authorId: askerId, at: askedAt, askId: id }))
  const itself = topic.kind === 'thread' && !topic.resolved ? [{ askId: null, text: topic.title, peopleIds: [topic.authorId] }] : []
  return {
    exchanges: [...opening, ...asked, ...spoken.map(({ authorId, at, askId }): Exchange => ({ authorId, at, askId: askId ?? (own ? topic.id : undefined) }))],
    openPoints: [...itself, ...asks.filter(({ open }) => open).map(({ id, title, askerId, answererId }) => ({ askId: id, text: title, peopleIds: [askerId, answererId] }))],
  }
}

/** The most that any open question went back and forth. */
export function roundsOf({ exchanges, openPoints }: Talk): number {
  const open = new Set(openPoints.map(({ askId }) => askId))
  return countRounds(exchanges).find(({ askId }) => open.has(askId))?.rounds ?? 0
}
