import type { Hit } from '#contract/search.ts'
import { namedTitle } from '#domain/search/named-title.ts'
import { KIND_WORDS } from '../app/entry-kinds.ts'
import { Item } from '../ui/Item.tsx'
import { Time } from '../ui/Time.tsx'
import { amid } from '../ui/amid.ts'
import { t, tr } from '../ui/words.ts'
import { stateWords } from './state-words.ts'

/** States that say that something is settled. */
const SETTLED: ReadonlySet<string> = new Set(['decided', 'answered', 'resolved'])

/** One text that was found: its title, the passage that fits, and where it stands. */
export function HitItem({ hit, zone, now }: { hit: Hit, zone: string, now: Temporal.Instant }) {
  const { number, replyId, kind, title, snippet, spaceName, authorName, at, state, file } = hit
  const href = replyId === null ? `/${number}` : `/${number}#reply-${replyId}`
  return (
    <Item
      text={<a className="hit-title" href={href} aria-keyshortcuts="Enter o"><Pieces pieces={namedTitle(kind, title)} /></a>}
      by={<>{file && <>{tr`${file.name}, in `}</>}{replyId === null ? KIND_WORDS[kind] : t`Reply in ${amid(KIND_WORDS[kind])}`} #{number} · {authorName} · {spaceName} · <Time at={Temporal.Instant.from(at)} zone={zone} now={now} /></>}
      {...(state !== null && { clock: stateWords(state), tone: SETTLED.has(state) ? 'settled' as const : 'plain' as const })}
    >
      {snippet.length > 0 && <p className="hit-snippet"><Pieces pieces={snippet} /></p>}
    </Item>
  )
}

const Pieces = ({ pieces }: { pieces: Hit['snippet'] }) => pieces.map(({ text, found }, at) => found ? <mark key={at}>{text}</mark> : text)
