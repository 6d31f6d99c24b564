import { useInfiniteQuery } from '@tanstack/react-query'
import { listEntries } from '#contract/entries.ts'
import { call, keyOf, problemFrom } from '../app/api.ts'

/** What was written in a space, page by page; live events refresh what is shown. */
export function useFeed(spaceId: string) {
  const feed = useInfiniteQuery({
    queryKey: [...keyOf(listEntries, { spaceId }), 'pages'],
    queryFn: ({ pageParam, signal }) => call(listEntries, { spaceId, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return {
    entries: feed.data?.pages.flatMap((page) => page.items),
    more: feed.hasNextPage, loading: feed.isFetchingNextPage, onOlder: () => void feed.fetchNextPage(),
    problem: feed.error ? problemFrom(feed.error) : undefined,
  }
}
