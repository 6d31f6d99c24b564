import { linksIn } from './marks.ts'
import type { AdrLink, AdrLinkKind } from './record.ts'

const VERBS: readonly (readonly [RegExp, AdrLinkKind])[] = [
  [/\b(?:super[sc]ee?ded|replaced|obsoleted)(?: by)?\b/i, 'superseded_by'],
  [/\b(?:super[sc]ee?d(?:es|ing)|replaces|obsoletes)\b/i, 'supersedes'],
  [/\b(?:amended|refined|clarified|extended|required|needed) by\b/i, 'needed_by'],
  [/\b(?:depends on|requires|needs|builds on|amends|refines|clarifies|extends)\b/i, 'depends_on'],
]
const NUMBERED = /\bADR[-\s#]*0*(\d{1,6})\b|\[0*(\d{1,6})\](?!\()|\b(?:by|supersedes|supercedes|replaces|on|amends|refines)\s+#?0*(\d{1,6})\b/gi

/** Records that a line names with a word that says how: “Superseded by [7. Tables](0007-tables.md)”, “depends on ADR-0003”. */
export function linksOfLine(text: string, line: number): AdrLink[] {
  const verb = VERBS.map(([pattern, how]) => ({ how, at: text.search(pattern) })).filter(({ at }) => at >= 0).toSorted((a, b) => a.at - b.at)[0]
  if (!verb) return []
  const paths = linksIn(text).filter(({ at, target }) => at > verb.at && isRecord(target)).map(({ target }) => target)
  const targets = paths.length > 0 ? paths : [...text.slice(verb.at).matchAll(NUMBERED)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
  return targets.filter((target) => target !== '').map((target) => ({ how: verb.how, target, line }))
}

/** A path in the same folder tree, not an address elsewhere. */
const isRecord = (target: string): boolean => !/^[a-z][a-z0-9+.-]*:/i.test(target) && !target.startsWith('#') && !target.startsWith('//')

/** So long a line names nothing. Unit: UTF-16 units. */
const LINE_MAX = 2000
/** The same for the lines of a text that begin with such a word; the first of them has this number. */
export const linksOfText = (text: string, firstLine: number): AdrLink[] =>
  text.split(/\r\n|[\r\n]/).flatMap((line, at) => line.length <= LINE_MAX && startsWithVerb(line) ? linksOfLine(line, firstLine + at) : [])

function startsWithVerb(line: string): boolean {
  const words = line.replace(/^\s*(?:[-*+]\s+|\d+[.)]\s+)?(?:\*\*|__)?/, '')
  return VERBS.some(([pattern]) => words.search(pattern) === 0)
}

/** A path as seen from the folder of another one; null where it leads out of all folders. */
export function resolvePath(from: string, target: string): string | null {
  const [bare = ''] = target.split(/[?#]/)
  const parts = bare.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of decoded(bare).split('/')) {
    if (part === '..') { if (parts.pop() === undefined) return null } else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function decoded(text: string): string {
  try { return decodeURIComponent(text) } catch { return text }
}

/** How a file names another one: the shortest relative path, with what Markdown needs escaped. */
export function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1)
  const there = to.split('/')
  let same = 0
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same += 1
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].map((part) => part.replace(/[\s()%?#<>\\]/g, (sign) => encodeURIComponent(sign).replace(/[()]/g, (one) => `%${one.charCodeAt(0).toString(16)}`))).join('/')
}
