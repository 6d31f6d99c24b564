import type { TradeOff } from '#domain/decisions/content.ts'
import { afterBecause } from './because.ts'
import { folded } from './marks.ts'
import type { Block } from './outline.ts'

type Side = TradeOff['side']
const ARGUMENT = /^(?:\*\*|__)?(good|neutral|bad)(?:\*\*|__)?(?:[,:;]?\s+(because)\b|[,:]\s[ \t]*)/i
const MARKERS: Readonly<Record<string, Side>> = {
  pros: 'good', pro: 'good', advantages: 'good', benefits: 'good', good: 'good', positive: 'good', cons: 'bad', con: 'bad', disadvantages: 'bad', drawbacks: 'bad', bad: 'bad', negative: 'bad',
}

/** “Good, because it is fast” as side and reason, which is a sentence: “It is fast”; null for any other item. */
export function argumentIn(text: string): { side: Side; text: string } | null {
  const match = ARGUMENT.exec(text)
  if (!match) return null
  const word = match[1]?.toLowerCase()
  const after = text.slice(match[0].length)
  return { side: word === 'good' || word === 'bad' ? word : 'neutral', text: match[2] === undefined ? after : afterBecause(after) }
}

/** Which side the list below a block belongs to: “Pros”, “#### Cons”, “**Advantages**”; null where it is no such block. */
export function sideOf(source: string, { name, start, end }: Block): Side | null {
  if (name !== 'Paragraph' && !/Heading\d$/.test(name)) return null
  const word = folded(source.slice(start, Math.min(end, start + MARKER_MAX)))
  return Object.hasOwn(MARKERS, word) ? MARKERS[word] ?? null : null
}
/** Longer than any of these words with their signs. Unit: UTF-16 units. */
const MARKER_MAX = 40
