import type { Backlinks as View } from '#contract/links.ts'
import { KIND_WORDS } from '../app/entry-kinds.ts'
import { counted } from '../ui/format.ts'
import { Time } from '../ui/Time.tsx'
import { InlineText } from '../ui/InlineText.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { amid } from '../ui/amid.ts'
import { t } from '../ui/words.ts'

type Item = View['items'][number]
type Props = { links: View, zone: string, now: Temporal.Instant }

/** So many stand there at once; the others are folded. */
const SHOWN = 8
/** What this has to do with an entry that does not name it. */
const MADE: Record<Item['how'], string> = { mentions: '', split: t`This was split off from it.`, elevated: t`This was made from it.`, asks: t`This was asked in it.` }

/** Texts that link here, the newest first, each with the sentence around the link. */
export function Backlinks({ links, zone, now }: Props) {
  const items = (some: readonly Item[]) => <ul className="links-list">{some.map((item) => <Backlink key={`${item.number} ${item.replyId} ${item.how}`} item={item} zone={zone} now={now} />)}</ul>
  const rest = links.items.slice(SHOWN)
  const earlier = counted(rest.length, 'earlier text', 'earlier texts')
  return (
    <>
      {items(links.items.slice(0, SHOWN))}
      {rest.length > 0 && <Disclosure summary={links.total > links.items.length ? t`${earlier} of ${links.total - SHOWN}` : earlier}>{items(rest)}</Disclosure>}
    </>
  )
}

function Backlink({ item, zone, now }: { item: Item, zone: string, now: Temporal.Instant }) {
  const { number, kind, title, replyId, spaceName, authorName, at, sentence, how } = item
  return (
    <li>
      <a href={replyId === null ? `/${number}` : `/${number}#reply-${replyId}`}>{title}</a>
      {sentence !== '' && sentence !== title && <p className="links-sentence"><InlineText text={sentence} /></p>}
      <small>{[MADE[how], `${replyId === null ? KIND_WORDS[kind] : t`Reply in ${amid(KIND_WORDS[kind])}`} #${number}`, authorName, spaceName].filter(Boolean).join(' · ')} · <Time at={Temporal.Instant.from(at)} zone={zone} now={now} /></small>
    </li>
  )
}
