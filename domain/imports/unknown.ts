/** What a parsed file holds, looked at without trusting it: a value of another kind counts as not there. */
export type Fields = Readonly<Record<string, unknown>>

export const fieldsOf = (value: unknown): Fields | null => typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Fields : null
export const listIn = (value: unknown): readonly unknown[] => Array.isArray(value) ? value : []
/** The objects of a list; anything else in it is left out. */
export const fieldsIn = (value: unknown): Fields[] => listIn(value).flatMap((one): Fields[] => { const fields = fieldsOf(one); return fields ? [fields] : [] })
/** Text with something in it, trimmed. */
export const wordsOf = (value: unknown): string | null => typeof value === 'string' && value.trim() !== '' ? value.trim() : null

/** On which line of a file these words stand first; null where they do not. */
export function lineOf(text: string, words: string): number | null {
  const at = words === '' ? -1 : text.indexOf(words)
  if (at < 0) return null
  let line = 1
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) line += 1
  return line
}
/** Years that clocks and databases here can hold. Unit: seconds since 1970. */
const LAST_S = 253_402_300_799

/** Seconds since 1970, as a number or as text such as `1516454398.000069`, as an instant in ISO 8601; null for anything else. */
export function instantOfSeconds(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : wordsOf(value)
  const found = text === null ? null : /^(\d{1,12})(?:\.(\d{1,9}))?$/.exec(text)
  if (!found) return null
  const seconds = Number(found[1])
  if (seconds > LAST_S) return null
  const micros = Math.floor(Number(`0.${found[2] ?? '0'}`) * 1_000_000)
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000).add({ microseconds: micros }).toString()
}
