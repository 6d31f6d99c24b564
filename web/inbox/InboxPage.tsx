import { useInfiniteQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { doneInbox, listInbox, snoozeInbox } from '#contract/attention.ts'
import { call, keyOf, problemFrom } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { useSend } from '../app/send.ts'
import { Choice } from '../ui/Choice.tsx'
import { Empty } from '../ui/Empty.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page, PageEnd } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { InboxLine } from './InboxLine.tsx'
import { emptyWords, heldWords, PLACES } from './places.ts'
import { heard, t } from '../ui/words.ts'

/** What came to the reader, batch by batch, and what is held until when. */
export function InboxPage() {
  const me = useMe().data
  const zone = zoneOf(me)
  const now = useNow()
  const { of = 'new' } = useSearch({ strict: false })
  const { history } = useRouter()
  const input = of === 'new' ? {} : { of }
  const inbox = useInfiniteQuery({
    queryKey: keyOf(listInbox, input), initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => call(listInbox, { ...input, ...(pageParam !== null && { cursor: pageParam }) }, { signal }),
    getNextPageParam: (last) => last.next,
  })
  const done = useSend(doneInbox, 'inbox')
  const snooze = useSend(snoozeInbox, 'inbox')
  const items = inbox.data?.pages.flatMap((page) => page.items)
  const [first] = inbox.data?.pages ?? []
  const problem = inbox.error ? problemFrom(inbox.error) : done.problem ?? snooze.problem
  const held = first && of === 'new' ? heldWords(first.held, first.nextAt, zone, now) : undefined
  return (
    <Page title={first ? heard(first.sentence) : t`Inbox`} over={t`Inbox`} lede={held && <>{held} <a href="/inbox?of=held">{t`See what is held and why`}</a></>}>
      <div className="page-first"><Choice legend={t`Show`} legendUnseen options={PLACES} value={of} onChange={(next) => history.replace(next === 'new' ? '/inbox' : `/inbox?of=${next}`)} /></div>
      {problem && <Problem {...problem} action={<LinkAction strong onClick={() => void inbox.refetch()}>{t`Try again`}</LinkAction>} />}
      {items?.map((item) => (
        <InboxLine
          key={item.id} item={item} zone={zone} now={now} busy={done.busy || snooze.busy}
          onDone={(undo) => done.send({ id: item.id, undo })} onSnooze={(until) => snooze.send({ id: item.id, until })}
        />
      ))}
      {items?.length === 0 && <Empty text={emptyWords(of)} action={of === 'new' && <LinkAction href="/focus">{t`Choose when things reach you`}</LinkAction>} />}
      {inbox.hasNextPage && <p className="page-first"><LinkAction busy={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>{t`Older ones`}</LinkAction></p>}
      {inbox.isPending && <Skeleton lines={6} />}
      {items && items.length > 0 && !inbox.hasNextPage && of === 'new' && <PageEnd>{t`That is all.`}</PageEnd>}
    </Page>
  )
}
