import type { ThreadHead } from '#contract/threads.ts'
import { InlineText } from '../../ui/InlineText.tsx'
import { Item } from '../../ui/Item.tsx'
import { Time } from '../../ui/Time.tsx'
import { headWords, unreadWords } from './list-words.ts'
import { t } from '../../ui/words.ts'

type Props = { threads: readonly ThreadHead[], inSpace: boolean, zone: string, now: Temporal.Instant }

/** Threads as sentences: the title, what is new, who and where, and where each stands. Unread ones are said so in words and set heavier. */
export function ThreadList({ threads, inSpace, zone, now }: Props) {
  return threads.map((thread) => {
    const fresh = unreadWords(thread)
    const line = thread.outcome ?? (thread.currentState || thread.tldr)
    return (
      <div key={thread.number} className="thread-line" data-thread={thread.number} data-unread={fresh !== undefined || undefined}>
        <Item
          text={<a className="thread-title" href={`/${thread.number}`} aria-keyshortcuts="Enter o">{thread.title}</a>}
          by={
            <>
              {fresh && <><b className="thread-fresh">{fresh}</b> · </>}
              {[thread.authorName, ...(inSpace ? [] : [thread.spaceName]), ...headWords(thread)].join(' · ')} · <Time at={Temporal.Instant.from(thread.activeAt)} zone={zone} now={now} />
            </>
          }
        >
          {line !== '' && line !== thread.title && <p className="thread-stands">{thread.outcome !== null && <b className="settled">{t`Outcome:`} </b>}<InlineText text={line} /></p>}
        </Item>
      </div>
    )
  })
}
