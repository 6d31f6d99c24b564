import type { listInbox } from '#contract/attention.ts'
import type { GivenTo } from '#contract/operation.ts'

/** A part of the inbox, as its address names it. */
export type Place = NonNullable<GivenTo<typeof listInbox>['of']>

const PLACES: readonly Place[] = ['new', 'held', 'snoozed', 'done']

/** Stands apart from the words of the places, since the router is on the first page. */
export const placeIn = (value: unknown): Place | undefined => PLACES.find((place) => place === value)
