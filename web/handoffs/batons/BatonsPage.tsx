import { listBatons } from '#contract/handoffs.ts'
import type { BatonView } from '#contract/handoffs.ts'
import { problemFrom, useRead } from '../../app/api.ts'
import { useNow } from '../../app/clock.ts'
import { useShownAsHeld } from '../../app/held-batons.ts'
import { useMe, zoneOf } from '../../app/me.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Section } from '../../ui/Section.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { BatonList } from './BatonList.tsx'
import { inOneLine, inPiles, settledWords, titleOf } from './piles.ts'
import { useSettled } from './use-settled.ts'
import { t } from '../../ui/words.ts'

/** What nobody holds, what I hold, what waits for me, what I gave away, and what is settled. */
export function BatonsPage() {
  const me = useMe().data
  const now = useNow()
  const open = [useRead(listBatons, { of: 'to-me' }), useRead(listBatons, { of: 'from-me' }), useRead(listBatons, { of: 'unowned' })]
  const settled = useSettled()
  const shown = useShownAsHeld(settled.batons ?? [], { me: me?.person.id ?? '', now })
  const error = open.find((read) => read.error)?.error ?? settled.error
  if (!me || !settled.batons || open.some((read) => !read.data)) {
    const retry = () => {
      for (const read of open) void read.refetch()
      settled.refetch()
    }
    return <Page title={t`Batons`}>{error ? <Problem {...problemFrom(error)} action={<LinkAction strong onClick={retry}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />}</Page>
  }
  const piles = inPiles([...open.flatMap((read) => read.data?.items ?? []), ...settled.batons], { me: me.person.id, now, shown })
  const past = inOneLine(piles.settled, settled.readTo)
  const shared = { me: me.person.id, zone: zoneOf(me), now }
  return (
    <Page title={titleOf(piles)} lede={t`A baton stays with its giver until somebody accepts it.`}>
      {piles.all === 0 && <Empty text={t`Batons that you hold, that are offered to you or that you gave will stand here.`} action={<LinkAction strong href="/wrap">{t`Hand something over`}</LinkAction>} />}
      <Pile title={t`Nobody holds this`} batons={piles.unowned} {...shared} />
      <Pile title={t`Offered to you`} batons={piles.offered} {...shared} />
      <Pile title={t`You hold`} aside={t`accepted in the last seven days`} batons={piles.held} {...shared} />
      <Pile title={t`You gave, and it waits`} batons={piles.given} {...shared} />
      {(past.length > 0 || settled.more) && (
        <Section title={t`Settled`}>
          <Disclosure summary={settledWords(past.length, settled.more)}>
            <BatonList batons={past} {...shared} />
            {settled.more && <p className="batons-older"><LinkAction busy={settled.loading} onClick={settled.onOlder}>{t`Older`}</LinkAction></p>}
          </Disclosure>
        </Section>
      )}
    </Page>
  )
}

type PileProps = { title: string, aside?: string, batons: readonly BatonView[], me: string, zone: string, now: Temporal.Instant }

function Pile({ title, aside, batons, ...shared }: PileProps) {
  if (batons.length === 0) return null
  return <Section title={title} aside={aside}><BatonList batons={batons} {...shared} /></Section>
}
