import type { Work } from './read-text.ts'
import type { Sentence, Token } from './sentences.ts'

/**
 * Phrases are written as people say them, one word after another:
 * `thoughts on this|that` (one or the other), `any? update` (may be missing), `*` (any word), `#` (a number),
 * `^` at the beginning (of a sentence, or after its greeting), `$` at its end (before the full stop).
 * They are compared word by word, so that no phrase can make the check slow.
 */
export type Phrases = {
  /** By the word that they begin with. */
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>
  /** That begin with any word, and with a number. */
  readonly afterAny: readonly Phrase[]
  readonly afterNumber: readonly Phrase[]
}
type Part = { readonly words: ReadonlySet<string>; readonly optional: boolean }
type Phrase = { readonly atStart: boolean; readonly atEnd: boolean; readonly parts: readonly Part[] }
/** Where a phrase stands: indices into the tokens of its sentence, half-open. */
export type Found = { readonly from: number; readonly to: number }

const ANY = '*'
const NUMBER = '#'
const IS_NUMBER = /^v?\d/
const IS_WORD = /^[\p{L}\p{N}\uE000-\uE002]/u

export function phrases(...lines: readonly string[]): Phrases {
  const byFirst = new Map<string, Phrase[]>()
  for (const line of lines) {
    for (const phrase of starting(line)) {
      for (const word of phrase.parts[0]?.words ?? []) byFirst.set(word, [...byFirst.get(word) ?? [], phrase])
    }
  }
  return { byFirst, afterAny: byFirst.get(ANY) ?? [], afterNumber: byFirst.get(NUMBER) ?? [] }
}

/** A phrase that may begin with its second word is two phrases. */
function starting(line: string): Phrase[] {
  const written = line.split(' ')
  const atStart = written[0] === '^'
  const atEnd = written.at(-1) === '$'
  const parts = written.slice(atStart ? 1 : 0, atEnd ? -1 : undefined).map(partOf)
  const skipped = parts.findIndex((part) => !part.optional)
  return Array.from({ length: Math.max(skipped, 0) + 1 }, (_none, from) => ({ atStart, atEnd, parts: parts.slice(from) }))
}

function partOf(written: string): Part {
  const optional = written.endsWith('?') && written.length > 1
  return { optional, words: new Set((optional ? written.slice(0, -1) : written).split('|')) }
}

/** Every place in the sentence where one of the phrases stands, outside quotation marks; the longest of each place, none twice. */
export function allIn({ tokens }: Sentence, wanted: Phrases, work: Work): Found[] {
  const found: Found[] = []
  const begins = afterGreeting(tokens)
  let at = 0
  while (at < tokens.length) {
    const to = longestAt({ tokens, begins, work }, at, wanted)
    if (to > at) found.push({ from: at, to })
    at = Math.max(to, at + 1)
  }
  return found
}

/** Whether one of the phrases stands anywhere in the sentence. */
export function holds({ tokens }: Sentence, wanted: Phrases, work: Work): boolean {
  const line = { tokens, begins: afterGreeting(tokens), work }
  return tokens.some((_token, at) => longestAt(line, at, wanted) > at)
}

/** @property begins where its words begin, after a greeting */
type Line = { readonly tokens: readonly Token[]; readonly begins: number; readonly work: Work }

/** Where the longest phrase ends that begins here; `at` itself where none does. Asked for every word of a text and every list of phrases. */
function longestAt(line: Line, at: number, { byFirst, afterAny, afterNumber }: Phrases): number {
  const token = line.tokens[at]
  line.work.steps += 1
  if (!token || token.quoted) return at
  const begun = byFirst.get(token.word)
  const longest = begun ? longestOf(begun, line, at) : at
  const withAny = afterAny.length > 0 ? longestOf(afterAny, line, at) : at
  const withNumber = afterNumber.length > 0 && IS_NUMBER.test(token.word) ? longestOf(afterNumber, line, at) : at
  return Math.max(longest, withAny, withNumber)
}

function longestOf(some: readonly Phrase[], { tokens, begins, work }: Line, at: number): number {
  let longest = at
  for (const phrase of some) {
    if (phrase.atStart && at !== begins && at !== 0) continue
    longest = Math.max(longest, endOf(phrase, tokens, at, 0, work))
  }
  return longest
}

/** Where the phrase ends that begins here; -1 where it does not stand. */
function endOf(phrase: Phrase, tokens: readonly Token[], at: number, part: number, work: Work): number {
  work.steps += 1
  const wanted = phrase.parts[part]
  if (!wanted) return phrase.atEnd && tokens.slice(at).some((token) => IS_WORD.test(token.word)) ? -1 : at
  const token = tokens[at]
  const fits = token !== undefined && !token.quoted && matches(wanted.words, token.word)
  const taken = fits ? endOf(phrase, tokens, at + 1, part + 1, work) : -1
  return taken >= 0 || !wanted.optional ? taken : endOf(phrase, tokens, at, part + 1, work)
}

function matches(words: ReadonlySet<string>, word: string): boolean {
  return words.has(word) || (words.has(ANY) && IS_WORD.test(word)) || (words.has(NUMBER) && IS_NUMBER.test(word))
}

const GREETINGS = new Set(['hi', 'hello', 'hey', 'dear', 'morning', 'good', 'ok', 'okay', 'so', 'also', 'and', 'but', 'quick', 'question', 'fyi', 'please'])
/** A greeting is short. Unit: tokens. */
const GREETING_MAX = 6

/** The first token after `Hi all,`. */
function afterGreeting(tokens: readonly Token[]): number {
  if (!GREETINGS.has(tokens[0]?.word ?? '')) return 0
  for (let at = 1; at < Math.min(tokens.length - 1, GREETING_MAX); at += 1) {
    if ([',', '-', '–', '—', ':', '!'].includes(tokens[at]?.word ?? '')) return at + 1
  }
  return GREETINGS.has(tokens[0]?.word ?? '') && !['hi', 'hello', 'hey', 'dear', 'good', 'morning'].includes(tokens[0]?.word ?? '') ? 1 : 0
}
