import { QueryCache, QueryClient } from '@tanstack/react-query'
import { problemFrom } from './api.ts'

/** Live events refresh what changed, so nothing else needs to be asked again within this time. Unit: ms. */
const FRESH_FOR = 60_000
/** How often a read is tried again when no answer came. */
const TRIES_AGAIN = 2

/**
 * The cache of everything read. A refusal is an answer and is not tried again; a lost connection is. What is gone, or may no
 * longer be seen, leaves the cache with the answer that says so.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => { if (problemFrom(error).code === 'not_found') query.setState({ data: undefined }) } }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_FOR,
        // Without a network a read is given what this device kept, so it is not held back.
        networkMode: 'always',
        retry: (failures, error) => problemFrom(error).status === 0 && failures < TRIES_AGAIN && navigator.onLine,
      },
      mutations: { retry: false },
    },
  })
}
