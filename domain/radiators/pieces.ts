/** Some words of a sentence; `href` where they lead somewhere. */
export type Piece = { readonly text: string; readonly href: string | null }
export type Line = readonly Piece[]
/** A part of a page that is made: sentences that follow each other, then one sentence a matter. */
export type Section = { readonly title: string; readonly paragraphs: readonly Line[]; readonly items: readonly Line[] }

type Value = string | Piece | Line

/**
 * A sentence with links in it.
 * @example line`${link('Ana', '/people/7')} minds it.`
 */
export function line(words: TemplateStringsArray, ...values: Value[]): Line {
  const pieces = words.flatMap((text, at): Piece[] => [{ text, href: null }, ...piecesOf(values[at])])
  return joined(pieces.filter(({ text }) => text !== ''))
}

export const link = (text: string, href: string): Piece => ({ text, href })
export const entryLink = (text: string, number: number): Piece => link(text, `/${number}`)
export const personLink = (name: string, id: string): Piece => link(name, `/people/${id}`)

/** @example inList([['A'], ['B'], ['C']]) reads 'A, B and C' */
export function inList(parts: readonly Value[]): Line {
  return joined(parts.flatMap((part, at) => [...at === 0 ? [] : [{ text: at === parts.length - 1 ? ' and ' : ', ', href: null }], ...piecesOf(part)]))
}

/** @example inARow([['A and B'], ['C']]) reads 'A and B, C', where an `and` more would be unclear */
export const inARow = (parts: readonly Value[]): Line => joined(parts.flatMap((part, at) => [...at === 0 ? [] : [{ text: ', ', href: null }], ...piecesOf(part)]))

/** Lines one after the other, as one paragraph. */
export const inOne = (lines: readonly Line[]): Line => joined(lines.flatMap((one, at) => at === 0 ? one : [{ text: ' ', href: null }, ...one]))

/** As words alone, for a terminal. */
export const wordsOf = (pieces: Line): string => pieces.map(({ text }) => text).join('')

/** Sections that say something. */
export const said = (sections: readonly Section[]): Section[] => sections.filter(({ paragraphs, items }) => paragraphs.length + items.length > 0)

function piecesOf(value: Value | undefined): readonly Piece[] {
  if (value === undefined) return []
  if (typeof value === 'string') return [{ text: value, href: null }]
  return 'text' in value ? [value] : value
}

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
