import { stripVTControlCharacters } from 'node:util'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Signs that take two columns: East Asian wide letters and pictures. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\ufe0f/u
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}]+$/u

/** How many columns a text takes; colours take none. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const { segment } of graphemes.segment(stripVTControlCharacters(text))) {
    if (!INVISIBLE.test(segment)) columns += WIDE.test(segment) ? 2 : 1
  }
  return columns
}

/** Fills up with spaces to a width. */
export const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columnsOf(text)))

/** At most `width` columns, with an ellipsis where something was cut. */
export function cutTo(text: string, width: number): string {
  if (columnsOf(text) <= width) return text
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    if (columnsOf(kept + segment) > width - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/**
 * Breaks prose at spaces; words longer than a line stay whole. Lines that were broken already stay so.
 * @param indent put before every line, the first one too
 */
export function fold(text: string, width: number, indent = ''): string {
  return text.split('\n').map((line) => foldLine(line, width - columnsOf(indent)).map((part) => `${indent}${part}`.trimEnd()).join('\n')).join('\n')
}

function foldLine(line: string, width: number): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`
    if (current !== '' && columnsOf(longer) > width) {
      lines.push(current)
      current = word
    } else {
      current = longer
    }
  }
  return [...lines, current]
}
