import { useInfiniteQuery } from '@tanstack/react-query'
import { pageVersions } from '#contract/pages.ts'
import { call, keyOf, problemFrom } from '../../app/api.ts'

/** The versions of a page, newest first, lot by lot. */
export function useVersions(number: number) {
  const list = useInfiniteQuery({
    queryKey: [...keyOf(pageVersions, { number }), 'pages'], initialPageParam: '',
    queryFn: ({ pageParam, signal }) => call(pageVersions, { number, ...(pageParam && { cursor: pageParam }) }, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return { versions: list.data?.pages.flatMap((page) => page.items), more: list.hasNextPage, loading: list.isFetchingNextPage, onOlder: () => void list.fetchNextPage(), again: () => void list.refetch(), problem: list.error ? problemFrom(list.error) : undefined }
}
