import { useParams } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { readEntry } from '#contract/entries.ts'
import type { EntryView } from '#contract/spaces.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { ENTRY_PAGES } from '../app/entry-pages.tsx'
import { LinksFoot } from '../app/links-foot.tsx'
import { useMe, zoneOf } from '../app/me.ts'
import { NotFound } from '../app/PageProblem.tsx'
import { formatWhen } from '../ui/format.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { numberIn } from './number.ts'
import { t } from '../ui/words.ts'

/** Finds out what stands under a number and shows the page of its kind. */
export function EntryPage() {
  const number = numberIn(useParams({ strict: false }).number ?? '')
  return number === undefined ? <NotFound /> : <Entry key={number} number={number} />
}

function Entry({ number }: { number: number }) {
  const entry = useRead(readEntry, { number })
  const kind = useKind(entry.data)
  const problem = entry.error ? problemFrom(entry.error) : undefined
  if (kind && ENTRY_PAGES[kind]) return <PageOfKind kind={kind} number={number} title={entry.data?.title ?? ''} />
  if (problem?.code === 'not_found') return <NotFound />
  if (!entry.data) {
    return (
      <Page title={`#${number}`}>
        {problem ? <Problem {...problem} action={<LinkAction strong onClick={() => void entry.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />}
      </Page>
    )
  }
  return <PlainEntry entry={entry.data} />
}

function PageOfKind({ kind, number, title }: { kind: EntryView['kind'], number: number, title: string }) {
  const Shown = ENTRY_PAGES[kind]
  return Shown && (
    <>
      <Suspense fallback={<Page title={title}><Skeleton lines={8} /></Page>}><Shown number={number} /></Suspense>
      <Suspense><LinksFoot number={number} kind={kind} /></Suspense>
    </>
  )
}

/** The kind of what is shown, kept when it is deleted here: its page says so and can bring it back. */
function useKind(entry: EntryView | undefined): EntryView['kind'] | undefined {
  const [kind, setKind] = useState<EntryView['kind']>()
  if (entry && entry.kind !== kind) setKind(entry.kind)
  return entry?.kind ?? kind
}

/** What is known about an entry without the page of its kind. */
function PlainEntry({ entry }: { entry: EntryView }) {
  const zone = zoneOf(useMe().data)
  const when = formatWhen(Temporal.Instant.from(entry.publishedAt), zone, useNow())
  return <Page over={`#${entry.number} · ${entry.spaceName}`} title={entry.title} lede={`${entry.authorName}, ${when}`}><p className="prose" style={{ marginTop: 20 }}>{entry.tldr}</p></Page>
}
