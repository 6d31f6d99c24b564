import type { Mark, MarkKind, ReadText } from './read-text.ts'

/** One character stands for what is left out, so that a sentence keeps its shape: `Run ⟨code⟩ first`. Private use area. */
export const CODE_SIGN = '\uE000'
export const ADDRESS_SIGN = '\uE001'
export const IMAGE_SIGN = '\uE002'
const SIGNS = /[\uE000-\uE002]/g

/** What is left out, and the sign that takes its place. */
const LEFT_OUT: Readonly<Partial<Record<MarkKind, string>>> = { code: CODE_SIGN, address: ADDRESS_SIGN, image: IMAGE_SIGN, quote: ' ', code_block: ' ', markup: ' ' }

export type Block = { readonly kind: 'heading' | 'paragraph' | 'cell'; readonly start: number; readonly end: number; readonly inList: boolean }

export type Prose = {
  /** As long as the source, with what is left out as blanks: an offset here is an offset there. */
  readonly text: string
  /** Blocks of the writer's own words, in their order. */
  readonly blocks: readonly Block[]
}

/** The writer's own words, in their places. */
export function proseOf({ source, marks }: ReadText): Prose {
  return { text: blanked(source, marks), blocks: blocksOf(marks) }
}

/** Emphasis is not read aloud. Inside a word these signs are part of a name. */
const EMPHASIS = /(?<![\p{L}\p{N}])[*_~]{1,3}|[*~]{1,3}|_{1,3}(?![\p{L}\p{N}])/gu

function blanked(source: string, marks: readonly Mark[]): string {
  let text = ''
  let done = 0
  for (const { kind, start, end } of marks) {
    const sign = LEFT_OUT[kind]
    if (sign === undefined || end <= done) continue
    text += source.slice(done, Math.max(start, done)).replace(SIGNS, ' ') + (start >= done ? sign : ' ') + ' '.repeat(end - Math.max(start, done) - 1)
    done = end
  }
  return (text + source.slice(done).replace(SIGNS, ' ')).replace(EMPHASIS, (signs) => ' '.repeat(signs.length))
}

const isBlock = (mark: Mark): mark is Mark & { kind: Block['kind'] } => mark.kind === 'heading' || mark.kind === 'paragraph' || mark.kind === 'cell'

function blocksOf(marks: readonly Mark[]): Block[] {
  const blocks: Block[] = []
  let quotedUntil = 0
  let listedUntil = 0
  for (const mark of marks) {
    if (mark.kind === 'quote' || mark.kind === 'code_block') quotedUntil = Math.max(quotedUntil, mark.end)
    if (mark.kind === 'list') listedUntil = Math.max(listedUntil, mark.end)
    if (isBlock(mark) && mark.start >= quotedUntil) blocks.push({ kind: mark.kind, start: mark.start, end: mark.end, inList: mark.start < listedUntil })
  }
  return blocks
}
