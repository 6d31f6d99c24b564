import { useInfiniteQuery } from '@tanstack/react-query'
import { listMailIn } from '#contract/mail-in.ts'
import { call, keyOf, problemFrom } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { isAdmin, useMe, zoneOf } from '../app/me.ts'
import { NotFound } from '../app/PageProblem.tsx'
import { Empty } from '../ui/Empty.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { MailInItem } from './MailInItem.tsx'
import { t } from '../ui/words.ts'

/** Every mail that came to a reply address with what became of it, for those who manage the workspace. */
export function MailInPage() {
  const me = useMe().data
  const manages = me !== undefined && isAdmin(me)
  const now = useNow()
  const mails = useInfiniteQuery({
    queryKey: keyOf(listMailIn, {}), enabled: manages, initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => call(listMailIn, { ...(pageParam !== null && { cursor: pageParam }) }, { signal }),
    getNextPageParam: (last) => last.next,
  })
  if (me && !manages) return <NotFound />
  const problem = mails.error ? problemFrom(mails.error) : undefined
  const items = mails.data?.pages.flatMap((page) => page.items)
  return (
    <Page title={t`Mail that came in`} lede={<>{t`Answers to mails of Longhand, newest first, and what became of them.`} <a href="/outbox">{t`What leaves`}</a></>}>
      {items?.map((mail) => <MailInItem key={mail.id} mail={mail} zone={zoneOf(me)} now={now} />)}
      {items?.length === 0 && <Empty text={t`No mail came in yet. Where replies by mail are set up, mails say how to answer them, and answers stand here.`} />}
      {mails.hasNextPage && <p className="page-first"><LinkAction busy={mails.isFetchingNextPage} onClick={() => void mails.fetchNextPage()}>{t`Older mails`}</LinkAction></p>}
      {problem && <Problem {...problem} action={<LinkAction strong onClick={() => void mails.refetch()}>{t`Try again`}</LinkAction>} />}
      {mails.isPending && <Skeleton lines={7} />}
    </Page>
  )
}
