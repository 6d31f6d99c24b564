/** The version that an address names; undefined where it names none. */
export function versionIn(value: unknown): number | undefined {
  const number = Number(value)
  return Number.isSafeInteger(number) && number > 0 ? number : undefined
}
