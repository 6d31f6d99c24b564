import { forgetDismissal, listDismissals } from '#contract/writing.ts'
import type { DismissalView } from '#contract/writing.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { useSend } from '../app/send.ts'
import { Empty } from '../ui/Empty.tsx'
import { formatWhen } from '../ui/format.ts'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { t, tr } from '../ui/words.ts'

/** So many of the newest are read; whoever looks further back takes them from the API. */
const SHOWN = 200

/** Notes of the check before sending that I set aside, and why. Nobody else can read them. */
export function DismissedPage() {
  const zone = zoneOf(useMe().data)
  const now = useNow()
  const read = useRead(listDismissals, { limit: SHOWN })
  const forget = useSend(forgetDismissal, 'writing')
  if (!read.data) return <Page title={t`Notes you dismissed`}>{read.error ? <Problem {...problemFrom(read.error)} action={<LinkAction strong onClick={() => void read.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={6} />}</Page>
  return (
    <Page title={t`Notes you dismissed`} lede={t`What the check before sending said of your texts, and why it did not apply. Nobody else can read this page.`}>
      {forget.problem && <Problem {...forget.problem} />}
      {read.data.items.map((one) => (
        <Item
          key={one.id} text={one.message} by={`${whereWords(one)}, ${formatWhen(Temporal.Instant.from(one.at), zone, now)}`}
          actions={<>
            <LinkAction strong href={one.place}>{t`Open the page`}</LinkAction>
            <LinkAction label={`${forgetWords(one)}: ${one.message}`} busy={forget.busy} onClick={() => forget.send({ id: one.id })}>{forgetWords(one)}</LinkAction>
          </>}
        >
          <p>{tr`Of “${one.said}”`}</p>
          <p>{tr`Because: ${one.reason}`}</p>
        </Item>
      ))}
      {read.data.items.length === 0 && <Empty text={t`You dismissed nothing yet. Where a note on your text does not apply, dismiss it with the reason; it stands here then.`} />}
    </Page>
  )
}

const forgetWords = ({ holds }: Pick<DismissalView, 'holds'>): string => holds ? t`Let it speak up again` : t`Forget it`

/** @example 'In a text on /128 that is not sent yet', 'In a text on /threads/new' */
const whereWords = ({ place, holds }: Pick<DismissalView, 'place' | 'holds'>): string => t`In a text on ${place}${holds ? t` that is not sent yet` : ''}`
