import { restoreEntry } from '#contract/entries.ts'
import type { OutputOf } from '#contract/operation.ts'
import { deletedPages } from '#contract/pages.ts'
import { announce } from '../../app/Announcer.tsx'
import { problemFrom, useRead } from '../../app/api.ts'
import { useSend } from '../../app/send.ts'
import { longDay } from '../../ui/calendar-words.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Item } from '../../ui/Item.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Time } from '../../ui/Time.tsx'
import { t, tr } from '../../ui/words.ts'

type Told = { zone: string, now: Temporal.Instant }
type Deleted = OutputOf<typeof deletedPages>['pages'][number]

/** What the reader deleted, and until when it can be brought back. */
export function Trash(told: Told) {
  const { data, error, refetch } = useRead(deletedPages, {})
  if (error) return <Problem {...problemFrom(error)} action={<LinkAction strong onClick={() => void refetch()}>{t`Try again`}</LinkAction>} />
  if (!data) return <Skeleton lines={5} />
  if (data.pages.length === 0) return <Empty text={t`What you delete stands here for 30 days, and can be brought back until then. There is nothing.`} />
  return data.pages.map((page) => <DeletedPage key={page.number} page={page} {...told} />)
}

function DeletedPage({ page: { number, title, spaceName, deletedAt, goneOn }, zone, now }: { page: Deleted } & Told) {
  const { send, busy, problem } = useSend(restoreEntry, 'pages', 'entries', 'threads')
  const last = longDay(Temporal.PlainDate.from(goneOn).toZonedDateTime('UTC').toInstant(), 'UTC', false)
  return (
    <Item text={title} by={<>#{number} · {spaceName} · {tr`deleted ${<Time at={Temporal.Instant.from(deletedAt)} zone={zone} now={now} />}`} · {t`gone for good on ${last}`}</>} actions={<LinkAction strong keys="e" busy={busy} label={t`Bring it back: ${title}`} onClick={() => send({ number }, () => announce(t`“${title}” is back in its place.`))}>{t`Bring it back`}</LinkAction>}>
      {problem && <Problem {...problem} />}
    </Item>
  )
}
