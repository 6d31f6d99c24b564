import { countFor } from '../brief/count-words.ts'
import { ENGLISH, inWords, listInWords, said } from '../words/said.ts'
import type { SaidValue, Words } from '../words/said.ts'

/** What others did to a page since somebody looked. `note`: what the last of them said of it. */
export type PageNews = { readonly title: string; readonly isNew: boolean; readonly byNames: readonly string[]; readonly edits: number; readonly note: string }

/**
 * One line for a brief.
 * @example 'Mei edited Restart the relay twice: the port of the new relay.'
 */
export function pageNewsWords({ title, isNew, byNames, edits, note }: PageNews, words: Words = ENGLISH): string {
  const names = listInWords(byNames, words)
  const did = inWords(isNew ? said`${names} wrote ${title}` : said`${names} edited ${title}${timesWords(edits, words)}`, words)
  const why = note.trim()
  return why === '' ? `${did}.` : `${did}: ${/[.?!…]$/u.test(why) ? why : `${why}.`}`
}

const timesWords = (count: number, words: Words): SaidValue => count === 1 ? '' : count === 2 ? said` twice` : said` ${countFor(count, words)} times`
