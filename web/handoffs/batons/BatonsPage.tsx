import { listBatons } from '#contract/handoffs.ts'
import type { BatonView } from '#contract/handoffs.ts'
import { problemFrom, useRead } from '../../app/api.ts'
import { useNow } from '../../app/clock.ts'
import { useMe, zoneOf } from '../../app/me.ts'
import { Empty } from '../../ui/Empty.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Section } from '../../ui/Section.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { BatonList } from './BatonList.tsx'
import { inPiles, titleOf } from './piles.ts'

/** Settled batons shown of each kind; the older ones stand in their wraps. */
const SETTLED_SHOWN = 20

/** What I hold, what waits for me, and what I gave away. */
export function BatonsPage() {
  const me = useMe().data
  const now = useNow()
  const reads = [
    useRead(listBatons, { of: 'to-me' }), useRead(listBatons, { of: 'from-me' }),
    useRead(listBatons, { of: 'to-me', settled: 'true', limit: SETTLED_SHOWN }), useRead(listBatons, { of: 'from-me', settled: 'true', limit: SETTLED_SHOWN }),
  ]
  const error = reads.find((read) => read.error)?.error
  if (!me || reads.some((read) => !read.data)) {
    return (
      <Page title="Batons">
        {error ? <Problem {...problemFrom(error)} action={<LinkAction strong onClick={() => { for (const read of reads) void read.refetch() }}>Try again</LinkAction>} /> : <Skeleton lines={8} />}
      </Page>
    )
  }
  const piles = inPiles(reads.flatMap((read) => read.data?.items ?? []), me.person.id)
  const shared = { me: me.person.id, zone: zoneOf(me), now }
  return (
    <Page title={titleOf(piles)} lede="A baton stays with its giver until somebody accepts it.">
      {piles.all === 0 && <Empty text="Batons that you hold, that are offered to you or that you gave will stand here." action={<LinkAction strong href="/wrap">Hand something over</LinkAction>} />}
      <Pile title="Offered to you" batons={piles.offered} {...shared} />
      <Pile title="You hold" batons={piles.held} {...shared} />
      <Pile title="You gave, and it waits" batons={piles.given} {...shared} />
      <Pile title="Settled" batons={piles.settled} {...shared} />
    </Page>
  )
}

function Pile({ title, batons, ...shared }: { title: string, batons: readonly BatonView[], me: string, zone: string, now: Temporal.Instant }) {
  if (batons.length === 0) return null
  return <Section title={title}><BatonList batons={batons} {...shared} /></Section>
}
