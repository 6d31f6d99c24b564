/** Whether a file differs from another one at most where Longhand itself writes. @param kept those places in `text` */
export function sameButFor(current: string, text: string, kept: readonly { start: number; end: number }[]): boolean {
  const fixed: string[] = []
  let from = 0
  for (const { start, end } of kept) { fixed.push(text.slice(from, start)); from = end }
  fixed.push(text.slice(from))
  const [first = ''] = fixed
  const last = fixed.length > 1 ? fixed.at(-1) ?? '' : ''
  if (fixed.length === 1) return current === first
  if (!current.startsWith(first)) return false
  let at = first.length
  for (const part of fixed.slice(1, -1)) {
    const found = current.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return current.length - last.length >= at && current.endsWith(last)
}
