import { inWords, said } from '#domain/words/said.ts'
import type { Words } from '#domain/words/said.ts'
import { tell } from '#server/attention/public.ts'
import { actAs } from '#server/platform/act.ts'
import type { Act, ItemSource, ItemText, TimerHandler } from '#server/platform/act.ts'
import { actorOf } from '#server/platform/auth/identify.ts'
import { json } from '#server/platform/db/columns.ts'
import { wordsOf } from '#server/platform/words.ts'
import { visibleSpaces } from '#server/spaces/public.ts'
import { ranked } from './find.ts'

const WATCH = 'search.watch'
const NEWS = 'searches.news'
/** When it is looked for what is new: at night, so that the digest of the morning has it. Local time of the reader. */
const LOOKED_AT = { hour: 4 }
/** Most texts of one search and space that a digest names. */
const NAMED_MAX = 5

/** Looks for what is new every night from the next one on. */
export async function watchFrom(act: Act, searchId: string, zone = act.actor.zone): Promise<void> {
  const today = act.now.toZonedDateTimeISO(zone).with({ ...LOOKED_AT, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
  const next = Temporal.Instant.compare(today.toInstant(), act.now) > 0 ? today : today.add({ days: 1 })
  await act.timer({ kind: WATCH, key: searchId, at: next.toInstant(), payload: { searchId } })
}

/** What a saved search finds anew goes to the digest of its owner, with their rights of this moment; one item a space. */
const watch: TimerHandler = async (act, { searchId = '' }) => {
  const { workspaceId } = act.actor
  const row = await act.tx.selectFrom('saved_search').select(['id', 'person_id', 'question', 'told_until']).where('workspace_id', '=', workspaceId).where('id', '=', searchId).where('in_digest', '=', true).executeTakeFirst()
  if (!row) return
  const owner = await actorOf(act.tx, workspaceId, row.person_id)
  if (!owner) return
  const { found } = await ranked(actAs(act, owner), `${row.question} `)
  const fresh = found.filter(({ atMs, authorId }) => atMs > row.told_until.epochMilliseconds && authorId !== row.person_id)
  for (const [spaceId, some] of Map.groupBy(fresh, (text) => text.spaceId)) {
    const id = act.newId()
    const [first] = some
    if (!first) continue
    await act.tx.insertInto('saved_search_news').values({ workspace_id: workspaceId, id, search_id: row.id, space_id: spaceId, text_ids: json(some.map((text) => text.id)), at: act.now }).execute()
    await tell(act, { key: `${NEWS}:${id}`, kind: 'search', source: NEWS, subjectId: id, conversationId: first.entryId, spaceId, readers: [{ personId: row.person_id, standing: 'space' }], at: act.now })
  }
  await act.tx.updateTable('saved_search').set({ told_until: act.now }).where('workspace_id', '=', workspaceId).where('id', '=', row.id).execute()
  await watchFrom(act, row.id, owner.zone)
}
export const savedTimers = { [WATCH]: watch }

/** What is new reads as it stands when it is told: what was deleted since, or may not be seen any more, is left out. */
const describe: ItemSource = async (act, ids) => {
  const spaceIds = new Set((await visibleSpaces(act)).map(({ id }) => id))
  const { workspaceId, personId } = act.actor
  const rows = await act.tx.selectFrom('saved_search_news as n').innerJoin('saved_search as q', (join) => join.onRef('q.workspace_id', '=', 'n.workspace_id').onRef('q.id', '=', 'n.search_id'))
    .select(['n.id', 'n.text_ids', 'n.space_id', 'q.name']).where('n.workspace_id', '=', workspaceId).where('n.id', 'in', [...ids]).where('q.person_id', '=', personId).execute()
  const texts = new Map<string, ItemText>()
  for (const row of rows) {
    const found = (await shownOf(act, row.text_ids)).filter((text) => spaceIds.has(text.space_id))
    const [first] = found
    if (first) texts.set(row.id, itemOf(row.name, { found, first }, wordsOf(act)))
  }
  return texts
}
export const savedItems = { [NEWS]: describe }

type Shown = Awaited<ReturnType<typeof shownOf>>[number]

function shownOf({ tx, actor }: Pick<Act, 'tx' | 'actor'>, ids: readonly string[]) {
  return tx.selectFrom('entry_text as x').innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'x.workspace_id').onRef('e.id', '=', 'x.entry_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .select(['x.id', 'e.number', 'e.title', 's.id as space_id', 's.name as space_name', 'x.is_reply']).where('x.workspace_id', '=', actor.workspaceId).where('x.id', 'in', [...ids]).where('x.hidden', '=', false)
    .orderBy('x.at').orderBy('x.id').execute()
}

function itemOf(name: string, { found, first }: { found: readonly Shown[]; first: Shown }, words: Words): ItemText {
  const lines = found.slice(0, NAMED_MAX).map(({ number, title, is_reply }) => is_reply ? inWords(said`A reply in #${number} ${title}`, words) : `#${number} ${title}`)
  const rest = found.length - lines.length
  return {
    title: inWords(said`New for “${name}”`, words), text: `${lines.join('; ')}${rest > 0 ? inWords(said`; and ${rest} more`, words) : ''}.`, byName: inWords(said`Your saved search`, words), spaceName: first.space_name, number: first.number, replyId: null, replyTo: null,
  }
}
