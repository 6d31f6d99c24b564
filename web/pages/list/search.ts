import { PAGE_KINDS } from '#domain/pages/kinds.ts'
import type { PageKind } from '#domain/pages/kinds.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { listPages } from '#contract/pages.ts'
import { TRUTHS } from '../words.ts'
import type { Truth } from '../words.ts'
import { t } from '../../ui/words.ts'

export const VIEWS = [{ value: 'all', label: t`All pages` }, { value: 'again', label: t`To look at again` }, { value: 'orphans', label: t`Without an owner` }, { value: 'trash', label: t`Deleted by you` }] as const
type View = (typeof VIEWS)[number]['value']

/** What the address of the pages says. */
export type PagesSearch = { view: View, kind: PageKind | undefined, truth: Truth | undefined, spaceId: string | undefined, ownerId: string | undefined, tag: string | undefined }

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const idIn = (text: string | null): string | undefined => (text !== null && ID.test(text) ? text : undefined)

/** @param query `?view=again&kind=runbook&truth=stale&space=…&owner=…&tag=…`; what is not understood is left out */
export function searchIn(query: string): PagesSearch {
  const given = new URLSearchParams(query)
  return {
    view: VIEWS.find(({ value }) => value === given.get('view'))?.value ?? 'all', kind: PAGE_KINDS.find((kind) => kind === given.get('kind')), truth: TRUTHS.find((truth) => truth === given.get('truth')),
    spaceId: idIn(given.get('space')), ownerId: idIn(given.get('owner')), tag: given.get('tag') || undefined,
  }
}

/** The address of a search; only what differs from everything stands in it. */
export function hrefOf({ view, kind, truth, spaceId, ownerId, tag }: PagesSearch): string {
  const query = new URLSearchParams({ ...(view !== 'all' && { view }), ...(kind && { kind }), ...(truth && { truth }), ...(spaceId && { space: spaceId }), ...(ownerId && { owner: ownerId }), ...(tag && { tag }) }).toString()
  return query === '' ? '/pages' : `/pages?${query}`
}

/** What the server is asked for. */
export const askedFor = ({ view, kind, truth, spaceId, ownerId, tag }: PagesSearch): GivenTo<typeof listPages> => ({
  ...(kind && { kind }), ...(view === 'again' ? { truth: 'stale' as const } : truth && { truth }), ...(spaceId && { spaceId }), ...(ownerId && { ownerId }), ...(tag && { tag }),
})

/** Something besides the space narrows the pages down, so that a tree would have holes. */
export const isNarrow = ({ view, kind, truth, ownerId, tag }: PagesSearch): boolean => view === 'again' || kind !== undefined || truth !== undefined || ownerId !== undefined || tag !== undefined
