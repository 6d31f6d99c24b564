import type { PageHeadRow } from '#server/pages/public.ts'
import type { Act } from '#server/platform/act.ts'
import { whoSees } from '#server/spaces/public.ts'

type Minded = Pick<PageHeadRow, 'owner_id' | 'verified_by' | 'author_id' | 'space_id' | 'visibility' | 'archived_at'>

/** Those of these people who are here and see the page. */
const seeing = (act: Pick<Act, 'tx' | 'actor'>, { space_id, visibility, archived_at }: Pick<Minded, 'space_id' | 'visibility' | 'archived_at'>, ids: readonly string[]): Promise<string[]> =>
  whoSees(act, { id: space_id, visibility, archived_at }, ids)

/** Who is asked to look at a page again: whoever owns it, else whoever verified it; null where they are gone. */
export async function lookerOf(act: Pick<Act, 'tx' | 'actor'>, row: Minded): Promise<string | null> {
  const id = row.owner_id ?? row.verified_by
  return id !== null && (await seeing(act, row, [id])).length > 0 ? id : null
}

/** Who is told of what is wrong with it or said of it: whoever owns it, else who wrote it; null where they are gone. */
export async function minderOf(act: Pick<Act, 'tx' | 'actor'>, row: Minded): Promise<string | null> {
  const here = await seeing(act, row, [row.author_id, ...row.owner_id === null ? [] : [row.owner_id]])
  return [row.owner_id, row.author_id].find((id) => id !== null && here.includes(id)) ?? null
}
