import { useInfiniteQuery } from '@tanstack/react-query'
import { listMyAudit } from '#contract/audit.ts'
import { call, keyOf, problemFrom } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { Empty } from '../ui/Empty.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { t } from '../ui/words.ts'
import { AuditLines } from './AuditLines.tsx'

/** What the log says of the reader. */
export function MyLog({ zone }: { zone: string }) {
  const now = useNow()
  const log = useInfiniteQuery({
    queryKey: keyOf(listMyAudit), initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) => call(listMyAudit, { ...(pageParam !== null && { before: pageParam }) }, { signal }),
    getNextPageParam: (last) => last.next,
  })
  const lines = log.data?.pages.flatMap((page) => page.lines.map(({ seq, at, says }) => ({ seq, at, says, how: '' }))) ?? []
  return (
    <Page title={t`Audit log`} lede={t`What it says of you: what you did to your account and to rights, and what others did to yours. Owners and admins see it too.`}>
      <AuditLines lines={lines} zone={zone} now={now} />
      {log.data && lines.length === 0 && <Empty text={t`Nothing yet.`} />}
      {log.hasNextPage && <p className="page-first"><LinkAction busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>{t`Older lines`}</LinkAction></p>}
      {log.error && <Problem {...problemFrom(log.error)} action={<LinkAction strong onClick={() => void log.refetch()}>{t`Try again`}</LinkAction>} />}
      {log.isPending && <Skeleton lines={7} />}
    </Page>
  )
}
