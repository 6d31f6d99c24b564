import type { Mark, Node } from '@tiptap/pm/model'

/** Marks that lie around words, in the order in which they are opened where they are as long as each other. */
export const AROUND = ['italic', 'bold', 'strike', 'link'] as const
type Around = typeof AROUND[number]

/** Running text with the same marks, or a piece that is kept. */
export type Run = {
  /** Empty for a kept piece. */
  text: string
  atom?: Node
  code: boolean
  /** How the words were spelt when they were read. */
  written?: { as: string, text: string }
  around: ReadonlyMap<Around, Mark>
}

const FLANKED: readonly Around[] = ['italic', 'bold', 'strike']

/**
 * The running text of a paragraph, heading or cell as Markdown can say it: no blanks at its ends, none just inside bold,
 * italic or struck words, and code in one piece.
 */
export function runsOf(block: Node): Run[] {
  const runs: Run[] = []
  block.forEach((node) => {
    const around = new Map(AROUND.flatMap((name) => { const mark = node.marks.find(({ type }) => type.name === name); return mark ? [[name, mark] as const] : [] }))
    const written = node.marks.find(({ type }) => type.name === 'written')?.attrs as Run['written']
    const code = node.isText && node.marks.some(({ type }) => type.name === 'code')
    if (!node.isText) runs.push({ text: '', atom: node, code: false, around })
    else if (code || written) runs.push({ text: node.text ?? '', code, around, ...(written && { written: { as: written.as, text: written.text } }) })
    else for (const text of (node.text ?? '').split(/(\s+)/)) if (text !== '') runs.push({ text, code, around })
  })
  return trimmed(hugging(oneCode(runs)))
}

const isBlank = ({ text, atom, code }: Run): boolean => !atom && !code && text.trim() === ''
const isBreak = ({ atom }: Run): boolean => atom?.type.name === 'hardBreak'

/** Code that changes its marks in the middle would be two pieces of code; it takes those of its beginning. */
function oneCode(runs: readonly Run[]): Run[] {
  const all: Run[] = []
  for (const run of runs) {
    const last = all.at(-1)
    if (last?.code && run.code) all[all.length - 1] = { text: last.text + run.text, code: true, around: last.around }
    else all.push(run)
  }
  return all
}

/**
 * Takes marks from blanks and line breaks at the edges of marked words, and from signs there when a letter stands right
 * outside: Markdown reads no mark between a letter and a sign.
 */
function hugging(runs: Run[], links = false): Run[] {
  for (const name of FLANKED) {
    for (let at = 0; at < runs.length; at += 1) tidyEdge(runs, at, name, 'start', links)
    for (let at = runs.length - 1; at >= 0; at -= 1) tidyEdge(runs, at, name, 'end', links)
  }
  return runs
}

/** The same with every mark ended where a link begins or ends, for marks and links that lie across each other. */
export const cutAtLinks = (runs: readonly Run[]): Run[] => hugging([...runs], true)

function tidyEdge(runs: Run[], at: number, name: Around, edge: 'start' | 'end', links: boolean): void {
  const run = runs[at]
  const outside = runs[edge === 'start' ? at - 1 : at + 1]
  const goesOn = outside?.around.has(name) === true && !(links && outside.around.get('link') !== run?.around.get('link'))
  if (!run?.around.has(name) || goesOn) return
  const without = (part: Run): Run => ({ ...part, around: new Map([...part.around].filter(([one]) => one !== name)) })
  if (isBlank(run) || isBreak(run)) {
    runs[at] = without(run)
    return
  }
  const letter = outside !== undefined && !outside.atom && !outside.code && LETTER[edge === 'start' ? 'end' : 'start'].test(outside.text)
  const signs = letter && !run.atom && !run.code && !run.written ? SIGNS[edge].exec(run.text)?.[0] ?? '' : ''
  if (signs === '') return
  const [bare, kept] = edge === 'start' ? [signs, run.text.slice(signs.length)] : [signs, run.text.slice(0, -signs.length)]
  const parts = [without({ ...run, text: bare }), ...(kept === '' ? [] : [{ ...run, text: kept }])]
  runs.splice(at, 1, ...(edge === 'start' ? parts : parts.reverse()))
}

const LETTER = { start: /^[\p{L}\p{N}]/u, end: /[\p{L}\p{N}]$/u }
const SIGNS = { start: /^[\p{P}\p{S}]+/u, end: /[\p{P}\p{S}]+$/u }

function trimmed(runs: Run[]): Run[] {
  const means = (run: Run) => !isBlank(run) && !isBreak(run)
  return runs.slice(Math.max(runs.findIndex(means), 0), runs.findLastIndex(means) + 1)
}
