import type { AskKind } from '../asks/kinds.ts'

/** What is known about a text besides the text. Everything may be missing; then the text alone is looked at. */
export type WritingContext = {
  /** A reply stands below what it speaks of, so it needs less context. */
  readonly kind?: 'thread' | 'reply' | 'page'
  /** The kind of ask that goes with the text. */
  readonly ask?: AskKind
  /** What the form beside the text says already; nothing is found about it. */
  readonly filled?: readonly FilledField[]
  /** Longer texts should begin with a summary. Unit: words. */
  readonly tldrOverWords?: number
  /** Longer texts are better kept as a page. Unit: words. */
  readonly pageOverWords?: number
  /** The writer's IANA zone, for examples: `Europe/Lisbon`. */
  readonly zone?: string
  /** The date where the writer is, for examples: `2026-03-24`. */
  readonly today?: string
}
export const FILLED_FIELDS = ['responder', 'due', 'criteria', 'scope'] as const
export type FilledField = (typeof FILLED_FIELDS)[number]

/** Both are advice. A `warning` is likely to cost a round of questions, a `hint` makes reading easier. */
export const SEVERITIES = ['warning', 'hint'] as const
export type Severity = (typeof SEVERITIES)[number]

export const RULES = [
  'purpose_first', 'explicit_action', 'deadline', 'context', 'scope', 'tldr', 'page', 'structure', 'vague_opener', 'bare_link', 'ambiguous_time', 'no_owner', 'criteria',
] as const
export type RuleName = (typeof RULES)[number]

export type Finding = {
  readonly rule: RuleName
  /** The agreement on writing that it stands on, by its name in the sources. */
  readonly clause: string
  readonly severity: Severity
  readonly message: string
  readonly why: string
  /** How it could be put, in the writer's own words where there are any. */
  readonly example: string
  /** Place in the Markdown, in UTF-16 units, half-open. */
  readonly start: number
  readonly end: number
}

/** How a text is built. Counts, no grade. */
export type Structure = {
  readonly headings: number
  readonly paragraphs: number
  readonly lists: number
  readonly listItems: number
  readonly tables: number
  readonly links: number
  readonly bareLinks: number
  readonly codeBlocks: number
  readonly quotes: number
  readonly images: number
  readonly sentences: number
  readonly questions: number
}

export type Checked = {
  readonly words: number
  readonly structure: Structure
  readonly findings: readonly Finding[]
  /**
   * How likely the first answer is a question back, 0 to 1, where half of all texts draw one.
   * Learned from help requests: see `docs/decisions/0011-how-the-number-is-learned.md`.
   */
  readonly needs_clarification: number
  /** The same as one sentence that says why. */
  readonly likely: string
}
