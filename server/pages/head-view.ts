import type { PageHead } from '#contract/pages.ts'
import { truthOf } from '#domain/pages/truth.ts'
import type { Verification } from '#domain/pages/truth.ts'
import { namesOf } from '#server/people/public.ts'
import type { PersonName } from '#server/people/public.ts'
import { parentsOf } from './places.ts'
import type { Parent } from './places.ts'
import type { PageHeadRow, Reading } from './queries.ts'

export type Names = ReadonlyMap<string, PersonName>

/** Everybody whom the head of a page names. */
export const namedIn = (row: PageHeadRow): string[] => [row.author_id, row.edited_by, row.owner_id, row.verified_by].filter((id) => id !== null)

/** Pages as lists show them, in the given order. All of them may be seen. */
export async function viewHeads(act: Reading, rows: readonly PageHeadRow[]): Promise<PageHead[]> {
  const [names, parents] = await Promise.all([namesOf(act, rows.flatMap(namedIn)), parentsOf(act, rows.map((row) => row.entry_id))])
  return rows.map((row) => viewHead(act, row, { names, parent: parents.get(row.entry_id) }))
}

/** What was said of its truth last; null where nobody has verified it. */
export function verificationOf(row: PageHeadRow, names: Names): Verification | null {
  if (row.verified_at === null || row.verified_by === null) return null
  const by = names.get(row.verified_by)
  return { at: row.verified_at, byName: by?.name ?? '', zone: by?.zone ?? 'UTC', version: row.verified_version ?? 0, against: row.verified_against, expiresOn: row.expires_on }
}

export function viewHead({ now }: Reading, row: PageHeadRow, { names, parent }: { names: Names; parent: Parent | undefined }): PageHead {
  const nameOf = (id: string): string => names.get(id)?.name ?? ''
  return {
    number: row.number, title: row.title, kind: row.kind, spaceId: row.space_id, spaceName: row.space_name, parent: parent?.number ?? null, position: row.position, tags: [...row.tags],
    ownerId: row.owner_id, ownerName: row.owner_id === null ? null : nameOf(row.owner_id), authorId: row.author_id, authorName: nameOf(row.author_id), createdAt: row.published_at.toString(),
    editedAt: row.edited_at.toString(), editedByName: nameOf(row.edited_by), truth: truthOf(verificationOf(row, names), now), expiresOn: row.expires_on,
  }
}
