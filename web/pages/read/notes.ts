import type { PageRemark, PageView } from '#contract/pages.ts'
import type { Stretch } from '../../ui/passages.ts'

export type Wrong = PageView['wrong'][number]
/** Something said about a passage. `start` is where it stands in the text now; null where the passage is gone or none was named. */
export type Note = { id: string, quote: string, start: number | null } & ({ kind: 'remark', remark: PageRemark, answers: readonly PageRemark[] } | { kind: 'wrong', wrong: Wrong })

/** Everything that is open beside the text, in the order of the passages; what has no passage comes last. */
export function notesOf({ remarks, wrong, text }: Pick<PageView, 'remarks' | 'wrong' | 'text'>): Note[] {
  const open = remarks.filter(({ inReplyTo, resolvedAt }) => inReplyTo === null && resolvedAt === null)
  const notes: Note[] = [
    ...open.map((remark) => ({ kind: 'remark' as const, id: remark.id, quote: remark.anchor.quote, start: remark.anchor.start, remark, answers: remarks.filter(({ inReplyTo }) => inReplyTo === remark.id) })),
    ...wrong.map((one) => ({ kind: 'wrong' as const, id: one.id, quote: one.quote, start: placeOf(text, one.quote), wrong: one })),
  ]
  return notes.toSorted((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity))
}

function placeOf(text: string, quote: string): number | null {
  const at = quote === '' ? -1 : text.indexOf(quote)
  return at === -1 ? null : at
}

/** Remarks that were dealt with, with their answers. */
export const doneOf = ({ remarks }: Pick<PageView, 'remarks'>): Extract<Note, { kind: 'remark' }>[] =>
  remarks.filter(({ inReplyTo, resolvedAt }) => inReplyTo === null && resolvedAt !== null)
    .map((remark) => ({ kind: 'remark', id: remark.id, quote: remark.anchor.quote, start: remark.anchor.start, remark, answers: remarks.filter(({ inReplyTo }) => inReplyTo === remark.id) }))

/** Longest quote that is sent. Unit: UTF-16 units. */
const QUOTE_MAX = 1000

/** The words of a stretch, cut where they would be too long to be kept. */
export const quoteOf = (text: string, { start, end }: Stretch): string => text.slice(start, Math.min(end, start + QUOTE_MAX)).replace(/[\uD800-\uDBFF]$/, '')
