import { UsageError } from './errors.ts'
import { oneLine } from './text/clean.ts'

type Named = { id: string; name: string }
type Wanted = {
  /** What is looked for, such as `person` or `space`. */
  what: string
  /** Where to see what there is. */
  see: string
}

/** How many candidates are worth reading in an error. */
const SHOWN_MAX = 8

const MARKS = /\p{M}/gu
const fold = (text: string): string => text.normalize('NFKD').replace(MARKS, '').toLowerCase().trim()

/**
 * Finds one by id, whole name, or a beginning of any word of it; capitals and accents do not matter.
 * @throws {UsageError} naming the candidates when several fit, and what there is when none does
 */
export function pick<T extends Named>(given: string, all: readonly T[], { what, see }: Wanted): T {
  const text = fold(given)
  const exact = all.filter((one) => one.id === given.trim() || fold(one.name) === text)
  const found = exact.length > 0 ? exact : all.filter((one) => text !== '' && (fold(one.name).startsWith(text) || fold(one.name).split(/\s+/).some((word) => word.startsWith(text))))
  const [only] = found
  if (only && found.length === 1) return only
  if (found.length > 1) throw new UsageError(`"${oneLine(given)}" could be ${listed(found)}.`, `Write more of the name, or the id; \`${see}\` shows them.`)
  throw new UsageError(`There is no ${what} "${oneLine(given)}".`, all.length === 0 ? `There are none; see \`${see}\`.` : `There is ${listed(all)}.`)
}

function listed(all: readonly Named[]): string {
  const same = new Set(all.filter((one, index) => all.some((other, place) => place !== index && other.name === one.name)).map((one) => one.name))
  const names = all.slice(0, SHOWN_MAX).map((one) => same.has(one.name) ? `${oneLine(one.name)} (${one.id})` : oneLine(one.name))
  return all.length > SHOWN_MAX ? `${names.join(', ')} and ${all.length - SHOWN_MAX} more` : names.join(', ')
}
