import { codeRanges, insideOf } from '../text/code-ranges.ts'

/** A question that a step asks somebody: `(ask @mei: is the replica caught up?)`. */
export type AskMark = {
  /** As it is written, without the at sign: a name, or the beginning of one. */
  readonly to: string
  readonly question: string
  /** `(ask @mei and tick: …)`: the step ticks itself when it is answered. */
  readonly ticks: boolean
}
type Found = AskMark & { readonly start: number; readonly end: number }

const OPENS = '(ask @'
/** Names and questions longer than this are not read as such. Unit: UTF-16 units. */
const NAME_MAX = 100
const QUESTION_MAX = 1000
const AND_TICK = ' and tick'

/** The first such mark of a text, outside of code. */
export function askMarkIn(markdown: string): Found | null {
  let isCode: ((at: number) => boolean) | null = null
  for (let start = find(markdown, 0); start !== -1; start = find(markdown, start + 1)) {
    isCode ??= insideOf(codeRanges(markdown).filter(({ kind }) => kind === 'code'))
    const mark = isCode(start) ? null : markAt(markdown, start)
    if (mark) return mark
  }
  return null
}

const find = (markdown: string, from: number): number => markdown.indexOf(OPENS, from)

function markAt(markdown: string, start: number): Found | null {
  const said = markdown.slice(start + OPENS.length, start + OPENS.length + NAME_MAX + QUESTION_MAX)
  const colon = said.indexOf(':')
  const end = closing(said)
  if (colon < 1 || colon > NAME_MAX || end <= colon) return null
  const ticks = said.slice(0, colon).endsWith(AND_TICK)
  const to = said.slice(0, ticks ? colon - AND_TICK.length : colon).trim()
  const question = said.slice(colon + 1, end).replaceAll('\n', ' ').trim()
  return to === '' || question === '' ? null : { to, question, ticks, start, end: start + OPENS.length + end + 1 }
}

/** Where the bracket that was opened before the text closes; -1 where it does not. */
function closing(text: string): number {
  let open = 1
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') open += 1
    if (text[at] === ')') open -= 1
    if (open === 0) return at
  }
  return -1
}
