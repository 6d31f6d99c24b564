/** Longer sentences are cut around the place that they are shown for. Unit: UTF-16 units on each side. */
const SIDE_MAX = 140

/** Where a sentence ends: a stop before white space, or the end of a line. */
const STOP = /[.!?…](?=\s)|\n/gu
/** Signs of Markdown that say nothing to a reader of one line. */
const SIGNS = /^[ \t]{0,20}(?:#{1,6}[ \t]|>[ \t]?|[-+*][ \t](?:\[[ xX]\][ \t])?|\d{1,9}[.)][ \t])|[*`~]+/gmu
const LINK = /!?\[([^[\]]{0,300})\]\([^()\s]{0,300}\)/gu

/** The sentence around a place of a Markdown text, as a reader sees it: on one line, without signs; `…` where it was cut. */
export function sentenceAround(text: string, start: number, end: number): string {
  const [before, after] = [text.slice(Math.max(0, start - SIDE_MAX), start), text.slice(end, end + SIDE_MAX)]
  const stops = [...before.matchAll(STOP)]
  const from = stops.length === 0 ? 0 : (stops.at(-1)?.index ?? 0) + 1
  const stop = [...after.matchAll(STOP)][0]
  const until = stop === undefined ? after.length : stop.index + 1
  const words = plain(`${atWord(before.slice(from), start > SIDE_MAX && stops.length === 0, 'first')}${text.slice(start, end)}${atWord(after.slice(0, until), stop === undefined && end + SIDE_MAX < text.length, 'last')}`)
  return words
}

/** A part that was cut begins, or ends, with a whole word. */
function atWord(part: string, isCut: boolean, side: 'first' | 'last'): string {
  if (!isCut) return part
  const at = side === 'first' ? part.indexOf(' ') : part.lastIndexOf(' ')
  if (at < 0) return '…'
  return side === 'first' ? `…${part.slice(at)}` : `${part.slice(0, at)} …`
}

const plain = (text: string): string => text.replace(LINK, '$1').replace(SIGNS, '').replace(/\s+/gu, ' ').trim().toWellFormed()
