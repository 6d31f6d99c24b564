import { useState } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { listWebhookDeliveries, redeliverWebhook } from '#contract/webhooks.ts'
import { call, keyOf, problemFrom } from '../app/api.ts'
import { currentTime } from '../app/clock.ts'
import { useSend } from '../app/send.ts'
import { Choice } from '../ui/Choice.tsx'
import { Empty } from '../ui/Empty.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { LoggedMessage } from './LoggedMessage.tsx'
import { isMoving } from './webhook-words.ts'
import { t } from '../ui/words.ts'

const STATES = [{ value: 'all', label: t`All` }, { value: 'failed', label: t`Failed` }, { value: 'waiting', label: t`Waiting` }, { value: 'dropped', label: t`Not sent` }, { value: 'sent', label: t`Taken` }] as const
type Shown = (typeof STATES)[number]['value']
/** How often the log is read again while a message is on its way. Unit: ms. */
const EVERY_MS = 1000

/** What was sent to one endpoint in the last thirty days. */
export function Log({ id, zone, now }: { id: string, zone: string, now: Temporal.Instant }) {
  const [shown, setShown] = useState<Shown>('all')
  const input = { id, ...(shown !== 'all' && { state: shown }) }
  const read = useInfiniteQuery({
    queryKey: keyOf(listWebhookDeliveries, input), initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => call(listWebhookDeliveries, { ...input, ...(pageParam !== null && { cursor: pageParam }) }, { signal }),
    getNextPageParam: (last) => last.next,
    refetchInterval: ({ state }) => isMoving(state.data?.pages.flatMap((page) => page.items) ?? [], currentTime()) ? EVERY_MS : false,
  })
  const again = useSend(redeliverWebhook, 'webhooks')
  const messages = read.data?.pages.flatMap((page) => page.items)
  return (
    <Section title={t`The last thirty days`}>
      <div className="webhook-filter"><Choice legend={t`Show`} legendUnseen options={STATES} value={shown} onChange={setShown} /></div>
      {again.problem && <Problem title={again.problem.title} next={again.problem.next} />}
      <div className="webhook-log">{messages?.map((message) => <LoggedMessage key={message.id} message={message} zone={zone} now={now} busy={again.busy} onAgain={() => again.send({ id, deliveryId: message.id })} />)}</div>
      {messages?.length === 0 && <Empty text={shown === 'all' ? t`Nothing was sent yet. What it is told will stand here, with each answer.` : t`No message is in this state.`} />}
      {read.hasNextPage && <p className="page-first"><LinkAction busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>{t`Older messages`}</LinkAction></p>}
      {read.error && <Problem {...problemFrom(read.error)} action={<LinkAction strong onClick={() => void read.refetch()}>{t`Try again`}</LinkAction>} />}
      {read.isPending && <Skeleton lines={5} />}
    </Section>
  )
}
