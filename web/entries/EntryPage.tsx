import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { readEntry } from '#contract/entries.ts'
import type { EntryView } from '#contract/spaces.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { ENTRY_PAGES } from '../app/entry-pages.tsx'
import { useMe, zoneOf } from '../app/me.ts'
import { NotFound } from '../app/PageProblem.tsx'
import { formatWhen } from '../ui/format.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { numberIn } from './number.ts'

/** Finds out what stands under a number and shows the page of its kind. */
export function EntryPage() {
  const params = useParams({ strict: false })
  const number = numberIn(params.number ?? '')
  const entry = useRead(readEntry, { number: number ?? 0 }, { when: number !== undefined })
  const problem = entry.error ? problemFrom(entry.error) : undefined
  if (number === undefined || (!entry.data && problem?.code === 'not_found')) return <NotFound />
  if (!entry.data) {
    return (
      <Page title={`#${number}`}>
        {problem ? <Problem {...problem} action={<LinkAction strong onClick={() => void entry.refetch()}>Try again</LinkAction>} /> : <Skeleton lines={8} />}
      </Page>
    )
  }
  const Shown = ENTRY_PAGES[entry.data.kind]
  if (!Shown) return <PlainEntry entry={entry.data} />
  return <Suspense fallback={<Page title={entry.data.title}><Skeleton lines={8} /></Page>}><Shown key={number} number={number} /></Suspense>
}

/** What is known about an entry without the page of its kind. */
function PlainEntry({ entry }: { entry: EntryView }) {
  const zone = zoneOf(useMe().data)
  const when = formatWhen(Temporal.Instant.from(entry.publishedAt), zone, useNow())
  return <Page over={`#${entry.number} · ${entry.spaceName}`} title={entry.title} lede={`${entry.authorName}, ${when}`}><p className="prose" style={{ marginTop: 20 }}>{entry.tldr}</p></Page>
}
