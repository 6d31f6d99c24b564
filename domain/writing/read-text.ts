/**
 * A text whose Markdown somebody has parsed: the source and what stands where in it. The rules see no parser, so any caller
 * may bring one. Offsets count UTF-16 units of `source`, half-open.
 */
export type ReadText = {
  readonly source: string
  /** In the order of their starts; one that contains another stands before it. */
  readonly marks: readonly Mark[]
}

export type Mark = { readonly kind: MarkKind; readonly start: number; readonly end: number }

/**
 * - `heading`, `paragraph`, `cell`: a block of words.
 * - `list`, `item`, `table`: what holds blocks.
 * - `link`: a link with words of its own. `address`: one that shows nothing but where it leads.
 * - `quote`, `code_block`, `code`, `image`: not the writer's own words; nothing in them is looked at.
 * - `markup`: signs that are not read aloud, such as `##`, list marks and link targets.
 */
export type MarkKind = 'heading' | 'paragraph' | 'cell' | 'list' | 'item' | 'table' | 'link' | 'address' | 'quote' | 'code_block' | 'code' | 'image' | 'markup'

/** Counts the work done, in steps that do not depend on the machine, so that tests can see that it grows with the text only. */
export type Work = { steps: number }
