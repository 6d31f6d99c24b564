import { ADDRESS_SIGN, CODE_SIGN, type Block, type Prose } from './prose.ts'
import type { Mark, MarkKind } from './read-text.ts'
import type { Sentence } from './sentences.ts'
import type { Structure } from './types.ts'

const COUNTS = new RegExp(`[\\p{L}\\p{N}${CODE_SIGN}${ADDRESS_SIGN}]`, 'u')
/** Scripts written without blanks, where each sign is counted, as word processors do. */
const WITHOUT_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** Words that somebody reads: a piece of code or an address inside a sentence counts as one; code blocks and quotations do not count. */
export function countWords({ text, blocks }: Prose): number {
  let count = 0
  for (const { start, end } of blocks) {
    const spaced = text.slice(start, end).replace(WITHOUT_BLANKS, (sign) => ` ${sign} `)
    for (const piece of spaced.split(/\s+/)) if (COUNTS.test(piece)) count += 1
  }
  return count
}

export function structureOf(marks: readonly Mark[], blocks: readonly Block[], sentences: readonly Sentence[]): Structure {
  const count = (kind: MarkKind) => marks.filter((mark) => mark.kind === kind).length
  return {
    headings: count('heading'), paragraphs: blocks.filter((block) => block.kind === 'paragraph' && !block.inList).length, lists: count('list'), listItems: count('item'), tables: count('table'),
    links: count('link') + count('address'), bareLinks: count('address'), codeBlocks: count('code_block'), quotes: count('quote'), images: count('image'),
    sentences: sentences.length, questions: sentences.filter((sentence) => sentence.asks).length,
  }
}
