import { lineAt, startingIn } from './outline.ts'
import type { Block, Outline } from './outline.ts'
import type { Span } from './record.ts'

/** A line such as `- Status: accepted` or `Date: 2026-03-24` below the title. */
export type DataLine = {
  readonly key: string
  readonly words: string
  /** The words alone, without the key and a comment behind them. */
  readonly place: Span
  /** The whole line, with its mark and its end. */
  readonly whole: Span
  readonly line: number
}

/** Keys that are read; other lines of the same shape stay part of the text. */
const KEYS: Readonly<Record<string, string>> = {
  status: 'status', date: 'date', 'start date': 'start date', deciders: 'deciders', decider: 'deciders', 'decision makers': 'deciders', 'decision-makers': 'deciders', 'decision maker': 'deciders', author: 'deciders', authors: 'deciders',
  consulted: 'consulted', informed: 'informed', tags: 'tags', 'rfc pr': 'rfc pr', 'feature name': 'feature name',
}
/** Longer lines are text. Unit: UTF-16 units. */
const LINE_MAX = 1000
const LINE = /^(?<before>[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)?(?<key>[A-Za-z][A-Za-z -]{1,30}?)(?:\*\*|__)?[ \t]*:(?:\*\*|__)?[ \t]*)(?<words>[^\r\n]*?)(?<after>[ \t]*(?:<!--[^\r\n]*?-->[ \t]*)?)$/

/** Data lines in the blocks between title and first section. */
export function dataLines(outline: Outline, within: Span): DataLine[] {
  return startingIn(outline.blocks, within).filter(isText).flatMap((block) => linesOf(outline, block))
}

const isText = ({ name }: Block): boolean => name === 'Paragraph' || name === 'BulletList'

function linesOf(outline: Outline, { start, end }: Block): DataLine[] {
  const { source } = outline
  const found: DataLine[] = []
  let at = start
  for (const raw of source.slice(start, end).split(/(?<=\n)/)) {
    const line = raw.replace(/\r?\n?$/, '')
    const match = line.length <= LINE_MAX ? LINE.exec(line) : null
    const key = KEYS[match?.groups?.['key']?.toLowerCase() ?? '']
    if (match?.groups && key !== undefined) {
      const from = at + (match.groups['before']?.length ?? 0)
      const words = match.groups['words'] ?? ''
      found.push({ key, words, place: { start: from, end: from + words.length }, whole: { start: at, end: at + raw.length }, line: lineAt(outline, at) })
    }
    at += raw.length
  }
  return found
}
