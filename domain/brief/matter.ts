import type { Instant } from '../time/types.ts'

/** Sections in the order in which they are read. */
export const SECTIONS = ['handed', 'due', 'unblock', 'decide', 'say', 'hold', 'changed', 'rest'] as const
export type SectionName = (typeof SECTIONS)[number]
export type MatterKind = 'baton' | 'alarm' | 'question' | 'blocker' | 'checkin' | 'wrap' | 'checkin-answer' | 'agreement' | 'ask' | 'thread' | 'decision' | 'page' | 'run'

/** One thing a brief may tell, as far as its place depends on it. */
export type Matter = {
  /** Stable for the same matter; a matter stands in a brief once. */
  key: string
  section: SectionName
  kind: MatterKind
  at: Instant
  /** When a clock runs out; null where none runs. */
  dueAt: Instant | null
  /** Words that are read while it is not folded. */
  words: number
  /** Null for what belongs to the whole workspace. */
  spaceId: string | null
  authorId: string | null
  /** How loud its space is; `work` for what stands in none. */
  noise: 'announcements' | 'work' | 'social'
  /** Names the reader. */
  namesReader: boolean
}
