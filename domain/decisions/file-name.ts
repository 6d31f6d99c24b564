/** Digits of the number at the front of a file: adr-tools and MADR both write four. */
const NUMBER_DIGITS = 4
/** Some file systems and tools end at 255 bytes; a name of this many letters stays below in any script. */
const NAME_MAX = 50

/**
 * The name of a record's file: number and title in dashes, letters of any script kept, accents of Latin ones left out.
 * @example (7, 'Use Café tables, not DB rows!') → '0007-use-cafe-tables-not-db-rows.md'
 */
export function fileNameOf(number: number, title: string): string {
  const words = title.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').normalize('NFC').toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const name = [...words.join('-')].slice(0, NAME_MAX).join('').replace(/-$/, '')
  return `${String(number).padStart(NUMBER_DIGITS, '0')}-${name === '' ? 'decision' : name}.md`
}
