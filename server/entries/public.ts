import { may } from '#domain/policy.ts'
import type { EntryRights } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import { placeOf } from '#server/spaces/public.ts'
import type { Act } from '#server/platform/act.ts'
import type { EntryKind } from '#server/platform/db/tables/workspace.ts'
import { hideTexts, moveTexts, putText } from './texts.ts'

export { putNewTexts } from './many-texts.ts'
export type { SearchedText } from './texts.ts'
export { keepTextLinks } from './links.ts'
export { dropText, forgetTexts, moveReplyTexts, putText } from './texts.ts'

export type NewEntry = { kind: EntryKind; spaceId: string; title: string; tldr: string; text: string }

/** Takes the next number of the workspace and writes the entry. Entries of one workspace are numbered in commit order. */
export async function addEntry(act: Act, entry: NewEntry): Promise<{ id: string; number: number }> {
  const { workspaceId, personId } = act.actor
  const { number } = await act.tx.updateTable('workspace').set((now) => ({ next_number: now('next_number', '+', 1) }))
    .where('id', '=', workspaceId).returning((now) => now('next_number', '-', 1).as('number')).executeTakeFirstOrThrow()
  const id = act.newId()
  await act.tx.insertInto('entry').values({
    workspace_id: workspaceId, id, number: Number(number), kind: entry.kind, space_id: entry.spaceId, author_id: personId, title: entry.title,
    tldr: entry.tldr, word_count: wordsIn(entry.text), published_at: act.now, updated_at: act.now, deleted_at: null,
  }).execute()
  await putText(act, { id, entryId: id, title: entry.title, text: entry.text })
  return { id, number: Number(number) }
}

/** Takes the next numbers of the workspace. @returns the first of them */
export async function takeNumbers(act: Act, count: number): Promise<number> {
  const { number } = await act.tx.updateTable('workspace').set((now) => ({ next_number: now('next_number', '+', count) }))
    .where('id', '=', act.actor.workspaceId).returning((now) => now('next_number', '-', count).as('number')).executeTakeFirstOrThrow()
  return Number(number)
}

export type EntryHead = {
  id: string; number: number; kind: EntryKind; spaceId: string | null; authorId: string; title: string; tldr: string
  publishedAt: Temporal.Instant; rights: EntryRights
}

type Found = EntryHead & { deletedAt: Temporal.Instant | null; purged: boolean }

/** An entry with what rights depend on, whether or not it may be seen. For this room's own commands. */
export async function rightsByNumber(act: Pick<Act, 'tx' | 'actor'>, number: number): Promise<Found | null> {
  const { workspaceId } = act.actor
  const row = await act.tx.selectFrom('entry as e')
    .leftJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .leftJoin('page as p', (join) => join.onRef('p.workspace_id', '=', 'e.workspace_id').onRef('p.entry_id', '=', 'e.id'))
    .select(['e.id', 'e.number', 'e.kind', 'e.space_id', 'e.author_id', 'e.title', 'e.tldr', 'e.published_at', 'e.deleted_at', 'e.purged_at', 's.visibility', 's.archived_at', 'p.owner_id'])
    .where('e.workspace_id', '=', workspaceId).where('e.number', '=', number).executeTakeFirst()
  if (!row) return null
  const place = row.space_id && row.visibility ? placeOf(workspaceId, { id: row.space_id, visibility: row.visibility, archived_at: row.archived_at }) : null
  const rights = { workspaceId, authorId: row.author_id, deleted: row.deleted_at !== null, place, ...row.kind === 'page' && { page: { ownerId: row.owner_id } } }
  return {
    id: row.id, number: row.number, kind: row.kind, spaceId: row.space_id, authorId: row.author_id, title: row.title, tldr: row.tldr,
    publishedAt: row.published_at, deletedAt: row.deleted_at, purged: row.purged_at !== null, rights,
  }
}

/**
 * An entry by number, if the actor may see it.
 * @throws {Refusal} `not_found`, alike for what does not exist and what is hidden
 */
export async function entryByNumber(act: Pick<Act, 'tx' | 'actor'>, number: number): Promise<EntryHead> {
  const found = await rightsByNumber(act, number)
  if (found && may(act.actor, 'entry.see', { entry: found.rights })) return found
  throw new Refusal('not_found', said`There is no #${number} that you can see.`, said`Check the number, or ask the person who sent it.`)
}

/**
 * That there is no such entry, as whoever asked for one of a kind is told; to those who see it, that this number is something else.
 * @param message what is said in either case
 */
export async function noSuch(act: Pick<Act, 'tx' | 'actor'>, { number, kind }: Pick<EntryHead, 'number' | 'kind'>, message: Said): Promise<Refusal> {
  const found = await rightsByNumber(act, number)
  const isOther = found !== null && found.kind !== kind && found.deletedAt === null && may(act.actor, 'entry.see', { entry: found.rights })
  return new Refusal('not_found', message, isOther ? said`#${number} is “${found.title}”, which is of another kind.` : said`Check the number, or ask the person who sent it.`)
}

/** Words as people count them: runs of anything but white space. */
export const wordsIn = (text: string): number => text.match(/\S+/gu)?.length ?? 0

/** Keeps what lists show of an entry whose text was edited. */
export async function rewordEntry(act: Act, id: string, { title, tldr, text }: { title: string; tldr: string; text: string }): Promise<void> {
  await act.tx.updateTable('entry').set({ title, tldr, word_count: wordsIn(text), updated_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  await putText(act, { id, entryId: id, title, text })
}

/** Moves entries to another space; their numbers stay. */
export async function moveEntries(act: Act, ids: readonly string[], spaceId: string): Promise<void> {
  await act.tx.updateTable('entry').set({ space_id: spaceId, updated_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('id', 'in', [...ids]).execute()
  await moveTexts(act, ids, spaceId)
}

/** Hides an entry from everybody. Rooms that know its kind hear `entry.deleted` in the same transaction and may refuse. */
export async function hideEntry(act: Act, { id, number, spaceId }: { id: string; number: number; spaceId: string | null }): Promise<void> {
  await act.tx.updateTable('entry').set({ deleted_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  await hideTexts(act, id, true)
  await act.emit({ kind: 'entry.deleted', spaceId, payload: { entryId: id, number } })
}
