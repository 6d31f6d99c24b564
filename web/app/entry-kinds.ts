import type { EntryView } from '#contract/spaces.ts'

/** What each kind of entry is called. */
export const KIND_WORDS: Readonly<Record<EntryView['kind'], string>> = { wrap: 'Wrap', checkin: 'Check-in', thread: 'Thread', ask: 'Ask', change: 'Change notice', learning: 'Learning', decision: 'Decision', page: 'Page' }
