import { shorten } from '../handoffs/tldr.ts'

/** As much as a list shows in one line. Unit: characters. */
const TITLE_MAX = 110
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** The title of a conversation that has none: the first line of its first message that says something, without Markdown. */
export function titleOf(markdown: string, otherwise: string): string {
  const line = markdown.split('\n').map((one) => plain(one)).find((one) => /[\p{L}\p{N}]/u.test(one)) ?? ''
  return shorten(line === '' ? otherwise : line, TITLE_MAX)
}

const LINK = /!?\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/gu
const plain = (line: string): string => line.replace(LINK, '$1').replace(/\\([\\`*_{}[\]()#+\-.!<>~|])/g, '$1').replace(/^\s*(?:>\s?|#{1,6}\s+|[-*+]\s+|\d{1,9}[.)]\s+|```\w*|~~~\w*)+/u, '').replace(/\*\*|~~|`+/g, '').replace(/\s+/gu, ' ').trim()

/** `wharf, 6 May 2019`: what was said there in passing on that day. @param date YYYY-MM-DD */
export function dayTitle(place: string, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${place}, ${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${Number(year)}`
}
