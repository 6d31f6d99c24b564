import { shorten, tldrOf } from '#domain/handoffs/tldr.ts'
import type { Matter, Wrap } from '#domain/radiators/facts.ts'
import { listAsks } from '#server/asks/public.ts'
import { listDecisions } from '#server/decisions/public.ts'
import { wrapDigests } from '#server/handoffs/public.ts'
import type { EntryKind } from '#server/platform/db/tables/workspace.ts'
import { sql } from 'kysely'
import type { Looking } from './people.ts'
import { wordsOf } from '#server/platform/words.ts'
import { inWords, said } from '#domain/words/said.ts'

/** What is older says nothing about now. Unit: days. */
const LATELY_DAYS = 14
/** The newest so many of each kind in each space are looked at. */
const EACH_MAX = 12
const MATTERS_MAX = 8
/** As much of an outcome as one line holds. Unit: characters. */
const LINE_MAX = 240

type Newest = { id: string; number: number; space_id: string; title: string; tldr: string; author_name: string; published_at: Temporal.Instant }

/** The newest entries of a kind in each of these spaces. Index: entry_by_space. */
async function newest({ tx, actor: { workspaceId }, now }: Looking, spaceIds: readonly string[], kind: EntryKind): Promise<Newest[]> {
  if (spaceIds.length === 0) return []
  const { rows } = await sql<Newest>`
    select c.id, c.number, c.space_id, c.title, c.tldr, p.name as author_name, c.published_at from unnest(${[...spaceIds]}::uuid[]) as s(id)
    cross join lateral (select e.id, e.number, e.space_id, e.title, e.tldr, e.author_id, e.published_at from entry e
      where e.workspace_id = ${workspaceId} and e.space_id = s.id and e.kind = ${kind} and e.deleted_at is null and e.published_at > ${now.subtract({ hours: LATELY_DAYS * 24 })}
      order by e.published_at desc, e.id desc limit ${EACH_MAX}) c
    join person p on p.workspace_id = ${workspaceId} and p.id = c.author_id order by c.published_at desc, c.id desc`.execute(tx)
  return rows
}

/** The newest wrap of each hand in each of these spaces, newest first, with what is still in the way. */
export async function wrapsLately(act: Looking, spaceIds: readonly string[]): Promise<Wrap[]> {
  const rows = await newest(act, spaceIds, 'wrap')
  const digests = await wrapDigests(act, rows.map(({ id }) => id))
  const wraps = rows.flatMap(({ id }) => digests.get(id) ?? [])
  const names = await blockerNames(act, wraps.flatMap(({ blockers }) => blockers.flatMap((row) => row.person_id ?? [])))
  const last = new Map(wraps.toReversed().map((wrap) => [`${wrap.spaceId} ${wrap.authorId}`, wrap]))
  return [...last.values()].toSorted((a, b) => b.publishedAt.epochMilliseconds - a.publishedAt.epochMilliseconds).map((wrap) => ({
    number: wrap.number, spaceId: wrap.spaceId, authorId: wrap.authorId, authorName: wrap.authorName, at: wrap.publishedAt, mostImportant: line(wrap.mostImportant), next: line(wrap.nextAction),
    blockers: wrap.blockers.filter((row) => row.cleared_at === null).map((row) => ({ text: line(row.text), byName: row.person_id === null ? null : names.get(row.person_id) ?? null, eta: row.eta })),
  }))
}

async function blockerNames({ tx, actor: { workspaceId } }: Looking, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  return new Map((await tx.selectFrom('person').select(['id', 'name']).where('workspace_id', '=', workspaceId).where('id', 'in', [...ids]).execute()).map(({ id, name }) => [id, name]))
}

/** People write Markdown; a sentence takes its first one, in plain words. */
const line = (text: string): string => tldrOf(text)

export async function openDecisionsIn(act: Looking, spaceIds: readonly string[]): Promise<Matter[]> {
  const within = new Set(spaceIds)
  const { items } = await listDecisions(act, { of: 'open', limit: MATTERS_MAX * 4, ...spaceIds.length === 1 && spaceIds[0] !== undefined && { spaceId: spaceIds[0] } })
  return items.filter(({ spaceId }) => within.has(spaceId)).slice(0, MATTERS_MAX).map(({ number, title, status, spaceId, accountableName, authorName, createdAt }) => ({ number, title, status, spaceId, byName: accountableName ?? authorName, at: Temporal.Instant.from(createdAt) }))
}

export async function openAsksIn(act: Looking, spaceId: string): Promise<Matter[]> {
  const { items } = await listAsks(act, { spaceId, open: 'true', limit: MATTERS_MAX })
  return items.map(({ number, title, answererName, clock, askedAt }) => ({ number, title, status: inWords(said`${answererName} is asked. ${clock}`, wordsOf(act)), spaceId, byName: answererName, at: Temporal.Instant.from(askedAt) }))
}

/** The newest check-in of each hand. */
export async function checkinsLately(act: Looking, spaceId: string): Promise<Matter[]> {
  const last = new Map((await newest(act, [spaceId], 'checkin')).toReversed().map((row) => [row.author_name, row]))
  return [...last.values()].toSorted((a, b) => b.published_at.epochMilliseconds - a.published_at.epochMilliseconds).slice(0, MATTERS_MAX).map(({ number, title, tldr, author_name, published_at }) => ({ number, title, status: tldrOf(tldr), spaceId, byName: author_name, at: published_at }))
}

/** What threads came to, and decisions that were signed, lately. */
export async function outcomesLately(act: Looking, spaceId: string): Promise<Matter[]> {
  const { tx, actor: { workspaceId }, now } = act
  const since = now.subtract({ hours: LATELY_DAYS * 24 })
  const threads = await tx.selectFrom('thread as t').innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 't.workspace_id').onRef('e.id', '=', 't.entry_id'))
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 't.workspace_id').onRef('p.id', '=', 't.author_id'))
    .select(['e.number', 'e.title', 't.outcome', 'p.name', 't.resolved_at']).where('t.workspace_id', '=', workspaceId).where('t.space_id', '=', spaceId).where('e.deleted_at', 'is', null).where('t.outcome', 'is not', null)
    .where('t.resolved_at', '>', since).orderBy('t.resolved_at', 'desc').limit(MATTERS_MAX).execute()
  const { items } = await listDecisions(act, { of: 'records', spaceId, limit: MATTERS_MAX })
  return [
    ...threads.map(({ number, title, outcome, name, resolved_at }) => ({ number, title, status: shorten((outcome ?? '').replace(/\s+/gu, ' '), LINE_MAX), spaceId, byName: name, at: resolved_at ?? now })),
    ...items.flatMap(({ number, title, status, decidedAt, authorName }) => decidedAt !== null && Temporal.Instant.compare(Temporal.Instant.from(decidedAt), since) > 0 ? [{ number, title, status, spaceId, byName: authorName, at: Temporal.Instant.from(decidedAt) }] : []),
  ].toSorted((a, b) => b.at.epochMilliseconds - a.at.epochMilliseconds).slice(0, MATTERS_MAX)
}

/** Batons of a space that nobody holds. Index: baton_unowned. */
export async function unownedIn({ tx, actor: { workspaceId } }: Looking, spaceId: string): Promise<{ text: string; number: number }[]> {
  const rows = await tx.selectFrom('baton as b').innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'b.workspace_id').onRef('e.id', '=', 'b.entry_id'))
    .select(['b.text', 'e.number']).where('b.workspace_id', '=', workspaceId).where('b.space_id', '=', spaceId).where('b.state', '=', 'unowned').where('e.deleted_at', 'is', null).orderBy('b.unowned_at').limit(MATTERS_MAX).execute()
  return rows.map(({ text, number }) => ({ text: line(text), number }))
}
