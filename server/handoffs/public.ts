import type { BatonView, LineView } from '#contract/handoffs.ts'
import { heldFrom } from '#domain/handoffs/held.ts'
import { placeOf, visibleSpaces } from '#server/spaces/public.ts'
import { namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { viewBatons } from './baton-views.ts'
import { linesOf, selectBatons, selectLines, selectUnowned } from './queries.ts'
import type { LineRow } from './queries.ts'
import { viewLine } from './wrap-views.ts'

export { committerHere } from './git.ts'

type Looker = Pick<Act, 'tx' | 'actor' | 'now'>

/** Most rows of one kind that a brief reads. */
const MANY = 200

export type ReaderBatons = {
  /** Offered to the actor, or waiting with them as cover; those that lapse first come first. */
  toMe: BatonView[]
  /** Given by the actor and back with a question. */
  returned: BatonView[]
  /** Held by nobody, in the actor's spaces, given by them or once offered to them. */
  unowned: BatonView[]
  /** Given by the actor, and still waiting for somebody. */
  given: BatonView[]
  /** Accepted by the actor and in their hands, the newest first. */
  held: BatonView[]
}

/** Batons that the actor gave to others, and that were said to be done since a moment, the newest first. Index: baton_done. */
export async function doneSince(act: Looker, since: Temporal.Instant): Promise<BatonView[]> {
  const { workspaceId, personId } = act.actor
  const spaces = await seenIds(act)
  if (spaces.length === 0) return []
  return viewBatons(act, await selectBatons(act.tx, workspaceId).where('b.giver_id', '=', personId).where('b.state', '=', 'done').where('b.done_at', '>', since)
    .where('b.receiver_id', '!=', personId).where('b.space_id', 'in', spaces).orderBy('b.done_at', 'desc').orderBy('b.id').limit(MANY).execute())
}

/** Every open baton that concerns the actor. Indexes: baton_for_receiver, baton_of_giver, baton_unowned. */
export async function openBatonsOf(act: Looker): Promise<ReaderBatons> {
  const { workspaceId, personId } = act.actor
  const spaces = await seenIds(act)
  if (spaces.length === 0) return { toMe: [], returned: [], unowned: [], given: [], held: [] }
  const seen = () => selectBatons(act.tx, workspaceId).where('b.space_id', 'in', spaces)
  const [toMe, given, unowned, held] = await Promise.all([
    seen().where('b.receiver_id', '=', personId).where('b.state', 'in', ['offered', 'lapsed']).orderBy('b.lapses_at').orderBy('b.id').limit(MANY).execute(),
    seen().where('b.giver_id', '=', personId).where('b.state', 'in', ['offered', 'returned', 'lapsed']).orderBy('b.id').limit(MANY).execute(),
    selectUnowned(act.tx, act.actor, spaces).orderBy('b.unowned_at').orderBy('b.id').limit(MANY).execute(),
    seen().where('b.receiver_id', '=', personId).where('b.state', '=', 'accepted').where('b.accepted_at', '>=', heldFrom(act.now)).orderBy('b.accepted_at', 'desc').orderBy('b.id').limit(MANY).execute(),
  ])
  const rows = new Map([...toMe, ...given, ...unowned, ...held].map((row) => [row.id, row]))
  const views = new Map((await viewBatons(act, [...rows.values()])).map((view) => [view.id, view]))
  const pick = (list: readonly { id: string }[]) => list.flatMap(({ id }) => views.get(id) ?? [])
  return {
    toMe: pick(toMe), returned: pick(given.filter((row) => row.state === 'returned')),
    unowned: pick(unowned), given: pick(given.filter((row) => row.state === 'offered' || row.state === 'lapsed')), held: pick(held),
  }
}

export type OpenLine = LineView & { kind: 'blocker' | 'question'; number: number; spaceId: string; spaceName: string; authorId: string; authorName: string; authorZone: string; publishedAt: Temporal.Instant }

/** Open blockers and questions that name the actor; the oldest deadline first, then the oldest. Index: wrap_line_open. */
export async function openLinesFor(act: Looker): Promise<OpenLine[]> {
  const { workspaceId, personId } = act.actor
  const spaces = await seenIds(act)
  if (spaces.length === 0) return []
  const rows = await selectLines(act.tx, workspaceId).where('l.person_id', '=', personId).where('l.cleared_at', 'is', null)
    .where('l.kind', 'in', ['blocker', 'question']).where('e.space_id', 'in', spaces)
    .orderBy('l.eta', (order) => order.asc().nullsLast()).orderBy('e.published_at').orderBy('l.id').limit(MANY).execute()
  const names = await namesOf(act, rows.flatMap((row) => [row.author_id, personId]))
  return rows.map((row) => ({
    ...viewLine(act, row, { names, authorId: row.author_id, place: placeOf(workspaceId, { id: row.space_id, visibility: row.visibility, archived_at: row.archived_at }) }),
    kind: row.kind === 'question' ? 'question' : 'blocker', number: row.number, spaceId: row.space_id, spaceName: row.space_name, authorId: row.author_id,
    authorName: names.get(row.author_id)?.name ?? '', authorZone: names.get(row.author_id)?.zone ?? 'UTC', publishedAt: row.published_at,
  }))
}

/** A wrap as a brief tells it. */
export type WrapDigest = {
  entryId: string; number: number; spaceId: string; spaceName: string; authorId: string; authorName: string; authorZone: string
  publishedAt: Temporal.Instant; tldr: string; words: number; state: string; nextAction: string; mostImportant: string
  done: string[]; blockers: LineRow[]; decisions: LineRow[]; questions: LineRow[]
}

/** These wraps as a brief tells them, by entry, as far as the actor may see them. */
export async function wrapDigests(act: Looker, entryIds: readonly string[]): Promise<Map<string, WrapDigest>> {
  const spaces = entryIds.length === 0 ? [] : await seenIds(act)
  if (spaces.length === 0) return new Map()
  const rows = await selectWraps(act).where('e.id', 'in', [...entryIds]).where('e.space_id', 'in', spaces).execute()
  return new Map((await digests(act, rows)).map((digest) => [digest.entryId, digest]))
}

/** What wraps say, as Markdown, by entry, as far as the actor may see them. */
export async function wrapTexts(act: Looker, entryIds: readonly string[]): Promise<Map<string, string>> {
  const lines = (rows: readonly LineRow[]) => rows.map(({ text }) => text)
  return new Map([...await wrapDigests(act, entryIds)].map(([id, wrap]) =>
    [id, [wrap.mostImportant, wrap.state, wrap.nextAction, ...wrap.done, ...lines(wrap.blockers), ...lines(wrap.decisions), ...lines(wrap.questions)].join('\n')]))
}

/** Somebody's own wraps since a moment, oldest first, as far as the actor may see them. Index: entry_by_author. */
export async function wrapsOf(act: Looker, personId: string, since: Temporal.Instant): Promise<WrapDigest[]> {
  const spaces = await seenIds(act)
  if (spaces.length === 0) return []
  const rows = await selectWraps(act).where('e.author_id', '=', personId).where('e.space_id', 'in', spaces).where('e.published_at', '>=', since)
    .orderBy('e.published_at', 'desc').orderBy('e.id', 'desc').limit(MANY).execute()
  return digests(act, rows.toReversed())
}

function selectWraps(act: Looker) {
  return act.tx.selectFrom('entry as e')
    .innerJoin('wrap as w', (join) => join.onRef('w.workspace_id', '=', 'e.workspace_id').onRef('w.entry_id', '=', 'e.id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .select(['e.id', 'e.number', 's.id as space_id', 's.name as space_name', 'e.author_id', 'e.published_at', 'e.tldr', 'e.word_count', 'w.state_text', 'w.next_action', 'w.most_important'])
    .where('e.workspace_id', '=', act.actor.workspaceId).where('e.deleted_at', 'is', null)
}

async function digests(act: Looker, rows: readonly Awaited<ReturnType<ReturnType<typeof selectWraps>['execute']>>[number][]): Promise<WrapDigest[]> {
  const [lines, names] = await Promise.all([linesOf(act.tx, act.actor.workspaceId, rows.map((row) => row.id)), namesOf(act, rows.map((row) => row.author_id))])
  const linesByEntry = Map.groupBy(lines, (line) => line.entry_id)
  return rows.map((row) => {
    const of = (kind: LineRow['kind']) => (linesByEntry.get(row.id) ?? []).filter((line) => line.kind === kind)
    return {
      entryId: row.id, number: row.number, spaceId: row.space_id, spaceName: row.space_name, authorId: row.author_id, authorName: names.get(row.author_id)?.name ?? '',
      authorZone: names.get(row.author_id)?.zone ?? 'UTC', publishedAt: row.published_at, tldr: row.tldr, words: row.word_count, state: row.state_text,
      nextAction: row.next_action, mostImportant: row.most_important, done: of('done').map((line) => line.text), blockers: of('blocker'), decisions: of('decision'), questions: of('question'),
    }
  })
}

const seenIds = async (act: Looker): Promise<string[]> => (await visibleSpaces(act)).map((space) => space.id)
