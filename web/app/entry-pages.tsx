import { lazy } from 'react'
import type { ComponentType } from 'react'
import type { EntryView } from '#contract/spaces.ts'

const thread = lazy(async () => ({ default: (await import('../threads/read/ThreadPage.tsx')).ThreadPage }))

/** The page of each kind of entry, loaded when one is opened. A feature with a new kind adds its page here. */
export const ENTRY_PAGES: Partial<Record<EntryView['kind'], ComponentType<{ number: number }>>> = {
  wrap: lazy(async () => ({ default: (await import('../handoffs/wraps/read/WrapPage.tsx')).WrapPage })),
  checkin: lazy(async () => ({ default: (await import('../checkins/CheckinAnswerPage.tsx')).CheckinAnswerPage })),
  decision: lazy(async () => ({ default: (await import('../decisions/read/DecisionPage.tsx')).DecisionPage })),
  page: lazy(async () => ({ default: (await import('../pages/read/ReadPage.tsx')).ReadPage })),
  thread, ask: thread, change: thread, learning: thread,
}
