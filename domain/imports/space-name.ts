/** Longest name of a space. Unit: UTF-16 units. */
const NAME_MAX = 80
/** So many spaces of one name never are; then a number that is long says so. */
const TRIES = 1000

/**
 * What a new space for a place is called: as the place is, with “, imported” and a number where that is taken.
 * @param taken names in lower case
 */
export function spaceNameFor(name: string, taken: ReadonlySet<string>): string {
  const own = name.trim().slice(0, NAME_MAX) || 'Imported'
  if (!taken.has(own.toLowerCase())) return own
  for (let number = 1; number <= TRIES; number += 1) {
    const ending = number === 1 ? ', imported' : `, imported ${number}`
    const tried = `${own.slice(0, NAME_MAX - ending.length)}${ending}`
    if (!taken.has(tried.toLowerCase())) return tried
  }
  throw new Error(`A thousand spaces are called ${own}.`)
}
