/** Digits of the number at the front of a file: adr-tools and MADR both write four. */
const NUMBER_DIGITS = 4
/** Some file systems and tools end at 255 bytes; a name of this many letters, of four bytes at most, stays below in any script. */
const NAME_MAX = 50
/** So much of a long name has to be left where it is cut between two words. */
const CUT_LEAST = NAME_MAX / 2

/** What joins letters or chooses how a sign looks, and is no letter: shown in some file lists as a box, in others as nothing. */
const JOINERS = /\p{Join_Control}|\p{Variation_Selector}|\p{Me}/gu
/** Accents are left out of Latin letters alone: elsewhere a mark is a vowel, a tone or another letter (é → e, but й, が, की stay). */
const LATIN_ACCENTS = /(\p{Script=Latin})[\u0300-\u036F]+/gu
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/**
 * The name of a record's file: number and title in dashes, letters of any script kept, accents of Latin ones left out.
 * Never without a name, and never the same for two numbers.
 * @example (7, 'Use Café tables, not DB rows!') → '0007-use-cafe-tables-not-db-rows.md'
 */
export function fileNameOf(number: number, title: string): string {
  const letters = title.normalize('NFKC').replace(JOINERS, '').normalize('NFD').replace(LATIN_ACCENTS, '$1').normalize('NFC').toLowerCase().normalize('NFC').replace(LATIN_ACCENTS, '$1')
  const name = shortened((letters.match(WORDS) ?? []).join('-'))
  return `${String(number).padStart(NUMBER_DIGITS, '0')}-${name === '' ? 'decision' : name}.md`
}

/** Cut between two words where enough is left, else before a letter, so that no letter loses its marks. */
function shortened(name: string): string {
  const letters = [...name]
  if (letters.length <= NAME_MAX) return name
  let end = NAME_MAX
  while (end > 1 && /\p{M}/u.test(letters[end] ?? '')) end -= 1
  const dash = letters[end] === '-' ? end : letters.lastIndexOf('-', end - 1)
  return letters.slice(0, dash >= CUT_LEAST ? dash : end).join('').replace(/-$/, '')
}
