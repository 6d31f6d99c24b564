import type { InboxItem } from '#contract/attention.ts'
import { capital, counted, formatAt, formatWhen } from '../ui/format.ts'
import { t } from '../ui/words.ts'
import type { Place } from './place-in.ts'

export const PLACES: readonly { value: Place, label: string }[] = [
  { value: 'new', label: t`New` }, { value: 'held', label: t`Held for later` }, { value: 'snoozed', label: t`Put aside` }, { value: 'done', label: t`Done` },
]

const EMPTY: Readonly<Record<Place, string>> = {
  new: t`What others write to you comes here in the windows that you chose, never in between. What waits for you to act or answer stands in the brief.`,
  held: t`Nothing is held. What is not urgent waits here while you are in focus or off work.`,
  snoozed: t`Nothing is put aside.`,
  done: t`What you put away stands here, so that nothing is lost.`,
}
export const emptyWords = (place: Place): string => EMPTY[place]

const VERBS: Readonly<Record<InboxItem['kind'], string>> = {
  'ask': t`asks you`, 'question-back': t`asks back`, 'answer': t`answered¦did`, 'clarification': t`clarified¦did`, 'mention': t`mentions you`, 'reply': t`replied¦did`, 'thread': t`wrote¦did`, 'change': t`announced a change`,
  'reminder': t`is kept for later`, 'call': t`offers a call`, 'silence': t`did not answer`, 'overdue': t`is late`, 'urgent': t`asks you urgently`, 'redirect': t`points to somebody else`, 'decision': t`moved a decision on`, 'page': t`has to do with a page of yours`, 'run': t`has to do with a run`, 'search': t`found something new`,
}

/** Who did what, where and when, in the reader's time. */
export function byWords({ kind, byName, spaceName, number, at }: Pick<InboxItem, 'kind' | 'byName' | 'spaceName' | 'number' | 'at'>, zone: string, now: Temporal.Instant): string {
  return `${byName} ${VERBS[kind]}, ${spaceName}, #${number}, ${formatWhen(Temporal.Instant.from(at), zone, now)}`
}

/** When it came, comes, or comes back. */
export function clockWords({ state, deliverAt, snoozedUntil, doneAt }: Pick<InboxItem, 'state' | 'deliverAt' | 'snoozedUntil' | 'doneAt'>, zone: string, now: Temporal.Instant): string | undefined {
  const when = (text: string) => formatAt(Temporal.Instant.from(text), zone, now)
  if (doneAt !== null) return t`done ${when(doneAt)}`
  if (state === 'waiting') return deliverAt === null ? undefined : t`comes ${when(deliverAt)}`
  if (snoozedUntil !== null && Temporal.Instant.compare(Temporal.Instant.from(snoozedUntil), now) > 0) return t`back ${when(snoozedUntil)}`
  return undefined
}

/** What waits elsewhere, so that an empty page does not look like a quiet team. */
export function heldWords(held: number, nextAt: string | null, zone: string, now: Temporal.Instant): string | undefined {
  if (held === 0 || nextAt === null) return undefined
  const things = capital(counted(held, 'thing', 'things'))
  const at = formatAt(Temporal.Instant.from(nextAt), zone, now)
  return held === 1 ? t`${things} is held; the next comes ${at}.` : t`${things} are held; the next batch comes ${at}.`
}

export const hrefOf = ({ number, replyId }: Pick<InboxItem, 'number' | 'replyId'>): string => replyId === null ? `/${number}` : `/${number}#${replyId}`
