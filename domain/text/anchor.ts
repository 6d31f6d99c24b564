import { alignWords } from './align-words.ts'

/** A passage as a remark keeps it: its words and some of what stood before and after. */
export type Anchor = { readonly quote: string; readonly prefix: string; readonly suffix: string }
/** Where a passage stands: from `start` to before `end`. Unit: UTF-16 units. */
export type Place = { readonly start: number; readonly end: number }

/** How much is kept on either side: enough to tell two equal passages apart. Unit: UTF-16 units. */
const AROUND = 64
/** A quote of fewer words may stand anywhere by chance, so its surroundings must agree too. */
const SPEAKS_FOR_ITSELF = 3
/** Surroundings agree when so much next to the passage is the same. Unit: UTF-16 units, white space counted once. */
const AGREES = 8

/** The anchor of a passage, for a remark on it. Cuts no character in two. */
export function anchorOf(text: string, { start, end }: Place): Anchor {
  return { quote: text.slice(start, end), prefix: whole(text.slice(Math.max(0, start - AROUND), start)), suffix: whole(text.slice(end, end + AROUND)) }
}

/** Half of a character that the cut left at either end is taken off. */
const whole = (text: string): string => text.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '')

/**
 * Where a remarked passage stands in the text as it is now. White space does not count. Of several equal passages it is
 * the one whose surroundings agree most, the first of those. A passage in which some words were changed is found again
 * where at least half of its own words, and most of them with their surroundings, still stand in their order.
 *
 * @returns null where the passage is gone; 0 to 0 for a remark without a quote, which is on the whole field
 */
export function placeOf(text: string, anchor: Anchor): Place | null {
  const quote = collapse(anchor.quote).trim()
  if (quote === '') return { start: 0, end: 0 }
  return exactPlace(text, { ...anchor, quote }) ?? alignWords(text, anchor)
}

function exactPlace(text: string, { quote, prefix, suffix }: Anchor): Place | null {
  const flat = flatten(text)
  const around = { before: collapse(prefix).trimEnd(), after: collapse(suffix).trimStart() }
  const lonely = quote.split(' ').length < SPEAKS_FOR_ITSELF && (around.before !== '' || around.after !== '')
  let best: { at: number; agreement: number } | null = null
  for (let at = flat.text.indexOf(quote); at !== -1; at = flat.text.indexOf(quote, at + 1)) {
    const before = sameTail(flat.text.slice(Math.max(0, at - 2 * AROUND), at).trimEnd(), around.before)
    const after = sameHead(flat.text.slice(at + quote.length, at + quote.length + 2 * AROUND).trimStart(), around.after)
    if (lonely && !agrees(before, around.before) && !agrees(after, around.after)) continue
    if (best === null || before + after > best.agreement) best = { at, agreement: before + after }
  }
  return best && { start: flat.from(best.at), end: flat.from(best.at + quote.length - 1) + 1 }
}

const agrees = (same: number, expected: string): boolean => expected !== '' && same >= Math.min(AGREES, expected.length)

function sameTail(a: string, b: string): number {
  let same = 0
  while (same < a.length && same < b.length && a[a.length - 1 - same] === b[b.length - 1 - same]) same++
  return same
}

function sameHead(a: string, b: string): number {
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  return same
}

const collapse = (text: string): string => text.replace(/\s+/g, ' ')

/** The text with each stretch of white space as one space, and where each of its units stood before. */
function flatten(text: string): { text: string; from: (at: number) => number } {
  const flat = collapse(text)
  if (flat.length === text.length) return { text: flat, from: (at) => at }
  const places = new Uint32Array(flat.length)
  let at = 0
  for (const [index, stretch] of [...text.matchAll(/\s+|\S+/g)].map((match) => [match.index, match[0]] as const)) {
    if (/^\s/.test(stretch)) { places[at++] = index; continue }
    for (let unit = 0; unit < stretch.length; unit++) places[at++] = index + unit
  }
  return { text: flat, from: (place) => places[place] ?? text.length }
}
