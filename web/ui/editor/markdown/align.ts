import { Unfaithful } from './parse.ts'

/** A stretch of running text and, where it is spelt differently in Markdown, its spelling: `_` as `\_`, a space as a line end. */
export type Piece = { text: string, as?: string }

const ESCAPED = /^\\([!-/:-@[-`{-~])/
const ENTITY = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{0,31});/
/** The end of a line with the blanks around it and the marks of quotes that the next line repeats. */
const LINE_END = /^([ \t]*)(?:\r\n|\n|\r)([ \t>]*)/
const PLAIN = /^[^\\&\r\n \t]+|^[ \t]+/

/** What a line of a paragraph begins with beyond what the lists and quotes around it ask for. */
export const beyond = (prefix: string, rest: string): string => (prefix.startsWith(rest) ? prefix.slice(rest.length) : '')

/**
 * Lays the words that a parser read beside their spelling, so that escapes, character references and line ends are written
 * again as they were.
 * @param raw the stretch of the text, @param value the words read from it
 * @param rest what later lines begin with because of what is around them
 * @throws {Unfaithful} where the two do not go together
 */
export function align(raw: string, value: string, rest: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  let done = 0
  const take = (length: number, words: number, as?: string) => {
    const text = value.slice(done, done + words)
    pieces.push(as === undefined ? { text } : { text: as.includes('\n') ? ' ' : text, as })
    at += length
    done += words
  }
  const spelt = ([, blanks = '', prefix = '']: readonly string[]) => `${blanks}\n${beyond(prefix, rest)}`
  while (at < raw.length) {
    const left = raw.slice(at)
    const line = LINE_END.exec(left)
    const escaped = ESCAPED.exec(left)
    const entity = ENTITY.exec(left)?.[0]
    const plain = PLAIN.exec(left)?.[0] ?? left.slice(0, 1)
    if (line && value[done] === '\n') take(line[0].length, 1, spelt(line))
    else if (line && value[done] === '\r') take(line[0].length, value.startsWith('\r\n', done) ? 2 : 1, spelt(line))
    else if (escaped && value[done] === escaped[1]) take(2, 1, escaped[0])
    else if (entity && (entity === '&amp;' || !value.startsWith(entity, done))) take(entity.length, value.codePointAt(done) === undefined ? 0 : String.fromCodePoint(value.codePointAt(done) ?? 0).length, entity)
    else if (value.startsWith(plain, done)) take(plain.length, plain.length)
    else throw new Unfaithful('words that are not spelt as they read')
  }
  if (done !== value.length) throw new Unfaithful('words that are not in the text')
  return joined(pieces)
}

/** Neighbours without a spelling of their own become one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (last && last.as === undefined && piece.as === undefined) last.text += piece.text
    else if (piece.text !== '') all.push({ ...piece })
  }
  return all
}
