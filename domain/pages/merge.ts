import { combine } from './combine.ts'
import type { Nearness, Three } from './combine.ts'

/** One stretch of a merge: the same for both, or two sides of which neither may be lost. */
export type Stretch = { readonly kind: 'same'; readonly text: string } | ({ readonly kind: 'conflict' } & Three<string>)

/** Neighbouring lines are different things. */
const BY_LINES: Nearness = { room: 0, most: 400 }
/** Inside a line, five words, signs and blanks must stand unchanged between what two people changed: else it may be one thought. With more changes than this it was written anew. */
const BY_WORDS: Nearness = { room: 5, most: 60 }
const WORDS = /\s+|[\p{L}\p{N}\p{M}_]+|[^\s\p{L}\p{N}\p{M}_]/gu

/**
 * Joins two texts that were made of one, by lines, and inside a line where both changed different words of it. What nobody
 * touched stays byte for byte. Where both changed the same words, both sides are given back: nothing that either of them
 * added is lost. What both added at one place stands one after the other, theirs first.
 */
export function mergeTexts({ base, mine, theirs }: Three<string>): Stretch[] {
  if (mine === theirs || base === theirs) return stretchesOf([same(mine)])
  if (base === mine) return stretchesOf([same(theirs)])
  const [open, end] = closed({ base, mine, theirs })
  const outcomes = combine({ base: linesOf(open.base), mine: linesOf(open.mine), theirs: linesOf(open.theirs) }, BY_LINES)
  return end(stretchesOf(outcomes.flatMap((outcome) => 'parts' in outcome ? [same(outcome.parts.join(''))] : inLines(outcome))))
}

/** The text of a merge without conflicts; null where there are some. */
export function mergedText(stretches: readonly Stretch[]): string | null {
  return stretches.some(({ kind }) => kind === 'conflict') ? null : stretches.map((stretch) => stretch.kind === 'same' ? stretch.text : '').join('')
}

/** One field that two people may have changed. `clash` where both did, and differently. */
export function mergeField<T>({ base, mine, theirs }: Three<T>): { value: T; clash: boolean } {
  if (mine === theirs || mine === base) return { value: theirs, clash: false }
  return { value: mine, clash: theirs !== base }
}

const same = (text: string): Stretch => ({ kind: 'same', text })
const linesOf = (text: string): string[] => text === '' ? [] : text.split(/(?<=\n)/)

/** Where the lines of all three still answer each other, words are looked at. */
function inLines({ base, mine, theirs }: Three<readonly string[]>): Stretch[] {
  if (base.length !== mine.length || base.length !== theirs.length) return [{ kind: 'conflict', base: base.join(''), mine: mine.join(''), theirs: theirs.join('') }]
  return base.flatMap((line, index) => inLine({ base: line, mine: mine[index] ?? '', theirs: theirs[index] ?? '' }))
}

function inLine(line: Three<string>): Stretch[] {
  // On a blank line there is nothing between what two people wrote: one text would stick to the other.
  if (line.base.trim() === '' && line.mine.trim() !== '' && line.theirs.trim() !== '') return [{ kind: 'conflict', ...line }]
  const words = (text: string): string[] => text.match(WORDS) ?? []
  const outcomes = combine({ base: words(line.base), mine: words(line.mine), theirs: words(line.theirs) }, BY_WORDS)
  const parts = outcomes.map((outcome) => 'parts' in outcome ? outcome.parts.join('') : null)
  return parts.includes(null) ? [{ kind: 'conflict', ...line }] : [same(parts.join(''))]
}

/** Neighbours of one kind are one stretch; empty ones are left out. */
function stretchesOf(all: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const one of all) {
    const last = joined.at(-1)
    if (one.kind === 'same' && one.text === '') continue
    if (last?.kind === 'same' && one.kind === 'same') joined[joined.length - 1] = same(last.text + one.text)
    else if (last?.kind === 'conflict' && one.kind === 'conflict') joined[joined.length - 1] = { kind: 'conflict', base: last.base + one.base, mine: last.mine + one.mine, theirs: last.theirs + one.theirs }
    else joined.push(one)
  }
  return joined
}

/**
 * A last line without its end reads as changed once something stands below it. So each text gets one, which is taken
 * off again: whether the merged text ends with one is a field of its own.
 */
function closed(texts: Three<string>): [Three<string>, (stretches: Stretch[]) => Stretch[]] {
  const [base, mine, theirs] = [endingOf(texts.base), endingOf(texts.mine), endingOf(texts.theirs)]
  const off = (text: string, ending: string): string => ending !== '' && text.endsWith(ending) ? text.slice(0, -ending.length) : text
  const open = (stretches: Stretch[]): Stretch[] => {
    const last = stretches.at(-1)
    if (!last) return stretches
    if (last.kind === 'conflict') return stretches.with(-1, { kind: 'conflict', base: off(last.base, base), mine: off(last.mine, mine), theirs: off(last.theirs, theirs) })
    return stretchesOf(stretches.with(-1, same(off(last.text, mergeField({ base, mine, theirs }).value))))
  }
  return [{ base: texts.base + base, mine: texts.mine + mine, theirs: texts.theirs + theirs }, open]
}

/** The end of line that a text lacks, as its other lines have it. */
const endingOf = (text: string): string => text === '' || text.endsWith('\n') ? '' : /\r?\n/.exec(text)?.[0] ?? '\n'
