import { codeRanges, insideOf } from '../text/code-ranges.ts'

/** Longest text of one message; what is longer is sent as several. Unit: UTF-16 units. */
const MESSAGE_MAX = 90_000

/** Invisible, and no place to break a line: it parts a number sign from its number, so that no entry here is taken for one there. */
const JOINER = '\u2060'
const NUMBER = /(?<![\w&/#])#(?=[1-9]\d{0,8}(?!\w))/g
/** What would be read as HTML and not be shown; addresses in angle brackets are links. */
const TAG = /<(?=[a-zA-Z/!?])(?!(?:https?:\/\/|mailto:)[^\s<>]{0,2000}>)(?![^\s<>@]{1,64}@[^\s<>@]{1,255}>)/g
const HEADING = /^( {0,3})#(?=#{0,5}(?:\s|$))/gm

/** What no text may hold, and spaces at its end. Tabs and line ends stay; those of Windows become plain ones. */
export const cleanText = (text: string): string => text.toWellFormed().replaceAll('\r\n', '\n').replace(/[^\P{Cc}\n\t]/gu, '').trimEnd()

/** Changes a text where it is no code. */
function outsideCode(text: string, pattern: RegExp, change: (found: string) => string): string {
  const inside = insideOf(codeRanges(text).filter(({ kind }) => kind === 'code'))
  return text.replace(pattern, (found: string, ...rest: unknown[]) => {
    const at = rest.find((one) => typeof one === 'number') ?? 0
    return inside(at) ? found : change(found)
  })
}

/** `#12` of another tool is no entry of this workspace. */
export const foreignNumbers = (markdown: string): string => outsideCode(markdown, NUMBER, (sign) => `${sign}${JOINER}`)

/** Plain text as Markdown that shows the same: tags and headings that nobody meant are escaped, the line ends of chat stay. */
export function plainToMarkdown(text: string, { breaks = false } = {}): string {
  const escaped = outsideCode(outsideCode(text, TAG, () => '\\<'), HEADING, (found) => found.replace('#', '\\#'))
  return foreignNumbers(breaks ? hardBreaks(escaped) : escaped)
}

const FENCE = /^\s*(?:```|~~~)/
const STARTS_BLOCK = /^\s*(?:[-*+•]\s|\d{1,9}[.)]\s|```|~~~|#{1,6}\s|\|)/
/** In chat a new line is a new line: two spaces at the end of a line say so in Markdown. */
export function hardBreaks(markdown: string): string {
  const inside = insideOf(codeRanges(markdown).filter(({ kind }) => kind === 'code'))
  const lines = markdown.split('\n')
  let at = 0
  return lines.map((line, index) => {
    at += line.length + 1
    const next = lines[index + 1]
    const plain = next === undefined || line.trim() === '' || next.trim() === '' || FENCE.test(line) || STARTS_BLOCK.test(next) || inside(at - 1) || inside(at) || /^\s*>/.test(line) !== /^\s*>/.test(next)
    return plain ? line : `${line.trimEnd()}  `
  }).join('\n')
}

/** A text in pieces that can be sent: cut at an empty line, else at a line, else anywhere but inside a character. */
export function inPieces(text: string, max = MESSAGE_MAX): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > max) {
    const head = rest.slice(0, max)
    const cut = [head.lastIndexOf('\n\n'), head.lastIndexOf('\n'), head.lastIndexOf(' ')].find((at) => at > max / 2) ?? (/[\ud800-\udbff]$/.test(head) ? max - 1 : max)
    pieces.push(rest.slice(0, cut))
    rest = rest.slice(cut).replace(/^\n+/, '')
  }
  return rest.trim() === '' && pieces.length > 0 ? pieces : [...pieces, rest]
}
