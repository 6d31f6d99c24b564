import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { PageHead } from '#contract/pages.ts'
import { listPages } from '#contract/pages.ts'
import type { Problem } from '#contract/problem.ts'
import { call, keyOf, problemFrom } from '../../app/api.ts'
import { askedFor } from './search.ts'
import type { PagesSearch } from './search.ts'

/** Pages read at once. */
const AT_ONCE = 200
/** So many lots follow by themselves, so that a tree is whole; the rest when it is asked for. */
const LOTS = 5

type Heads = { pages: readonly PageHead[] | undefined, problem: Problem | undefined, more: boolean, loading: boolean, onMore: () => void, again: () => void }

/** The pages of a search, last edited first; live events refresh what is shown. */
export function usePageHeads(search: PagesSearch): Heads {
  const asked = askedFor(search)
  const list = useInfiniteQuery({
    queryKey: [...keyOf(listPages, asked), 'pages'], initialPageParam: '',
    queryFn: ({ pageParam, signal }) => call(listPages, { ...asked, limit: AT_ONCE, ...(pageParam && { cursor: pageParam }) }, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage, data } = list
  const few = (data?.pages.length ?? 0) < LOTS
  useEffect(() => { if (few && hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage() }, [few, hasNextPage, isFetchingNextPage, isError, fetchNextPage])
  return {
    pages: data?.pages.flatMap((page) => page.items), problem: list.error ? problemFrom(list.error) : undefined, more: hasNextPage && !few, loading: isFetchingNextPage, onMore: () => void fetchNextPage(), again: () => void list.refetch(),
  }
}
