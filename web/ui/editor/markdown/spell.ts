import type { Mark } from '@tiptap/pm/model'
import { spellWords } from './escape.ts'
import type { Care } from './escape.ts'
import { AROUND } from './runs.ts'
import type { Run } from './runs.ts'

export type Shape = 'paragraph' | 'item' | 'heading' | 'cell'
export type Habits = { italic: string }

/** Running text as Markdown; `\n` stands for the end of a line. */
export function spell(runs: readonly Run[], shape: Shape, care: Care, habits: Habits): string {
  let out = ''
  const open: { name: string, mark: Mark, by: string, from: number }[] = []
  const close = () => { const top = open.pop(); if (top) out += closing(top.name, top.mark, top.by, out.slice(top.from)) }
  runs.forEach((run, at) => {
    const wanted = run.around
    const cut = care === 2 && at > 0 && wanted.get('link') !== runs[at - 1]?.around.get('link')
    while (open.some(({ name, mark }) => cut || !stays(name, mark, wanted.get(name as typeof AROUND[number])))) close()
    const fresh = AROUND.filter((name) => wanted.has(name) && !open.some((one) => one.name === name))
    for (const name of fresh.sort((a, b) => (care === 2 ? Number(b === 'link') - Number(a === 'link') : 0) || lasts(runs, at, b) - lasts(runs, at, a) || depth(wanted.get(a)) - depth(wanted.get(b)))) {
      const mark = wanted.get(name) as Mark
      const by = marksOf(name, mark, care, habits)
      out += name === 'link' ? (isAngle(runs, at, mark) ? '<' : '[') : by
      open.push({ name, mark, by, from: out.length })
    }
    out += isAngle(runs, at, wanted.get('link')) ? run.text : wordsOf(run, shape, care, out, runs[at + 1])
  })
  while (open.length > 0) close()
  return out
}

/** Marks of one kind go on from words to words however they were written; links only while they lead to the same place. */
const stays = (name: string, mark: Mark, next: Mark | undefined): boolean => next !== undefined && (name !== 'link' || next.eq(mark))

/** How many marks lay around it when it was read. */
const depth = (mark: Mark | undefined): number => (mark?.attrs['depth'] as number | null | undefined) ?? 0

function lasts(runs: readonly Run[], from: number, name: typeof AROUND[number]): number {
  const mark = runs[from]?.around.get(name)
  const end = runs.findIndex((run, at) => at > from && !(mark && stays(name, mark, run.around.get(name))))
  return end === -1 ? runs.length : end
}

const BOLD = '**'
const STRIKE = '~~'

function marksOf(name: string, mark: Mark, care: Care, habits: Habits): string {
  const by = mark.attrs['by'] as string | null | undefined
  if (name === 'bold') return care === 0 ? by ?? BOLD : BOLD
  if (name === 'strike') return by ?? STRIKE
  if (care === 2) return '*'
  return care === 0 ? by ?? habits.italic : (by ?? habits.italic) === '*' ? '_' : '*'
}

/** `<https://a.org>` while the words are the address. */
function isAngle(runs: readonly Run[], at: number, link: Mark | undefined): boolean {
  const tail = link?.attrs['tail'] as string | null | undefined
  return tail?.startsWith('<') === true && runs[at]?.text === tail.slice(1, -1) && runs[at + 1]?.around.get('link') !== link && runs[at - 1]?.around.get('link') !== link
}

function closing(name: string, mark: Mark, by: string, words: string): string {
  if (name !== 'link') return by
  const { href, title, label, tail } = mark.attrs as { href: string, title: string | null, label: string | null, tail: string | null }
  if (tail?.startsWith('<') && words === tail.slice(1, -1)) return '>'
  const named = tail === ']' || tail === '][]'
  if (tail?.startsWith(']') && !(named && words !== label)) return tail
  if (label !== null) return `][${label}]`
  return `](${address(href)}${title === null ? '' : ` "${title.replaceAll(/(["\\])/g, '\\$1')}"`})`
}

const address = (href: string): string => (/[\s()<>]|^$/.test(href) ? `<${href.replaceAll(/[\r\n]/g, '').replaceAll(/([<>\\])/g, '\\$1')}>` : href)

function wordsOf(run: Run, shape: Shape, care: Care, before: string, next: Run | undefined): string {
  const { atom, code, text, written } = run
  const oneLine = shape === 'heading' || shape === 'cell'
  if (atom?.type.name === 'hardBreak') return oneLine ? ' ' : (care === 0 && (atom.attrs['by'] as string | null)) || '\\\n'
  if (atom) return String(atom.attrs['source'])
  const times = written && text.length % written.text.length === 0 ? text.length / written.text.length : 0
  if (written && times > 0 && text === written.text.repeat(times) && (care < 2 || isLineEnd(run)) && !(oneLine && written.as.includes('\n')) && !(code && care > 0)) return written.as.repeat(times)
  if (code) return codeOf(text, shape)
  const words = next && isLineEnd(next) ? text.replace(/ +$/, '') : text
  return spellWords(words.replaceAll(/\s*[\r\n]+\s*/g, oneLine ? ' ' : '\n'), { care, before, after: next?.text[0] ?? '', cell: shape === 'cell' })
}

/** The end of a line inside a paragraph, which reads as a space. */
const isLineEnd = ({ code, written }: Run): boolean => !code && written?.as.includes('\n') === true

/** Code between as many backticks as it needs. */
function codeOf(code: string, shape: Shape): string {
  const text = code.replaceAll(/[\r\n]+/g, ' ')
  const runs = new Set([...text.matchAll(/`+/g)].map(([run]) => run.length))
  let wide = 1
  while (runs.has(wide)) wide += 1
  const room = /^`|`$|^ .*[^ ].* $/.test(text) ? ' ' : ''
  const mark = '`'.repeat(wide)
  return `${mark}${room}${shape === 'cell' ? text.replaceAll('|', '\\|') : text}${room}${mark}`
}
