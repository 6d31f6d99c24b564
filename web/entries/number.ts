/** The number in `/128`; undefined where the address holds anything else, such as a mistyped page. */
export function numberIn(text: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
}
