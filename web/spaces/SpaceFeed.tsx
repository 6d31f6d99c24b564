import { Fragment } from 'react'
import type { EntryView } from '#contract/spaces.ts'
import { KIND_WORDS } from '../app/entry-kinds.ts'
import { Empty } from '../ui/Empty.tsx'
import { InlineText } from '../ui/InlineText.tsx'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Time } from '../ui/Time.tsx'
import { t } from '../ui/words.ts'

type Props = {
  entries: readonly EntryView[]
  zone: string
  now: Temporal.Instant
  /** Where the first entry is written, if the reader may. */
  writeHref: string | undefined
  /** There are older ones. */
  more: boolean
  loading: boolean
  onOlder: () => void
}

const saidBy = ({ tldr, title }: EntryView): string => tldr || title

/** Entries one after the other that say the same, such as the check-ins of one morning, stand in one line. */
function alike(entries: readonly EntryView[]): [EntryView, ...EntryView[]][] {
  const lines: [EntryView, ...EntryView[]][] = []
  for (const entry of entries) {
    const last = lines.at(-1)
    if (last && last[0].kind === entry.kind && saidBy(last[0]) === saidBy(entry)) last.push(entry)
    else lines.push([entry])
  }
  return lines
}

/** What was written in a space, newest first, each as its one sentence. */
export function SpaceFeed({ entries, zone, now, writeHref, more, loading, onOlder }: Props) {
  if (entries.length === 0) return <Empty text={t`Threads, asks, wraps and check-ins of this space will stand here, newest first. Nobody has written one yet.`} action={writeHref && <LinkAction href={writeHref}>{t`Write the first wrap`}</LinkAction>} />
  return (
    <>
      {alike(entries).map(([first, ...rest]) => (
        <Item
          key={first.number} text={<InlineText text={saidBy(first)} />}
          by={<><a href={`/${first.number}`} aria-keyshortcuts="o">{KIND_WORDS[first.kind]} #{first.number}</a> · {first.authorName} · <Time at={Temporal.Instant.from(first.publishedAt)} zone={zone} now={now} />{rest.map(({ number, authorName }) => <Fragment key={number}> · <a href={`/${number}`}>#{number}</a> {authorName}</Fragment>)}</>}
        />
      ))}
      {more && <p className="space-older"><LinkAction busy={loading} onClick={onOlder}>{t`Older`}</LinkAction></p>}
    </>
  )
}
