/** What stands above a page between its first `---` and the next one. `end`: where the text itself begins. Unit: UTF-16 units. */
export type FrontMatter = { source: string; rows: readonly { name: string; value: string }[]; end: number }

/** Front matter is a handful of lines; more than that is text between two rules. Unit: UTF-16 units. */
const LOOKED_AT = 20_000
const FRONT = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/
const ROW = /^([\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,60}):(?:[ \t]+(.*))?$/u
const ITEM = /^[ \t]*-[ \t]+(.*)$/

/**
 * The front matter of a page, for showing it beside the text; null where there is none. Plain keys with a value or a list
 * become rows; what is nested deeper stays in `source` alone, which is all of it as written.
 */
export function frontMatterIn(markdown: string): FrontMatter | null {
  const match = FRONT.exec(markdown.slice(0, LOOKED_AT))
  const source = match?.[1]
  if (!match || source === undefined || !source.split(/\r?\n/).some((line) => ROW.test(line))) return null
  const rows: { name: string; value: string }[] = []
  for (const line of source.split(/\r?\n/)) {
    const [, name, value = ''] = ROW.exec(line) ?? []
    const item = ITEM.exec(line)?.[1]
    const last = rows.at(-1)
    if (name !== undefined) rows.push({ name, value: plain(value) })
    else if (item !== undefined && last) rows.splice(-1, 1, { name: last.name, value: [last.value, plain(item)].filter((part) => part !== '').join(', ') })
  }
  return { source, rows, end: match[0].length }
}

/** A value without its quotation marks, a list without its brackets. */
const plain = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2').replace(/^\[(.*)\]$/, '$1').trim()
