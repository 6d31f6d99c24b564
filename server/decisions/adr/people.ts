import { isPlaceholder, plainTitle } from './marks.ts'

/** Names in a line or a list: parted by commas, semicolons or “and”; handles and addresses stay as they are. */
export function namesIn(words: readonly string[]): string[] {
  const [only] = words
  const parts = words.length === 1 && only !== undefined ? only.replace(/\s+/g, ' ').split(/[,;]| (?:and|&) /) : words
  return parts.map((part) => plainTitle(part)).filter((part) => part !== '' && !isPlaceholder(part) && !isPlaceholder(only ?? ''))
}

/** Somebody whom names in files can mean. */
export type Person = { readonly id: string; readonly name: string; readonly email: string }
const ADDRESS = /(?<![^\s<>(),;])[^\s<>(),;@]{1,64}@[^\s<>(),;]{1,255}/
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * Who somebody named in a file is here: by e-mail address, else by whole name where only one person has it.
 * @returns ids in the order of the file, and the names of whoever is nobody here
 */
export function matchPeople(names: readonly string[], people: readonly Person[]): { ids: string[]; rest: string[] } {
  const ids: string[] = []
  const rest: string[] = []
  for (const name of names) {
    const address = ADDRESS.exec(name)?.[0].toLowerCase()
    const bare = fold(name.replace(ADDRESS, '').replace(/[<>()@]/g, ' '))
    const byAddress = people.filter(({ email }) => email.toLowerCase() === address)
    const found = byAddress.length > 0 ? byAddress : people.filter((one) => bare !== '' && fold(one.name) === bare)
    const [only] = found
    if (only && found.length === 1) { if (!ids.includes(only.id)) ids.push(only.id) } else rest.push(name)
  }
  return { ids, rest }
}
