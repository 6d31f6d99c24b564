import { may } from '#domain/policy.ts'
import type { Action, EntryRights } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { noSuch } from '#server/entries/public.ts'
import type { Act } from '#server/platform/act.ts'
import { placeOf } from '#server/spaces/public.ts'

export type Looker = Pick<Act, 'tx' | 'actor'>
export type Reading = Pick<Act, 'tx' | 'actor' | 'now'>

/** Pages with where they stand and without their text, also those that were deleted. Rights are the caller's to ask. */
export function selectAnyPage({ tx, actor: { workspaceId } }: Looker) {
  return tx.selectFrom('page as p')
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'p.workspace_id').onRef('e.id', '=', 'p.entry_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .select(['p.entry_id', 'p.kind', 'p.version', 'p.edited_at', 'p.edited_by', 'p.parent_id', 'p.position', 'p.tags', 'p.owner_id', 'p.verified_at', 'p.verified_by', 'p.verified_version',
      'p.verified_against', 'p.review_days', 'p.expires_on', 'p.from_thread', 'p.source'])
    .select(['e.number', 'e.title', 'e.author_id', 'e.published_at', 'e.deleted_at', 's.id as space_id', 's.name as space_name', 's.visibility', 's.archived_at'])
    .where('p.workspace_id', '=', workspaceId)
}

/** Those that were not deleted. */
export const selectPages = (act: Looker) => selectAnyPage(act).where('e.deleted_at', 'is', null)
/** The same with the whole text, which may be a megabyte: for one page, or a few. */
export const selectWholePages = (act: Looker) => selectPages(act).select('p.text')

export type PageHeadRow = Awaited<ReturnType<ReturnType<typeof selectAnyPage>['executeTakeFirstOrThrow']>>
export type PageRow = Awaited<ReturnType<ReturnType<typeof selectWholePages>['executeTakeFirstOrThrow']>>
type Placed = Pick<PageHeadRow, 'space_id' | 'visibility' | 'archived_at' | 'author_id' | 'owner_id' | 'deleted_at'>

/** What the policy needs to know of a page. */
export function rightsOf({ actor: { workspaceId } }: Looker, row: Placed): EntryRights {
  const place = placeOf(workspaceId, { id: row.space_id, visibility: row.visibility, archived_at: row.archived_at })
  return { workspaceId, authorId: row.author_id, deleted: row.deleted_at !== null, place, page: { ownerId: row.owner_id } }
}

export const isSeen = (act: Looker, row: Placed): boolean => may(act.actor, 'entry.see', { entry: rightsOf(act, row) })

/** @throws {Refusal} `not_allowed` where the page is seen and this is not the actor's to do */
export function checkMay(act: Looker, row: Placed, action: Extract<Action, 'page.write' | 'entry.delete'>): void {
  if (may(act.actor, action, { entry: rightsOf(act, row) })) return
  throw row.archived_at === null ? new Refusal('not_allowed', said`You may not do this with this page.`, said`Ask who minds it, or say it in the talk beside it.`)
    : new Refusal('not_allowed', said`The space of this page is archived, so it is only read.`, said`Ask somebody who manages the space to open it again.`)
}

/**
 * One page by number, if the actor may see it; kept from others until the transaction ends where asked for.
 * @throws {Refusal} `not_found`, alike for what does not exist, is no page, was deleted and is hidden
 */
export async function pageFor(act: Looker, number: number, { lock = false } = {}): Promise<PageRow> {
  const find = () => selectWholePages(act).where('e.number', '=', number)
  const row = await (lock ? find().forUpdate('p') : find()).executeTakeFirst()
  if (row && isSeen(act, row)) return row
  throw await noSuch(act, { number, kind: 'page' }, said`There is no page #${number} that you can see.`)
}

/** The same for a change of it, by whoever may write in its space. @throws {Refusal} `not_found`, `not_allowed` */
export async function pageForChange(act: Looker, number: number): Promise<PageRow> {
  const row = await pageFor(act, number, { lock: true })
  checkMay(act, row, 'page.write')
  return row
}

/** The same for timers and listeners, which act for nobody; also where it was deleted. */
export const lockPage = (act: Looker, id: string): Promise<PageRow | undefined> => selectAnyPage(act).select('p.text').where('p.entry_id', '=', id).forUpdate('p').executeTakeFirst()
