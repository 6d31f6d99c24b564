/** Words that a remark quotes at most; a longer selection is cut there. */
const WORDS_MAX = 60
/** How much of the text is kept on either side of the quote. Unit: characters. */
const AROUND = 64

export type Quote = { quote: string, prefix: string, suffix: string }
/** A stretch of a text, from `start` to before `end`. Unit: UTF-16 units. */
export type Stretch = { start: number, end: number }

/** So many words before a selection are tried to tell it from equal ones, fewer where the Markdown has something between them. */
const WORDS_BEFORE = [8, 3, 1]

/**
 * Where a selection stands in the Markdown behind it. The words before it say which of several equal ones is meant.
 * @param before everything of the text that stands above the selection
 * @returns undefined where nothing of it can be found
 * @example placeIn('a **slow** mail server', 'slow mail', 'a ') → { start: 4, end: 15 }
 */
export function placeIn(source: string, selected: string, before: string): Stretch | undefined {
  const wanted = wordsAsPattern(selected)
  if (!wanted) return undefined
  for (const count of WORDS_BEFORE) {
    const context = wordsOf(before).slice(-count)
    const around = context.length === count ? wordsAsPattern([...context, ...wordsOf(selected)].join(' '), WORDS_MAX + count) : undefined
    const places = around ? [...source.matchAll(around)] : []
    const [only] = places
    if (!only || places.length > 1) continue
    const skipped = [...only[0].matchAll(WORD)][count]?.index ?? 0
    return { start: only.index + skipped, end: only.index + only[0].length }
  }
  const found = [...source.matchAll(wanted)]
  const match = found[[...before.matchAll(wanted)].length] ?? found.at(-1)
  return match && { start: match.index, end: match.index + match[0].length }
}

/**
 * What somebody selected on the page, as it stands in the Markdown behind it: signs between the words do not count.
 * @param before everything of the same field that stands above the selection, so that of two equal passages the right one is meant
 * @returns undefined where nothing of it can be found
 * @example quoteIn('a **slow** mail server', 'slow mail', 'a ') → { quote: 'slow** mail', … }
 */
export function quoteIn(source: string, selected: string, before: string): Quote | undefined {
  const wanted = wordsAsPattern(selected)
  if (!wanted) return undefined
  const found = [...source.matchAll(wanted)]
  const match = found[[...before.matchAll(wanted)].length] ?? found.at(-1)
  if (!match) return undefined
  const end = match.index + match[0].length
  return { quote: match[0], prefix: source.slice(Math.max(0, match.index - AROUND), match.index), suffix: source.slice(end, end + AROUND) }
}

/** Where a quote of the Markdown stands in the text as it is shown. @param nth how many equal ones stand before it */
export function shownPlace(shown: string, quote: string, nth: number): { start: number, end: number } | undefined {
  const wanted = wordsAsPattern(quote)
  if (!wanted) return undefined
  const found = [...shown.matchAll(wanted)]
  const match = found[nth] ?? found[0]
  return match && { start: match.index, end: match.index + match[0].length }
}

/** How many passages with the same words stand before a place of the Markdown. */
export function equalBefore(source: string, quote: string, start: number): number {
  const wanted = wordsAsPattern(quote)
  return wanted ? [...source.matchAll(wanted)].filter(({ index }) => index < start).length : 0
}

const WORD = /[\p{L}\p{N}]+/gu
const wordsOf = (text: string): string[] => text.match(WORD) ?? []

function wordsAsPattern(text: string, max = WORDS_MAX): RegExp | undefined {
  const words = wordsOf(text).slice(0, max)
  return words.length === 0 ? undefined : new RegExp(words.join('[^\\p{L}\\p{N}]+'), 'gu')
}

/** A quote as it is read: without the signs of Markdown. */
export const plainQuote = (quote: string): string => quote.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[*_`~]+|^#+ |^> /gm, '').replaceAll(/\s+/g, ' ').trim()
