import { replace } from './edits.ts'
import type { Edit } from './edits.ts'

export type Trigger = '@' | '#' | ':' | '[['

/** What stands before the cursor and could be completed: `@Mei T` is the trigger `@` with the query `Mei T`. */
export type Token = {
  trigger: Trigger
  /** Where the trigger stands. */
  from: number
  query: string
  /** `:tada:` — written to its end, so that it is taken without asking. */
  closed: boolean
}

/** One line of the list. */
export type Suggestion = {
  /** Stable among the suggestions of a source. */
  key: string
  label: string
  /** What it means for the reader: `11:10 there, reads at 11:30`. */
  about?: string | undefined
  /** What is written in place of the token. */
  insert: string
}

/** Where suggestions come from. Give a stable object; `find` may answer later and is told when the answer is no longer wanted. */
export type CompletionSource = {
  trigger: Trigger
  /** For people who hear the page: `People and roles`. */
  name: string
  find: (query: string, signal: AbortSignal) => readonly Suggestion[] | Promise<readonly Suggestion[]>
}

/** Names are looked for in at most so many letters before the cursor. */
const LOOK_BACK = 60

/** Names have spaces in them, titles too; emoji names begin with two letters, so that `12:30` and `so: x` open nothing. */
const PATTERNS: readonly (readonly [Trigger, RegExp])[] = [
  ['@', /(?<![\p{L}\p{N}_@/.&+-])@((?:[\p{L}\p{N}][\p{L}\p{N}._'’-]*(?: [\p{L}\p{N}][\p{L}\p{N}._'’-]*){0,2})?)$/u],
  ['#', /(?<![\p{L}\p{N}_&/#])#((?:[\p{L}\p{N}][\p{L}\p{N}._'’-]*(?: [\p{L}\p{N}][\p{L}\p{N}._'’-]*){0,4})?)$/u],
  [':', /(?<![\p{L}\p{N}:])(?::)([a-z0-9_+-]{2,}:?)$/iu],
]
/** A title in double brackets, to where it is written so far. */
const TITLE = /\[\[([^[\]|#\n]*)$/u

/** The token that ends at the cursor. A `#` at the beginning of a line may become a heading and asks for a letter first. */
export function tokenAt(value: string, cursor: number): Token | undefined {
  const line = value.slice(Math.max(value.lastIndexOf('\n', cursor - 1) + 1, cursor - LOOK_BACK), cursor)
  const title = TITLE.exec(line)?.[1]
  if (title !== undefined) return { trigger: '[[', from: cursor - title.length - '[['.length, query: title, closed: false }
  for (const [trigger, pattern] of PATTERNS) {
    const match = pattern.exec(line)
    const query = match?.[1]
    if (query === undefined || (trigger === '#' && query === '' && line === '#')) continue
    const closed = query.endsWith(':')
    return { trigger, from: cursor - query.length - 1, query: closed ? query.slice(0, -1) : query, closed }
  }
  return undefined
}

/** Puts a suggestion in the place of its token; after names and numbers the next word can follow at once. */
export function complete(value: string, token: Token, cursor: number, suggestion: Suggestion): Edit {
  const end = cursor + closingAt(token, value.slice(cursor))
  const spaced = token.trigger === ':' || /^[\s.,;:!?)]/.test(value.slice(end, end + 1))
  return replace(token.from, end, spaced ? suggestion.insert : `${suggestion.insert} `)
}

/** How much behind the cursor belongs to the token: the brackets that an editor closed by itself. */
const closingAt = ({ trigger }: Token, behind: string): number => trigger === '[[' ? /^\]{0,2}/.exec(behind)?.[0].length ?? 0 : 0

/** Nothing is left to complete: the only suggestion stands there already. */
export function isComplete(token: Token, suggestions: readonly Suggestion[]): boolean {
  const [only, ...others] = suggestions
  return only !== undefined && others.length === 0 && only.insert.toLowerCase() === `${token.trigger}${token.query}`.toLowerCase()
}

/** The suggestion that a written-out name stands for: `:tada:`. */
export const named = (token: Token, suggestions: readonly Suggestion[]): Suggestion | undefined =>
  (token.closed ? suggestions.find(({ key }) => key === token.query.toLowerCase()) : undefined)

/** Whether what was asked for is the word that is typed now, and not an earlier part of it. */
export const isOf = (shown: Token, typed: Token): boolean => typed.from === shown.from && typed.query === shown.query
