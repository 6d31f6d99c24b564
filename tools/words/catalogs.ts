import { placesIn } from '#domain/words/said.ts'
import type { Texts } from '#domain/words/said.ts'
import type { Found } from './keys.ts'

/** The texts of a catalog and the file they stand in. */
export type Catalog = { file: string; texts: Texts }

const placesOf = (sentence: string): string => placesIn(sentence).filter((part) => typeof part === 'number').toSorted().join(' ')

/** A counted noun has a text for one and one for many; a sentence has neither. */
const numbersOf = (key: string): number => key.split('|').length

function faultOf(key: string, text: string): string | undefined {
  if (text.trim() === '' && key.trim() !== '') return 'has an empty text'
  if (placesOf(key) !== placesOf(text)) return 'has other places than its text'
  if (numbersOf(key) !== numbersOf(text)) return 'is counted otherwise than its text'
  return text.includes('¦') ? 'shows the sign of its meaning' : undefined
}

/**
 * What is wrong with the catalogs of a language, a line each: keys without a text, keys in two catalogs, texts whose places
 * are not those of their key, and texts that nobody says.
 * @param elsewhere what is said in other rooms: it may stand in these catalogs, and need not
 */
export function faultsIn(said: readonly Found[], catalogs: readonly Catalog[], elsewhere: readonly Found[] = []): string[] {
  const home = new Map<string, string>()
  const faults: string[] = []
  for (const { file, texts } of catalogs) {
    for (const [key, text] of Object.entries(texts)) {
      const [other, fault] = [home.get(key), faultOf(key, text)]
      if (other) faults.push(`${file}: "${key}" stands in ${other} already`)
      if (fault) faults.push(`${file}: "${key}" ${fault}`)
      home.set(key, file)
    }
  }
  const wanted = new Map(said.map((one) => [one.key, one]))
  for (const { key, file, line } of wanted.values()) if (!home.has(key)) faults.push(`${file}:${line}: "${key}" has no text`)
  const known = new Set([...wanted.keys(), ...elsewhere.map(({ key }) => key)])
  for (const [key, file] of home) if (!known.has(key)) faults.push(`${file}: nobody says "${key}"`)
  return faults
}
