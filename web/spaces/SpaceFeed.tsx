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


/** What was written in a space, newest first, each as its one sentence. */
export function SpaceFeed({ entries, zone, now, writeHref, more, loading, onOlder }: Props) {
  if (entries.length === 0) return <Empty text={t`Threads, asks, wraps and check-ins of this space will stand here, newest first. Nobody has written one yet.`} action={writeHref && <LinkAction href={writeHref}>{t`Write the first wrap`}</LinkAction>} />
  return (
    <>
      {entries.map((entry) => (
        <Item
          key={entry.number} text={<InlineText text={entry.tldr || entry.title} />}
          by={<><a href={`/${entry.number}`} aria-keyshortcuts="o">{KIND_WORDS[entry.kind]} #{entry.number}</a> · {entry.authorName} · <Time at={Temporal.Instant.from(entry.publishedAt)} zone={zone} now={now} /></>}
        />
      ))}
      {more && <p className="space-older"><LinkAction busy={loading} onClick={onOlder}>{t`Older`}</LinkAction></p>}
    </>
  )
}
