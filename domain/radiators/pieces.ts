import { countFor, spelt } from '../brief/count-words.ts'
import { inWords, keyOf, placesIn, said, sentenceFor } from '../words/said.ts'
import type { Amount, SaidValue, Words } from '../words/said.ts'

/** Some words of a sentence; `href` where they lead somewhere. */
export type Piece = { readonly text: string; readonly href: string | null }
export type Line = readonly Piece[]
/** A part of a page that is made: sentences that follow each other, then one sentence a matter. */
export type Section = { readonly title: string; readonly paragraphs: readonly Line[]; readonly items: readonly Line[] }

type Link = { readonly text: SaidValue | Spelt; readonly href: string }
type Sentence = { readonly sentence: string; readonly parts: readonly Told[] }
type Row = { readonly row: readonly Told[]; readonly between: 'and' | ', ' | ' ' | '' }
type Spelt = { readonly spelt: Amount | number; readonly capital: boolean }
type Amid = { readonly amid: string }
/** What a page says before it is in a language. */
export type Told = SaidValue | Link | Sentence | Row | Spelt | Amid
/** A section before it is in a language. */
export type Part = { readonly title: Told; readonly paragraphs: readonly Told[]; readonly items: readonly Told[] }

/**
 * A sentence with links in it. The English is the key of its German text, as with `said`.
 * @example line`${link('Ana', '/people/7')} minds it.`
 */
export const line = (words: TemplateStringsArray, ...parts: Told[]): Sentence => ({ sentence: keyOf(words), parts })

export const link = (text: SaidValue | Spelt, href: string): Link => ({ text, href })
export const entryLink = (text: SaidValue, number: number): Link => link(text, `/${number}`)
export const personLink = (name: SaidValue, id: string): Link => link(name, `/people/${id}`)

/** @example inList(['A', 'B', 'C']) reads 'A, B and C' */
export const inList = (row: readonly Told[]): Row => ({ row, between: 'and' })
/** @example inARow(['A and B', 'C']) reads 'A and B, C', where an `and` more would be unclear */
export const inARow = (row: readonly Told[]): Row => ({ row, between: ', ' })
/** Sentences one after the other, as one paragraph. */
export const inOne = (row: readonly Told[]): Row => ({ row, between: ' ' })
/** Parts of one sentence, one right after the other. */
export const run = (...row: readonly Told[]): Row => ({ row, between: '' })
/** A count, alone or with its noun, as a word in English. */
export const many = (spelt: Amount | number): Spelt => ({ spelt, capital: false })
/** The same at the head of a sentence. */
export const Many = (spelt: Amount | number): Spelt => ({ spelt, capital: true })
/** People's words inside a sentence: in an English one they go on small, names of two capitals keep theirs. */
export const amid = (words: string): Amid => ({ amid: words })

/** As words alone, for a terminal. */
export const wordsOf = (pieces: Line): string => pieces.map(({ text }) => text).join('')

/** What is told, in a language. */
export const read = (told: Told, words: Words): Line => joined(piecesOf(told, words).filter(({ text }) => text !== ''))

/** The parts that say something, in a language. */
export const readParts = (parts: readonly Part[], words: Words): Section[] => parts.filter(({ paragraphs, items }) => paragraphs.length + items.length > 0)
  .map(({ title, paragraphs, items }) => ({ title: wordsOf(read(title, words)), paragraphs: paragraphs.map((one) => read(one, words)), items: items.map((one) => read(one, words)) }))

const plain = (text: string): Line => [{ text, href: null }]

function piecesOf(told: Told, words: Words): Line {
  if (typeof told !== 'object') return plain(inWords(told, words))
  if ('sentence' in told) return placesIn(sentenceFor(told.sentence, words)).flatMap((part) => typeof part === 'string' ? plain(part) : piecesOf(told.parts[part] ?? '', words))
  if ('row' in told) return told.row.flatMap((part, at) => [...at === 0 ? [] : plain(at === told.row.length - 1 && told.between === 'and' ? ` ${inWords(said`and¦in a list`, words)} ` : told.between === 'and' ? ', ' : told.between), ...piecesOf(part, words)])
  if ('href' in told) return [{ text: wordsOf(piecesOf(told.text, words)), href: told.href }]
  if ('spelt' in told) return plain(speltOut(told, words))
  if ('amid' in told) return plain(words.language === 'en' ? small(told.amid) : told.amid)
  return plain(inWords(told, words))
}

function speltOut({ spelt: count, capital }: Spelt, words: Words): string {
  const text = typeof count === 'number' ? countFor(count, words) : spelt(count, words)
  return capital ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text
}

const small = (words: string): string => /^\p{Lu}\p{Lu}/u.test(words) ? words : `${words.charAt(0).toLowerCase()}${words.slice(1)}`

/** Plain words beside each other are one piece. */
function joined(pieces: readonly Piece[]): Line {
  const one: Piece[] = []
  for (const piece of pieces) {
    const last = one.at(-1)
    if (last?.href === null && piece.href === null) one[one.length - 1] = { text: last.text + piece.text, href: null }
    else one.push(piece)
  }
  return one
}
