import { shorten } from '../handoffs/tldr.ts'

/** As much of a page as stands for it in lists and mails. Unit: characters. */
const SUMMARY_MAX = 400
/** So much of a page is looked at for its first words. Unit: UTF-16 units. */
const LOOKED_AT = 8_000

const RULE = /^(?:[-*_=][ \t]*)+$/
const NOT_PROSE = /^(?:#|\||>|```|~~~|!\[|<|\[[^\]]*\]:)/

/** The first paragraph of prose in a Markdown text, as one line; empty where there is none. Front matter, headings, tables, code and comments are passed over. */
export function summaryOf(markdown: string): string {
  const lines = markdown.slice(0, LOOKED_AT).replace(/^\uFEFF/, '').split(/\r?\n/)
  let at = afterFrontMatter(lines)
  for (let skipping = ''; at < lines.length; at++) {
    const line = lines[at]?.trim() ?? ''
    const opens = skipping === '' ? opening(line) : ''
    if (opens !== '') skipping = line.slice(opens.length).includes(closing(opens)) ? '' : opens
    else if (skipping !== '') skipping = line.includes(closing(skipping)) ? '' : skipping
    else if (line !== '' && !NOT_PROSE.test(line) && !RULE.test(line)) break
  }
  const end = lines.findIndex((line, index) => index > at && (line.trim() === '' || NOT_PROSE.test(line.trim())))
  return shorten(lines.slice(at, end === -1 ? undefined : end).map((line) => line.trim()).join(' '), SUMMARY_MAX)
}

const opening = (line: string): string => ['```', '~~~', '<!--'].find((mark) => line.startsWith(mark)) ?? ''
const closing = (mark: string): string => mark === '<!--' ? '-->' : mark

function afterFrontMatter(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
  return end === -1 ? 0 : end + 1
}
