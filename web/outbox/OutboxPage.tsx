import './outbox.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { listOutbox, sendAgain } from '#contract/outbox.ts'
import { call, keyOf, problemFrom } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { isAdmin, useMe, zoneOf } from '../app/me.ts'
import { NotFound } from '../app/PageProblem.tsx'
import { useSend } from '../app/send.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Outbox } from './Outbox.tsx'
import { t } from '../ui/words.ts'

/** Every message with what became of it, for those who manage the workspace. */
export function OutboxPage() {
  const me = useMe().data
  const manages = me !== undefined && isAdmin(me)
  const { state } = useSearch({ strict: false })
  const { history } = useRouter()
  const now = useNow()
  const input = state === undefined ? {} : { state }
  const mails = useInfiniteQuery({
    queryKey: keyOf(listOutbox, input), enabled: manages, initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => call(listOutbox, { ...input, ...(pageParam !== null && { cursor: pageParam }) }, { signal }),
    getNextPageParam: (last) => last.next,
  })
  const again = useSend(sendAgain, 'outbox')
  if (me && !manages) return <NotFound />
  const problem = mails.error ? problemFrom(mails.error) : undefined
  return (
    <Page title={t`Outbox`} lede={<>{t`Every message that leaves Longhand, newest first, and why it was written.`} <a href="/mail-in">{t`Mail that came in`}</a> · <a href="/webhooks">{t`Webhooks`}</a> · <a href="/status">{t`How this server is doing`}</a></>}>
      {mails.data && <Outbox mails={mails.data.pages.flatMap((page) => page.items)} state={state ?? 'all'} onState={(next) => history.replace(next === 'all' ? '/outbox' : `/outbox?state=${next}`)} zone={zoneOf(me)} now={now} again={again} />}
      {mails.hasNextPage && <p className="page-first"><LinkAction busy={mails.isFetchingNextPage} onClick={() => void mails.fetchNextPage()}>{t`Older messages`}</LinkAction></p>}
      {problem && <Problem {...problem} action={<LinkAction strong onClick={() => void mails.refetch()}>{t`Try again`}</LinkAction>} />}
      {mails.isPending && <Skeleton lines={7} />}
    </Page>
  )
}
