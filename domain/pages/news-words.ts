import { inList } from '../asks/moment-words.ts'
import { countInWords } from '../brief/count-words.ts'

/** What others did to a page since somebody looked. `note`: what the last of them said of it. */
export type PageNews = { readonly title: string; readonly isNew: boolean; readonly byNames: readonly string[]; readonly edits: number; readonly note: string }

/**
 * One line for a brief.
 * @example 'Mei edited Restart the relay twice: the port of the new relay.'
 */
export function pageNewsWords({ title, isNew, byNames, edits, note }: PageNews): string {
  const did = isNew ? `${inList(byNames)} wrote ${title}` : `${inList(byNames)} edited ${title}${edits === 1 ? '' : ` ${timesInWords(edits)}`}`
  const said = note.trim()
  return said === '' ? `${did}.` : `${did}: ${/[.?!…]$/u.test(said) ? said : `${said}.`}`
}

const timesInWords = (count: number): string => count === 2 ? 'twice' : `${countInWords(count)} times`
