import { useInfiniteQuery } from '@tanstack/react-query'
import { listDecisions } from '#contract/decisions.ts'
import { call, keyOf, problemFrom } from '../../app/api.ts'
import { askedFor } from './search.ts'
import type { LogSearch } from './search.ts'

/** Decisions of a search, newest first, page by page; live events refresh what is shown. */
export function useDecisionList(search: LogSearch) {
  const asked = askedFor(search)
  const list = useInfiniteQuery({
    queryKey: [...keyOf(listDecisions, asked), 'pages'], initialPageParam: '',
    queryFn: ({ pageParam, signal }) => call(listDecisions, { ...asked, ...(pageParam && { cursor: pageParam }) }, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return {
    decisions: list.data?.pages.flatMap((page) => page.items), more: list.hasNextPage, loading: list.isFetchingNextPage, onOlder: () => void list.fetchNextPage(), again: () => void list.refetch(),
    problem: list.error ? problemFrom(list.error) : undefined,
  }
}
