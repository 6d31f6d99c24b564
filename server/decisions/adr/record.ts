import type { DecisionContent } from '#domain/decisions/content.ts'

/** `text`: none of the known shapes. `page`, `template`: no decision, such as a table of contents. */
export type AdrFormat = 'madr' | 'madr-2' | 'nygard' | 'log4brains' | 'proposal' | 'text' | 'page' | 'template'

/** What a file can say of itself; `decided` may carry a date until which it holds. */
export type AdrState = 'draft' | 'decided' | 'withdrawn' | 'superseded' | 'deprecated' | 'expired'

/** Something that was not understood, or taken for something, with its line in the file; null for the whole. */
export type AdrNote = { readonly line: number | null; readonly message: string }

/** `supersedes`: this one the other. `depends_on`: this one needs the other. */
export type AdrLinkKind = 'supersedes' | 'superseded_by' | 'depends_on' | 'needed_by'
/** `target`: a path as it stands in the file, or a number such as `12`. */
export type AdrLink = { readonly how: AdrLinkKind; readonly target: string; readonly line: number }

/** Offsets in the file. Unit: UTF-16 units. */
export type Span = { readonly start: number; readonly end: number }

/** One file, as far as it was understood. */
export type AdrRecord = {
  readonly path: string
  readonly format: AdrFormat
  readonly content: DecisionContent
  readonly state: AdrState
  /** The status as it stands there; null where there is none. */
  readonly status: string | null
  /** YYYY-MM-DD. */
  readonly date: string | null
  /** Until when it holds, YYYY-MM-DD. */
  readonly until: string | null
  /** The number in the name of the file. */
  readonly number: number | null
  readonly chosenOptionId: string | null
  /** Names or addresses as they stand there. */
  readonly deciders: readonly string[]
  readonly consulted: readonly string[]
  readonly informed: readonly string[]
  readonly tags: readonly string[]
  readonly links: readonly AdrLink[]
  readonly reviewOn: string | null
  readonly triggers: readonly string[]
  readonly notes: readonly AdrNote[]
  readonly places: AdrPlaces
}

/** Where status and links stand, for writing them again without touching anything else. */
export type AdrPlaces = {
  /** The words of the status, without key, marks and comments. */
  readonly status: Span | null
  readonly statusIn: 'front-matter' | 'line' | 'section' | null
  /** Where a status could be put: the end of the front matter, of the line of the title, or before the first line of its data. */
  readonly frontMatterEnd: number | null
  readonly firstLine: Span | null
  readonly titleEnd: number | null
  /** The end of the list that names other records. */
  readonly linksEnd: number | null
}
