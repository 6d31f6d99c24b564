import { DECISION_STATES } from '#contract/decisions.ts'
import type { listDecisions } from '#contract/decisions.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { DecisionState } from '../words.ts'
import { t } from '../../ui/words.ts'

type Asked = GivenTo<typeof listDecisions>
export type Of = NonNullable<Asked['of']>

export const SHAPES = [{ value: 'list', label: t`As a list` }, { value: 'timeline', label: t`As a timeline` }, { value: 'graph', label: t`What superseded what` }] as const
export type Shape = (typeof SHAPES)[number]['value']

export const OFS: readonly { value: Of, label: string }[] = [
  { value: 'all', label: t`All` }, { value: 'open', label: t`To be decided` }, { value: 'waiting', label: t`Waiting for me` }, { value: 'mine', label: t`Mine` }, { value: 'records', label: t`Decided` },
]

/** What the address of the log says. */
export type LogSearch = { shape: Shape, of: Of, state: DecisionState | undefined, spaceId: string | undefined, tag: string | undefined, q: string }

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** @param query `?view=graph&of=open&state=ready&space=…&tag=…&q=…`; what is not understood is left out */
export function searchIn(query: string): LogSearch {
  const given = new URLSearchParams(query)
  const space = given.get('space') ?? ''
  return {
    shape: SHAPES.find(({ value }) => value === given.get('view'))?.value ?? 'list', of: OFS.find(({ value }) => value === given.get('of'))?.value ?? 'all',
    state: DECISION_STATES.find((state) => state === given.get('state')), spaceId: ID.test(space) ? space : undefined, tag: given.get('tag') ?? undefined, q: given.get('q') ?? '',
  }
}

/** The address of a search; only what differs from everything stands in it. */
export function hrefOf({ shape, of, state, spaceId, tag, q }: LogSearch): string {
  const query = new URLSearchParams({
    ...(shape !== 'list' && { view: shape }), ...(of !== 'all' && { of }), ...(state && { state }), ...(spaceId !== undefined && { space: spaceId }), ...(tag !== undefined && { tag }), ...(q.trim() !== '' && { q: q.trim() }),
  }).toString()
  return query === '' ? '/decisions' : `/decisions?${query}`
}

/** What the server is asked for. */
export const askedFor = ({ of, state, spaceId, tag, q }: LogSearch): Asked => ({ of, ...(state && { state }), ...(spaceId !== undefined && { spaceId }), ...(tag !== undefined && { tag }), ...(q.trim() !== '' && { q: q.trim() }) })

/** Something narrows the list down. */
export const isNarrow = ({ of, state, spaceId, tag, q }: LogSearch): boolean => of !== 'all' || state !== undefined || spaceId !== undefined || tag !== undefined || q.trim() !== ''
