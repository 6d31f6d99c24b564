import { useInfiniteQuery } from '@tanstack/react-query'
import { listAudit } from '#contract/audit.ts'
import type { AuditLine } from '#contract/audit.ts'
import { call, keyOf, problemFrom } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { t } from '../ui/words.ts'
import { AuditLines } from './AuditLines.tsx'
import type { Shown } from './by-day.ts'
import { Chain } from './Chain.tsx'
import { howWords } from './how.ts'

const shown = ({ seq, content, says }: AuditLine): Shown => ({ seq, says, at: content?.at ?? null, how: content?.actorId ? t`${howWords(content.via)} · line ${seq}` : t`line ${seq}` })

/** The log of a workspace, for those who manage it. */
export function WholeLog({ zone }: { zone: string }) {
  const now = useNow()
  const log = useInfiniteQuery({
    queryKey: keyOf(listAudit), initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) => call(listAudit, { ...(pageParam !== null && { before: pageParam }) }, { signal }),
    getNextPageParam: (last) => last.next,
  })
  return (
    <Page title={t`Audit log`} lede={t`Who did what to rights, ways in, settings, imports and exports. It holds no text of anybody, and each line holds the hash of the one before.`}>
      {log.data && <Chain />}
      {log.data && <AuditLines lines={log.data.pages.flatMap((page) => page.lines.map(shown))} zone={zone} now={now} />}
      {log.hasNextPage && <p className="page-first"><LinkAction busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>{t`Older lines`}</LinkAction></p>}
      {log.error && <Problem {...problemFrom(log.error)} action={<LinkAction strong onClick={() => void log.refetch()}>{t`Try again`}</LinkAction>} />}
      {log.isPending && <Skeleton lines={7} />}
    </Page>
  )
}
