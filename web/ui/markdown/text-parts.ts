import { splitAtNumbers } from '../entry-links.ts'

/** Somebody or something mentioned in a text, as it stands there: `@Mei Tanaka`. */
export type Mention = {
  written: string
  /** Where it leads; `@here` leads nowhere and is only set apart. */
  href?: string | undefined
}

/** A piece of running text; a mention of a person has `mention`, a number of an entry `number`. */
export type TextPiece = { text: string, number?: number, mention?: Mention }

/** Splits text at `#128` and at the mentions that are known; an `@` that nobody is called by stays as written. */
export function splitText(text: string, mentions: readonly Mention[]): TextPiece[] {
  const written = mentions.length > 0 ? patternOf(mentions) : undefined
  if (!written) return splitAtNumbers(text)
  const byName = new Map(mentions.map((mention) => [mention.written.toLowerCase(), mention]))
  return text.split(written).flatMap((piece, index): TextPiece[] => {
    const mention = index % 2 === 1 ? byName.get(piece.toLowerCase()) : undefined
    return mention ? [{ text: piece, mention }] : splitAtNumbers(piece)
  })
}

/** The longest name first, so that `@Ana Duarte` is not read as `@Ana`; never inside a word or an e-mail address. */
function patternOf(mentions: readonly Mention[]): RegExp {
  const names = mentions.map(({ written }) => written).filter((name) => name.length > 1).sort((a, b) => b.length - a.length)
  return new RegExp(`(?<![\\p{L}\\p{N}_.])(${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\p{L}\\p{N}_])`, 'giu')
}
