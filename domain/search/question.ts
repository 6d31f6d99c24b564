import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'
import { readTokens } from './tokens.ts'
import type { Token } from './tokens.ts'

/** Kinds of entries that can be asked for. */
export const KINDS = ['wrap', 'checkin', 'thread', 'ask', 'change', 'learning', 'decision', 'page'] as const
export type Kind = (typeof KINDS)[number]

/** How something may stand. What each means is said where it is looked up. */
export const STANDS = ['open', 'resolved', 'answered', 'overdue', 'draft', 'decided', 'provisional', 'superseded', 'verified', 'stale'] as const
export type Stand = (typeof STANDS)[number]

export const PARTS = ['file', 'link', 'outcome'] as const
export type Part = (typeof PARTS)[number]

/** What a part of a question was taken for; a problem says what would have been understood. */
export type Understood = { text: string; means: Said; problem: boolean }

/** A question as a person typed it, taken apart. Names of people and spaces are as typed; who they are is looked up later. */
export type Question = {
  words: string[]
  /** True where the last word may be unfinished, since nothing follows it. */
  typing: boolean
  phrases: string[]
  without: string[]
  from: string[]
  to: string[]
  in: string[]
  kinds: Kind[]
  stands: Stand[]
  has: Part[]
  /** Half-open span of local dates: at or after `after`, before the beginning of `before`. */
  after: Temporal.PlainDate | null
  before: Temporal.PlainDate | null
  number: number | null
  understood: Understood[]
}

/** Most words of a question that count; a text that was pasted is asked by its beginning. */
const WORDS_MAX = 24

/**
 * Takes a question apart. Nothing is refused: what is not understood is said in `understood` and left out, and a sign that
 * means nothing here is a word.
 * @param today the reader's local date, for `after:3d`
 */
export function readQuestion(typed: string, today: Temporal.PlainDate): Question {
  const question: Question = { words: [], typing: false, phrases: [], without: [], from: [], to: [], in: [], kinds: [], stands: [], has: [], after: null, before: null, number: null, understood: [] }
  const tokens = readTokens(typed)
  for (const token of tokens) take(question, token, today)
  const last = tokens.at(-1)
  question.typing = last?.kind === 'word' && !/\s$/.test(typed)
  question.words = question.words.slice(0, WORDS_MAX)
  return question
}

function take(question: Question, token: Token, today: Temporal.PlainDate): void {
  switch (token.kind) {
    case 'word': return void question.words.push(token.text)
    case 'phrase': return void question.phrases.push(token.text)
    case 'without': return void question.without.push(token.text)
    case 'number': question.number = token.number; return say(question, token.typed, said`#${token.number} alone`)
    case 'operator': return operate(question, token, today)
  }
}

type Operator = Extract<Token, { kind: 'operator' }>

function operate(question: Question, token: Operator, today: Temporal.PlainDate): void {
  const { value, typed } = token
  switch (token.operator) {
    case 'from': question.from.push(value); return
    case 'to': question.to.push(value); return
    case 'in': question.in.push(value); return
    case 'kind':
    case 'type': return choose(question, typed, { value: singular(value), among: KINDS, into: question.kinds, means: (kind) => said`of kind ${kind}` })
    case 'is':
    case 'status': return choose(question, typed, { value, among: STANDS, into: question.stands, means: (stand) => said`that is ${stand}` })
    case 'has': return choose(question, typed, { value: singular(value), among: PARTS, into: question.has, means: (part) => PART_WORDS[part] })
    case 'before':
    case 'after': return date(question, token, today)
  }
}

const PART_WORDS = { file: said`with a file`, link: said`with a link`, outcome: said`with an outcome` } as const

const singular = (value: string): string => value.endsWith('s') ? value.slice(0, -1) : value

type Choosing<T extends string> = { value: string; among: readonly T[]; into: T[]; means: (value: T) => Said }

function choose<T extends string>(question: Question, typed: string, { value, among, into, means }: Choosing<T>): void {
  const found = among.find((one) => one === value.toLowerCase())
  if (found === undefined) return say(question, typed, said`one of ${among.join(', ')} goes here`, true)
  into.push(found)
  say(question, typed, means(found))
}

/** `2026-03-01`, or so many days, weeks or months back: `3d`, `2w`, `6m`. */
function date(question: Question, { operator, value, typed }: Operator, today: Temporal.PlainDate): void {
  const found = dateFrom(value, today)
  if (found === null) return say(question, typed, said`a date such as 2026-03-01, or a time back such as 3d, 2w or 6m, goes here`, true)
  if (operator === 'before') question.before = found
  else question.after = found
  say(question, typed, operator === 'before' ? said`before ${found.toString()}` : said`from ${found.toString()} on`)
}

const BACK = /^<?(\d{1,3})([dwmy])$/
const UNITS = { d: 'days', w: 'weeks', m: 'months', y: 'years' } as const

function dateFrom(value: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const back = BACK.exec(value)
  if (back) return today.subtract({ [UNITS[back[2] as keyof typeof UNITS]]: Number(back[1]) })
  try { return Temporal.PlainDate.from(value, { overflow: 'reject' }) } catch { return null }
}

/** Notes what a part was taken for. */
export function say(question: Pick<Question, 'understood'>, text: string, means: Said, problem = false): void {
  question.understood.push({ text, means, problem })
}

/** Whether anything but words chooses texts. Leaving out a word chooses nothing. */
export const narrows = (question: Question): boolean =>
  [question.from, question.to, question.in, question.kinds, question.stands, question.has].some((part) => part.length > 0)
  || question.number !== null || question.after !== null || question.before !== null

/** Whether anything was asked that texts can be chosen by. */
export const asksForSomething = (question: Question): boolean => question.words.length > 0 || question.phrases.length > 0 || narrows(question)
