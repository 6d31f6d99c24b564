import type { ThreadText } from './texts.ts'

type Placed = Pick<ThreadText, 'seq' | 'authorId' | 'deletedAt'>

/** One's own texts and what was deleted need no reading. */
const needsReading = ({ authorId, deletedAt }: Placed, me: string): boolean => authorId !== me && deletedAt === null

/** Texts that the reader has not read, in their order. */
export const unreadOf = <Text extends Placed>(texts: readonly Text[], readSeq: number, me: string): Text[] => texts.filter((text) => text.seq > readSeq && needsReading(text, me))

/**
 * Up to where the mark may move: over everything that was on screen, own and deleted texts between them included, and never
 * past one that was not seen.
 * @param texts in their order, the opening first
 * @param seen places that were on screen
 * @returns undefined while there is nothing to note
 */
export function readUpTo(texts: readonly Placed[], readSeq: number, seen: ReadonlySet<number>, me: string): number | undefined {
  let mark: number | undefined
  for (const text of texts) {
    if (text.seq <= readSeq) continue
    if (needsReading(text, me) && !seen.has(text.seq)) break
    mark = text.seq
  }
  return mark
}
