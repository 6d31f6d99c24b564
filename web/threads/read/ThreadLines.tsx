import type { ThreadView } from '#contract/threads.ts'
import { capital, counted, formatClock, formatDay, formatWhen, zoneCity } from '../../ui/format.ts'
import { unreadOf } from './unread.ts'
import type { ThreadText } from './texts.ts'
import { t, tr } from '../../ui/words.ts'

const KINDS: Record<ThreadView['kind'], string> = { thread: t`Thread`, ask: t`Ask¦kind`, change: t`Change notice`, learning: t`Learning`, decision: t`Decision`, page: t`Page` }

/** The small line above the title. */
export const overLine = ({ kind, number, spaceId, spaceName }: ThreadView) => <>{KINDS[kind]} #{number} · <a href={`/threads?space=${spaceId}`}>{spaceName}</a></>

/** The line on where a thread stands is there to be written while it is open; an ask says by itself how it stands. */
export const showsState = ({ can, state, kind, resolved }: ThreadView): boolean => state.text !== '' || (can.includes('set-state') && kind !== 'ask' && !resolved)

/** Who opened it and when, where it was then for them, and how much was said since. */
export function headLine({ authorName, authorZone, publishedAt, replies, resolved }: ThreadView, fresh: number, zone: string, now: Temporal.Instant): string {
  const at = Temporal.Instant.from(publishedAt)
  const sameDay = formatDay(at, zone, now) === formatDay(at, authorZone, now)
  const there = authorZone === zone ? '' : t` (${sameDay ? formatClock(at, authorZone) : formatWhen(at, authorZone, now)} in ${zoneCity(authorZone)})`
  const parts = [`${authorName}, ${formatWhen(at, zone, now)}${there}`, replies === 0 ? t`no replies yet` : counted(replies, 'reply', 'replies'), fresh > 0 && t`${counted(fresh, 'text')} new to you`, resolved && t`resolved`]
  return `${parts.filter(Boolean).join(' · ')}`
}

/** Says that others wrote while the page was open, and leads there; nothing moves by itself. */
export function Arrived({ texts, after, me }: { texts: readonly ThreadText[], after: number, me: string }) {
  const fresh = unreadOf(texts, after, me)
  const [first] = fresh
  return <p className="arrived" role="status">{first && <a href={`#${first.key}`}>{tr`${capital(counted(fresh.length, 'reply', 'replies'))} came meanwhile`}</a>}</p>
}
