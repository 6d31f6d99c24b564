import { useRouter, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { openedBrief, readBrief } from '#contract/brief.ts'
import type { BriefView } from '#contract/brief.ts'
import { problemFrom, useRead, useWrite } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { partsAt } from '../ui/calendar-words.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Brief } from './Brief.tsx'
import { begin, follow } from './brief-state.ts'
import { useBriefActions } from './use-brief-actions.ts'
import { t } from '../ui/words.ts'

/** Comes after the brief; whoever has put it away loads next to nothing. */
const FirstSteps = lazy(async () => ({ default: (await import('./FirstSteps.tsx')).FirstSteps }))

/** Reads the brief, again whenever something happens, and notes that it was opened. */
export function BriefPage() {
  const { since } = useSearch({ strict: false })
  const brief = useRead(readBrief, since === undefined ? {} : { since })
  const now = useNow()
  const zone = zoneOf(useMe().data)
  if (brief.data) return <OpenBrief key={since ?? 'shift'} fresh={brief.data} zone={zone} now={now} />
  return (
    <Page title={`${partsAt(now, zone).weekday}.`} lede={brief.error ? undefined : t`Your brief is being put together.`}>
      {brief.error ? <Problem {...problemFrom(brief.error)} action={<LinkAction strong onClick={() => void brief.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={9} />}
    </Page>
  )
}

/** A brief being read: it follows what happens without moving what stands there. */
function OpenBrief({ fresh, zone, now }: { fresh: BriefView, zone: string, now: Temporal.Instant }) {
  const [{ from, reading }, setState] = useState(() => ({ from: fresh, reading: begin(fresh) }))
  if (from !== fresh) setState({ from: fresh, reading: follow(reading, fresh) })
  const { history } = useRouter()
  const actions = useBriefActions()
  const me = useMe().data
  useOpened()
  return (
    <Brief
      {...actions} before={(end) => me ? <Suspense><FirstSteps me={me}>{end}</FirstSteps></Suspense> : end} reading={reading} zone={zone} now={now} onShowNew={() => setState({ from: fresh, reading: begin(fresh) })}
      onSince={(since) => history.push(since === undefined ? '/' : `/brief?since=${encodeURIComponent(since)}`)}
    />
  )
}

function useOpened() {
  const { mutate } = useWrite(openedBrief)
  useEffect(() => mutate({}), [mutate])
}
