import type { TradeOff } from '#domain/decisions/content.ts'
import { argumentIn, sideOf } from './arguments.ts'
import { fieldText, itemText } from './fields.ts'
import { folded, linksIn, nameOf, plainTitle } from './marks.ts'
import { startingIn, without } from './outline.ts'
import type { Block, Heading, Outline } from './outline.ts'
import type { Span } from './record.ts'

export type ReadTradeOff = { readonly side: TradeOff['side']; readonly text: string }
export type ReadOption = { title: string; label: string | null; body: string; tradeOffs: ReadTradeOff[] }
export type Section = { readonly heading: Heading; readonly name: string; readonly body: Span }

/** What contract/decisions.ts takes; longer ones stay in the text. Unit: UTF-16 units. */
const TITLE_MAX = 200
const NOTE_MAX = 4000
const TRADE_OFFS_MAX = 500

/** Parts of a span below headings of this level; each ends at the next heading of its level or above. */
export function sectionsAt({ headings }: Outline, span: Span, level: number): Section[] {
  const dividing = startingIn(headings, span).filter((heading) => heading.level <= level)
  return dividing.flatMap((heading, at) => heading.level !== level ? [] : [{ heading, name: nameOf(heading.words), body: { start: heading.end, end: dividing[at + 1]?.start ?? span.end } }])
}
export const wholeOf = ({ heading, body }: Section): Span => ({ start: heading.start, end: body.end })
const blocksIn = ({ blocks }: Outline, span: Span): readonly Block[] => startingIn(blocks, span)

/** Options that stand as list items, and what else stands there. */
export function listedOptions(outline: Outline, span: Span): { options: ReadOption[]; rest: string } {
  const lists = blocksIn(outline, span).filter(({ items }) => items.length > 0)
  const options = lists.flatMap(({ items }) => items.map((item) => optionOfItem(itemText(outline.source, item)))).filter(({ title }) => folded(title) !== '' || /[^\s…]/.test(title))
  return { options, rest: without(outline.source, span, lists) }
}

function optionOfItem(text: string): ReadOption {
  const [first = '', ...rest] = text.split('\n')
  const title = plainTitle(first)
  const kept = linksIn(first).length > 0 || title.length > TITLE_MAX ? [first] : []
  return { title: cut(title), label: labelOf(title).label, body: [...kept, ...rest].join('\n').trim(), tradeOffs: [] }
}

export const cut = (title: string): string => title.length <= TITLE_MAX ? title : `${title.slice(0, TITLE_MAX - 1).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`

const LABEL = /^(?:option\s+)?(\d{1,2}|[A-Z])\s*[.:)–—-]\s+(?=\S)/i
/** “Option 2 – Take it in” as number and name. */
function labelOf(title: string): { label: string | null; name: string } {
  const match = LABEL.exec(title)
  return match ? { label: (match[1] ?? '').toLowerCase(), name: title.slice(match[0].length) } : { label: null, name: title }
}

/** Options that stand below headings of their own, and what stands before the first. */
export function headedOptions(outline: Outline, span: Span, { strip }: { strip: boolean }): { options: ReadOption[]; rest: string } {
  const level = startingIn(outline.headings, span).reduce((least, one) => Math.min(least, one.level), Infinity)
  const sections = sectionsAt(outline, span, level)
  const options = sections.map(({ heading, body }) => {
    const whole = plainTitle(heading.words)
    const { label, name } = labelOf(whole)
    const detail = detailOf(outline, body)
    const title = strip ? name : whole
    return { title: cut(title), label, body: title.length > TITLE_MAX ? `${title}\n\n${detail.body}`.trim() : detail.body, tradeOffs: detail.tradeOffs }
  })
  return { options, rest: without(outline.source, span, sections.map(wholeOf)) }
}

/** One option's text: arguments marked as good or bad become trade-offs, the rest stays text. */
function detailOf(outline: Outline, span: Span): { body: string; tradeOffs: ReadTradeOff[] } {
  const blocks = blocksIn(outline, span)
  const tradeOffs: ReadTradeOff[] = []
  const taken: Span[] = []
  for (const [at, block] of blocks.entries()) {
    const side = sideOf(outline.source, block)
    const list = blocks[at + 1]
    if (side !== null && list !== undefined && list.items.length > 0 && !followsText(outline, blocks, at + 2)) {
      const items = list.items.map((item) => itemText(outline.source, item))
      if (items.every((text) => text.length <= NOTE_MAX)) {
        tradeOffs.push(...items.map((text) => argumentIn(text) ?? { side, text }))
        taken.push({ start: block.start, end: list.end })
        continue
      }
    }
    if ((taken.at(-1)?.end ?? 0) < block.end) takeArguments(outline, block, tradeOffs, taken)
  }
  return { body: fieldText(without(outline.source, span, taken)), tradeOffs }
}

/** Under a heading “Pros” more than one list would lose its heading. */
function followsText(outline: Outline, blocks: readonly Block[], at: number): boolean {
  const next = blocks[at]
  return next !== undefined && sideOf(outline.source, next) === null && next.items.length > 0
}

function takeArguments(outline: Outline, { items }: Block, tradeOffs: ReadTradeOff[], taken: Span[]): void {
  for (const item of items) {
    const text = itemText(outline.source, item)
    const argument = argumentIn(text)
    if (argument === null || text.length > NOTE_MAX || tradeOffs.length >= TRADE_OFFS_MAX) continue
    tradeOffs.push(argument)
    taken.push({ start: outline.source.lastIndexOf('\n', item.start - 1) + 1, end: item.end })
  }
}

/** Puts what “Pros and Cons” says of an option to the option that “Considered Options” lists; others are added. */
export function joinOptions(listed: readonly ReadOption[], detailed: readonly ReadOption[]): ReadOption[] {
  const options = listed.map((option) => ({ ...option }))
  for (const detail of detailed) {
    const same = findOption(options, detail.title)
    if (same) {
      same.body = [same.body, detail.body].filter((text) => text !== '').join('\n\n')
      same.tradeOffs = [...same.tradeOffs, ...detail.tradeOffs]
    } else options.push(detail)
  }
  return options
}

/** The option of this name: as it stands, else but for signs, else the one that begins with it or is the beginning of it. */
export function findOption<T extends { title: string }>(options: readonly T[], title: string): T | undefined {
  const exact = options.find((one) => one.title === title)
  if (exact) return exact
  const name = folded(title)
  if (name === '') return undefined
  const longest = (found: readonly T[]) => found.toSorted((a, b) => b.title.length - a.title.length)[0]
  return options.find((one) => folded(one.title) === name) ?? longest(options.filter((one) => folded(one.title).startsWith(`${name} `))) ?? longest(options.filter((one) => folded(one.title) !== '' && name.startsWith(`${folded(one.title)} `)))
}
