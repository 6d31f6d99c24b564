import { useInfiniteQuery } from '@tanstack/react-query'
import { listBatons } from '#contract/handoffs.ts'
import { call, keyOf } from '../../app/api.ts'
import { readTo } from './piles.ts'

/** Read at once; more than one accepts in a week, so that all one holds is among them. */
const PAGE = 50

/** Settled batons, those given to me and those I gave, page by page; live events refresh what is shown. */
export function useSettled() {
  const both = [useSettledOf('to-me'), useSettledOf('from-me')]
  const streams = both.map((read) => ({ items: read.data?.pages.flatMap((page) => page.items) ?? [], more: read.hasNextPage }))
  return {
    batons: both.every((read) => read.data) ? streams.flatMap((stream) => stream.items) : undefined,
    readTo: readTo(streams),
    error: both.find((read) => read.error)?.error ?? null,
    more: streams.some((stream) => stream.more), loading: both.some((read) => read.isFetchingNextPage),
    onOlder: () => { for (const read of both) if (read.hasNextPage) void read.fetchNextPage() },
    refetch: () => { for (const read of both) void read.refetch() },
  }
}

function useSettledOf(of: 'to-me' | 'from-me') {
  const input = { of, settled: 'true', limit: PAGE } as const
  return useInfiniteQuery({
    queryKey: [...keyOf(listBatons, input), 'pages'],
    queryFn: ({ pageParam, signal }) => call(listBatons, { ...input, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
}
