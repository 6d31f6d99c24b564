import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { readEntry } from '#contract/entries.ts'
import type { EntryView } from '#contract/spaces.ts'
import { listSaved, listThreads } from '#contract/threads.ts'
import type { ThreadHead } from '#contract/threads.ts'
import { call, keyOf, problemFrom } from '../../app/api.ts'
import type { View } from './view.ts'

/** Threads of one view, page by page; live events refresh what is shown. What the list knows of a number opens its page at once. */
export function useThreadList(of: Exclude<View, 'saved'>, spaceId: string | undefined, on: boolean) {
  const queries = useQueryClient()
  const asked = { of, ...(spaceId !== undefined && { spaceId }) }
  const list = useInfiniteQuery({
    queryKey: [...keyOf(listThreads, asked), 'pages'], enabled: on, initialPageParam: '',
    queryFn: ({ pageParam, signal }) => call(listThreads, { ...asked, ...(pageParam && { cursor: pageParam }) }, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const threads = list.data?.pages.flatMap((page) => page.items)
  useEffect(() => {
    for (const head of list.data?.pages.flatMap((page) => page.items) ?? []) queries.setQueryData<EntryView>(keyOf(readEntry, { number: head.number }), (known) => known ?? entryOf(head))
  }, [list.data, queries])
  return { threads, ...pagingOf(list) }
}

/** What was kept for later, page by page. */
export function useSavedList(on: boolean) {
  const list = useInfiniteQuery({
    queryKey: [...keyOf(listSaved, {}), 'pages'], enabled: on, initialPageParam: '',
    queryFn: ({ pageParam, signal }) => call(listSaved, { ...(pageParam && { cursor: pageParam }) }, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return { saved: list.data?.pages.flatMap((page) => page.items), ...pagingOf(list) }
}

type List = { hasNextPage: boolean, isFetchingNextPage: boolean, fetchNextPage: () => unknown, refetch: () => unknown, error: Error | null }

const pagingOf = (list: List) => ({
  more: list.hasNextPage, loading: list.isFetchingNextPage, onOlder: () => void list.fetchNextPage(), again: () => void list.refetch(), problem: list.error ? problemFrom(list.error) : undefined,
})

const entryOf = ({ number, kind, title, tldr, spaceId, spaceName, authorId, authorName, publishedAt }: ThreadHead): EntryView => ({ number, kind, title, tldr, spaceId, spaceName, authorId, authorName, publishedAt })
