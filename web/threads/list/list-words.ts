import type { ThreadHead } from '#contract/threads.ts'
import { capital, counted } from '../../ui/format.ts'
import type { View } from './view.ts'
import { t } from '../../ui/words.ts'

export const VIEW_WORDS: Record<View, string> = { all: t`All`, unread: t`Unread`, following: t`Following`, saved: t`Saved`, open: t`Open¦state`, resolved: t`Resolved` }

/** Where a view stands, everywhere or in one space. */
export function hrefOf(view: View, spaceId: string | undefined): string {
  const query = new URLSearchParams({ ...(view !== 'all' && { view }), ...(spaceId !== undefined && { space: spaceId }) }).toString()
  return query === '' ? '/threads' : `/threads?${query}`
}

/** What stands in a view once there is something. */
export const EMPTY: Record<View, string> = {
  all: t`Threads will stand here, the one that moved last first. Nobody has opened one yet.`,
  unread: t`You have read everything.`,
  following: t`Threads that you follow will stand here. You follow what you write in, and whatever you choose to.`,
  saved: t`What you save for later will stand here. Press s in a thread.`,
  open: t`No thread is open.`,
  resolved: t`Threads will stand here once somebody has written what came out of them.`,
}

type Head = Pick<ThreadHead, 'kind' | 'replies' | 'unread' | 'following' | 'resolved' | 'ask'>
const KIND: Partial<Record<ThreadHead['kind'], string>> = { change: t`Change notice`, learning: t`Learning`, ask: t`Ask¦kind`, decision: t`Decision` }
const waits = (name: string) => t`Ask waits for ${name}`
const isLate = (name: string) => t`Ask late, waits for ${name}`
const ASK: Record<string, (name: string) => string> = {
  'open': waits, 'seen': waits, 'clarified': waits, 'overdue': isLate, 'escalated': isLate, 'question-back': (name) => t`Ask asked back by ${name}`,
  'answered': (name) => t`Ask answered by ${name}`, 'declined': (name) => t`Ask declined by ${name}`, 'lapsed': (name) => t`Ask lapsed, was for ${name}`, 'withdrawn': (name) => t`Ask withdrawn, was for ${name}`,
}

/** What a thread is and how much was said, for the line under its title. */
export function headWords({ kind, replies, following, ask }: Head): string[] {
  const asked = ask === null ? KIND[kind] : (ASK[ask.state]?.(ask.answererName) ?? t`Ask for ${ask.answererName}`)
  return [asked, replies > 0 ? counted(replies, 'reply', 'replies') : undefined, following === 'muted' ? t`muted` : undefined].filter((words) => words !== undefined)
}

/** How much of it is new to the reader; undefined where nothing is. A thread that was never opened is new as a whole. */
export function unreadWords({ unread, replies }: Pick<Head, 'unread' | 'replies'>): string | undefined {
  if (unread === 0) return undefined
  return unread > replies ? t`New` : capital(counted(unread, 'new text'))
}
