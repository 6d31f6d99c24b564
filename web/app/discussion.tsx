import { lazy } from 'react'

/** The replies of an entry that has a page of its own; loaded when such a page is open. */
export const Discussion = lazy(async () => ({ default: (await import('../threads/read/Discussion.tsx')).Discussion }))
