import type { changeSearch, lookAtSearch, SavedSearch, saveSearch } from '#contract/searches.ts'
import type { InputOf } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { ranked } from './find.ts'
import { watchFrom } from './saved-news.ts'

/** More than that nobody looks at. */
const SEARCHES_MAX = 50

/** Saved searches of the actor. There is no way to ask for anybody else's. */
function mine({ tx, actor: { workspaceId, personId } }: Pick<Act, 'tx' | 'actor'>) {
  return tx.selectFrom('saved_search').select(['id', 'name', 'question', 'in_digest', 'created_at', 'looked_at']).where('workspace_id', '=', workspaceId).where('person_id', '=', personId)
}
type Row = Awaited<ReturnType<ReturnType<typeof mine>['executeTakeFirstOrThrow']>>

/** With how much was written since its owner looked, of what they may see now. */
async function view(act: Act, row: Row): Promise<SavedSearch> {
  const { found } = await ranked(act, `${row.question} `)
  const since = row.looked_at.epochMilliseconds
  const fresh = found.filter(({ atMs, authorId }) => atMs > since && authorId !== act.actor.personId).length
  return { id: row.id, name: row.name, q: row.question, digest: row.in_digest, savedAt: row.created_at.toString(), lookedAt: row.looked_at.toString(), fresh }
}

export async function list(act: Act): Promise<{ items: SavedSearch[] }> {
  const items: SavedSearch[] = []
  for (const row of await mine(act).orderBy('name').execute()) items.push(await view(act, row))
  return { items }
}

async function one(act: Act, id: string): Promise<Row> {
  const row = await mine(act).where('id', '=', id).executeTakeFirst()
  if (row) return row
  throw new Refusal('not_found', said`You have no such saved search.`, said`Read the list again; it may be gone already.`)
}

/** @throws {Refusal} `too_many` */
export async function save(act: Act, { name, q, digest }: InputOf<typeof saveSearch>): Promise<SavedSearch> {
  const rows = await mine(act).execute()
  const same = rows.find((row) => row.name.toLowerCase() === name.trim().toLowerCase())
  if (same) return change(act, { id: same.id, q, digest })
  if (rows.length >= SEARCHES_MAX) throw new Refusal('too_many', said`You keep ${SEARCHES_MAX} searches already.`, said`Drop one that you do not need any more.`)
  const id = act.newId()
  await act.tx.insertInto('saved_search').values({
    workspace_id: act.actor.workspaceId, id, person_id: act.actor.personId, name: name.trim(), question: q.trim(), in_digest: digest, created_at: act.now, looked_at: act.now, told_until: act.now,
  }).onConflict((row) => row.doNothing()).execute()
  if (digest) await watchFrom(act, id)
  return view(act, await one(act, id))
}

/** @throws {Refusal} `not_found`, `conflict` for a name that is taken */
export async function change(act: Act, { id, name, q, digest }: InputOf<typeof changeSearch>): Promise<SavedSearch> {
  const row = await one(act, id)
  const taken = name !== undefined && (await mine(act).execute()).some((other) => other.id !== id && other.name.toLowerCase() === name.trim().toLowerCase())
  if (taken) throw new Refusal('conflict', said`Another search of yours is called “${name.trim()}”.`, said`Choose another name, or drop that one.`)
  const watched = digest ?? row.in_digest
  const anew = (watched && !row.in_digest) || (q !== undefined && q.trim() !== row.question)
  await act.tx.updateTable('saved_search').set({ name: name?.trim() ?? row.name, question: q?.trim() ?? row.question, in_digest: watched, ...(anew && { looked_at: act.now, told_until: act.now }) })
    .where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  if (watched) await watchFrom(act, id)
  return view(act, await one(act, id))
}

/** @throws {Refusal} `not_found` */
export async function drop(act: Act, { id }: { id: string }): Promise<{ ok: true }> {
  await one(act, id)
  await act.tx.deleteFrom('saved_search').where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  return { ok: true }
}

/** @throws {Refusal} `not_found` */
export async function look(act: Act, { id }: InputOf<typeof lookAtSearch>): Promise<SavedSearch> {
  await one(act, id)
  await act.tx.updateTable('saved_search').set({ looked_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  return view(act, await one(act, id))
}
