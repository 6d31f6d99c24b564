import type { Node } from '@tiptap/pm/model'
import { isUntouched, originOf, stoodTogether } from './origin.ts'
import { writeInline } from './write-inline.ts'
import { isEmpty, lines } from './writer.ts'
import type { Writer } from './writer.ts'

/** How the mark of an item was written: set in, its sign or number, the blanks behind it, its box. */
const MARK = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]*)(?:\[([ xX])\])?/
type ItemMark = { indent: string, sign: string, blanks: string, tick: string }

function markOf(raw: string | undefined): ItemMark | undefined {
  const [found, indent = '', sign = '', blanks = '', tick = ''] = MARK.exec(raw ?? '') ?? []
  return found === undefined ? undefined : { indent, sign, blanks, tick }
}

/** The sign that a list begins with: `-`, or the `.` of `1.`. */
export const signOf = (written: string): string | undefined => markOf(written)?.sign.at(-1)

/** A list, item by item: those that nobody touched keep their bytes, new ones are written as their neighbours are. */
export function writeList(list: Node, rest: string, writer: Writer, apart?: string): string {
  const marks = list.children.map((item) => markOf(originOf(item)?.raw))
  const known = marks.find((mark) => mark !== undefined)
  const numbers = list.type.name === 'orderedList' ? numbering(list, marks) : undefined
  const sign = nextSign(list, known, writer, apart)
  let out = ''
  list.children.forEach((item, index) => {
    const mine = marks[index] ?? (known && { ...known, tick: '' })
    const mark: ItemMark = { indent: mine?.indent ?? '', blanks: mine?.blanks || ' ', tick: mine?.tick ?? '', sign: numbers ? `${numbers[index]}${sign}` : sign }
    if (index > 0) out += itemGap(list, index, rest, writer.frame.eol)
    out += writeItem(item, index === 0 ? { ...mark, indent: firstIndent(list, mark) } : mark, rest, writer)
  })
  return out
}

/** The first item of a list that stands behind the mark of another item is not set in. */
const firstIndent = (list: Node, { indent }: ItemMark): string => markOf(originOf(list)?.raw)?.indent ?? indent

function nextSign(list: Node, known: ItemMark | undefined, { frame }: Writer, apart: string | undefined): string {
  const ordered = list.type.name === 'orderedList'
  const used = known?.sign.at(-1)
  const fits = used !== undefined && (ordered ? '.)' : '-*+').includes(used)
  const wanted = fits ? used : ordered ? '.' : frame.bullet
  if (wanted !== apart) return wanted
  return ordered ? (apart === '.' ? ')' : '.') : (apart === '-' ? '*' : '-')
}

/** Numbers that all were the same stay the same; others count on. */
function numbering(list: Node, marks: readonly (ItemMark | undefined)[]): number[] {
  const start = (list.attrs['start'] as number | null) ?? 1
  const used = marks.flatMap((mark) => { const number = Number.parseInt(mark?.sign ?? '', 10); return Number.isNaN(number) ? [] : [number] })
  const same = used.length > 1 && used.every((number) => number === used[0])
  return list.children.map((_item, index) => (same ? start : start + index))
}

/** As much room before an item as there was, or as there is between its neighbours. */
function itemGap(list: Node, index: number, rest: string, eol: string): string {
  const [before, item] = [list.child(index - 1), list.child(index)]
  const origin = originOf(item)
  if (origin?.rest === rest && origin.gap !== '' && stoodTogether(before, item)) return origin.gap
  const loose = list.children.some((one) => /(?:\r\n|\n|\r)[ \t>]*(?:\r\n|\n|\r)/.test(originOf(one)?.gap ?? ''))
  return loose ? `${eol}${rest.trimEnd()}${eol}${rest}` : eol + rest
}

function writeItem(item: Node, mark: ItemMark, rest: string, writer: Writer): string {
  const origin = originOf(item)
  const raw = origin?.raw ?? ''
  const was = markOf(raw)
  if (origin && was && was.sign.length === mark.sign.length && origin.rest === rest && isUntouched(item)) return mark.indent + mark.sign + raw.slice(was.indent.length + was.sign.length)
  const checked = item.attrs['checked'] as boolean | null
  const box = checked === null ? '' : `[${checked ? (mark.tick === 'X' ? 'X' : 'x') : ' '}] `
  const blanks = mark.blanks.length > 4 ? ' ' : mark.blanks
  const inside = rest + ' '.repeat(width(mark.indent + mark.sign + blanks))
  const text = writeInside(item, inside, checked !== null, writer)
  return text === '' ? `${mark.indent}${mark.sign}${box === '' ? '' : ` ${box}`}`.trimEnd() : `${mark.indent}${mark.sign}${blanks}${box}${text}`
}

const TAB = 4
function width(text: string): number {
  let wide = 0
  for (const character of text) wide = character === '\t' ? wide + TAB - wide % TAB : wide + 1
  return wide
}

/** What an item holds. Words that look like a box at its beginning are spelt so that they are none. */
function writeInside(item: Node, inside: string, ticked: boolean, writer: Writer): string {
  const held = item.children.filter((child) => !isEmpty(child))
  const [first, ...others] = held
  if (!first || first.type.name !== 'paragraph' || ticked || isUntouched(first)) return writer.siblings(held, inside, writer)
  const words = lines(writeInline(first, 'item', writer.frame), inside, writer)
  const all = writer.siblings(held, inside, writer)
  const plain = writer.siblings([first], inside, writer)
  return others.length === 0 ? words : words + all.slice(plain.length)
}
