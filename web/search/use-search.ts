import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { search } from '#contract/search.ts'
import { call, keyOf, problemFrom } from '../app/api.ts'

/** What was found for a question, page by page. What was found before stays until the new is there. */
export function useSearch(question: string) {
  const list = useInfiniteQuery({
    queryKey: keyOf(search, { q: question }), enabled: question.trim() !== '', initialPageParam: 0, placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => call(search, { q: question, offset: pageParam }, { signal }),
    getNextPageParam: (last, pages) => { const shown = pages.reduce((sum, page) => sum + page.items.length, 0); return last.items.length > 0 && shown < last.total ? shown : undefined },
  })
  return {
    answer: list.data?.pages[0], items: list.data?.pages.flatMap((page) => page.items), more: list.hasNextPage, loading: list.isFetchingNextPage, stale: list.isPlaceholderData,
    onMore: () => void list.fetchNextPage(), again: () => void list.refetch(), problem: list.error ? problemFrom(list.error) : undefined,
  }
}
