import type { Sentence } from '../refusal.ts'
import type { Said } from '../words/said.ts'

/** What can be brought in; decision records have their own way. */
export const IMPORT_KINDS = ['slack', 'mbox', 'zulip', 'irc', 'markdown'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** What one import brought, and what was here already. */
export const COUNTED = ['conversations', 'messages', 'pages', 'known', 'matched', 'placeholders', 'spaces'] as const
export type ImportCounts = Record<(typeof COUNTED)[number], number>

/** Somebody as a source names them. `key` tells them from everybody else of that source. */
export type ImportedPerson = { key: string; name: string; email: string | null }
/** A channel, list or folder of a source, which becomes a space. */
export type ImportedPlace = { key: string; name: string; purpose: string }
export type ImportedReaction = { emoji: string; people: string[] }
/** @property author and the people of reactions: keys of people. @property at an instant in UTC, ISO 8601. */
export type ImportedMessage = { key: string; author: string; at: string; markdown: string; editedAt: string | null; reactions: ImportedReaction[] }
/** Messages that belong together, in their order; the first one opens the thread unless its key is known already, and then they are added. */
export type ImportedConversation = { key: string; place: ImportedPlace; title: string; messages: ImportedMessage[] }

/** Something that could not be brought in: where it stands, what it is, and what can be done. `line` is null where a whole file is meant. */
export type Problem = { file: string; line: number | null; what: Sentence; next: Said }
/** The same in the words of whoever imports. */
export type ToldProblem = { file: string; line: number | null; what: string; next: string }

/** What readers give, piece by piece, so that nothing larger than a file is ever in memory. */
export type Piece =
  | { people: ImportedPerson[] }
  | { conversation: ImportedConversation }
  | { problem: Problem }
  /** Left out as it should be, such as notices of joining; only counted. */
  | { left: Said; count: number }
