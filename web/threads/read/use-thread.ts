import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { readThread } from '#contract/threads.ts'
import type { ReplyView, ThreadView } from '#contract/threads.ts'
import type { Problem } from '#contract/problem.ts'
import { call, keyOf, problemFrom, refresh } from '../../app/api.ts'
import { openingOf, replyText } from './texts.ts'
import type { ThreadText } from './texts.ts'

/** Replies read at once; longer threads follow page by page without being asked. */
const AT_ONCE = 200
type Pages = InfiniteData<ThreadView, string>

/** How a thread is read, here and ahead of time. */
export const threadQuery = (number: number) => ({
  queryKey: [...keyOf(readThread, { number }), 'pages'] as const,
  queryFn: ({ pageParam, signal }: { pageParam: string, signal: AbortSignal }) => call(readThread, { number, limit: AT_ONCE, ...(pageParam && { cursor: pageParam }) }, { signal }),
  initialPageParam: '',
  getNextPageParam: (page: ThreadView) => page.next ?? undefined,
})

export type ReadThread = {
  thread: ThreadView | undefined
  /** The opening and every reply, in their order. */
  texts: readonly ThreadText[]
  /** All of it is there. */
  whole: boolean
  problem: Problem | undefined
  again: () => void
}

/** A thread with all its replies. What somebody may no longer see leaves the page and the cache as soon as the server says so. */
export function useThread(number: number, on = true): ReadThread {
  const queries = useQueryClient()
  const read = useInfiniteQuery({ ...threadQuery(number), enabled: on })
  const problem = read.error ? problemFrom(read.error) : undefined
  const gone = problem?.code === 'not_found'
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = read
  useEffect(() => { if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage() }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage])
  useEffect(() => { if (gone) forget(queries, number) }, [gone, queries, number])
  const pages = gone ? undefined : read.data?.pages
  const thread = pages?.[0]
  const texts = useMemo(() => (thread && pages ? [openingOf(thread), ...pages.flatMap(({ items }) => items.map(replyText))] : []), [thread, pages])
  return { thread, texts, whole: !hasNextPage, problem, again: () => void read.refetch() }
}

/** Takes what else was read about a number out of this window; the pages that show it find out for themselves. */
function forget(queries: QueryClient, number: number) {
  const about = ({ queryKey: [, input] }: { queryKey: readonly unknown[] }) => typeof input === 'object' && input !== null && 'number' in input && input.number === number
  queries.removeQueries({ type: 'inactive', predicate: about })
  refresh(queries, ['entries.read', 'threads.list'])
}

/** Puts a reply that was just written where the next reading would bring it. */
export function addReply(queries: QueryClient, number: number, reply: ReplyView) {
  queries.setQueryData<Pages>(threadQuery(number).queryKey, (data) => {
    if (!data || data.pages.some(({ items }) => items.some(({ id }) => id === reply.id))) return data
    const last = data.pages.length - 1
    return { ...data, pages: data.pages.map((page, index) => (index === last ? { ...page, items: [...page.items, reply] } : page)) }
  })
}

/** Changes or takes away one reply in what was read; `change` answers undefined to take it away. */
export function changeReply(queries: QueryClient, number: number, id: string, change: (reply: ReplyView) => ReplyView | undefined) {
  queries.setQueryData<Pages>(threadQuery(number).queryKey, (data) => data && {
    ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.flatMap((reply) => (reply.id === id ? change(reply) ?? [] : [reply])) })),
  })
}

/** Changes what was read of the thread itself. */
export function changeThread(queries: QueryClient, number: number, change: (thread: ThreadView) => ThreadView) {
  queries.setQueryData<Pages>(threadQuery(number).queryKey, (data) => data && { ...data, pages: data.pages.map((page, index) => (index === 0 ? change(page) : page)) })
}
