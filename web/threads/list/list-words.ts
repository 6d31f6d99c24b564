import type { ThreadHead } from '#contract/threads.ts'
import { capital, counted } from '../../ui/format.ts'
import type { View } from './view.ts'

export const VIEW_WORDS: Record<View, string> = { all: 'All', unread: 'Unread', following: 'Following', saved: 'Saved', open: 'Open', resolved: 'Resolved' }

/** Where a view stands, everywhere or in one space. */
export function hrefOf(view: View, spaceId: string | undefined): string {
  const query = new URLSearchParams({ ...(view !== 'all' && { view }), ...(spaceId !== undefined && { space: spaceId }) }).toString()
  return query === '' ? '/threads' : `/threads?${query}`
}

/** What stands in a view once there is something. */
export const EMPTY: Record<View, string> = {
  all: 'Threads will stand here, the one that moved last first. Nobody has opened one yet.',
  unread: 'You have read everything.',
  following: 'Threads that you follow will stand here. You follow what you write in, and whatever you choose to.',
  saved: 'What you save for later will stand here. Press s in a thread.',
  open: 'No thread is open.',
  resolved: 'Threads will stand here once somebody has written what came out of them.',
}

type Head = Pick<ThreadHead, 'kind' | 'replies' | 'unread' | 'following' | 'resolved' | 'ask'>
const KIND: Partial<Record<ThreadHead['kind'], string>> = { change: 'Change notice', learning: 'Learning', ask: 'Ask', decision: 'Decision' }
const ASK: Record<string, string> = {
  'open': 'waits for', 'seen': 'waits for', 'clarified': 'waits for', 'overdue': 'late, waits for', 'escalated': 'late, waits for', 'question-back': 'asked back by', 'answered': 'answered by', 'declined': 'declined by', 'lapsed': 'lapsed, was for', 'withdrawn': 'withdrawn, was for',
}

/** What a thread is and how much was said, for the line under its title. */
export function headWords({ kind, replies, following, ask }: Head): string[] {
  const asked = ask === null ? KIND[kind] : `Ask ${ASK[ask.state] ?? 'for'} ${ask.answererName}`
  return [asked, replies > 0 ? counted(replies, 'reply', 'replies') : undefined, following === 'muted' ? 'muted' : undefined].filter((words) => words !== undefined)
}

/** How much of it is new to the reader; undefined where nothing is. A thread that was never opened is new as a whole. */
export function unreadWords({ unread, replies }: Pick<Head, 'unread' | 'replies'>): string | undefined {
  if (unread === 0) return undefined
  return unread > replies ? 'New' : capital(counted(unread, 'new text'))
}
