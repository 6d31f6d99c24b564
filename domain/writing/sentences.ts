import { ADDRESS_SIGN, CODE_SIGN, IMAGE_SIGN, type Block, type Prose } from './prose.ts'
import type { Work } from './read-text.ts'

export type Token = {
  /** Small letters, with `'` for every apostrophe. */
  readonly word: string
  readonly start: number
  readonly end: number
  /** Inside quotation marks: somebody else's words, or a word as a word. */
  readonly quoted: boolean
}

export type Sentence = {
  readonly tokens: readonly Token[]
  readonly start: number
  readonly end: number
  readonly block: Block
  /** Ends in a question mark outside quotation marks. */
  readonly asks: boolean
}

const SIGNS = `${CODE_SIGN}${ADDRESS_SIGN}${IMAGE_SIGN}`
/** A sign for something left out; a number, version, time or `5pm`; a word with its hyphens and apostrophes; or one sign. Each part begins differently, so nothing is tried twice. */
const TOKEN = new RegExp(`[${SIGNS}]|v?\\d+(?:[.:,]\\d+)*\\p{L}*|\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:['’_-]\\p{L}[\\p{L}\\p{M}\\p{N}]*)*|[^\\s]`, 'gu')
const ENDS = new Set(['.', '!', '?', '…', '。', '？', '！'])
const CLOSES = new Set([')', '"', '”', '’', "'", ']', '»'])
/** Words before a full stop that does not end a sentence. */
const SHORTENED = new Set(['e', 'g', 'i', 'etc', 'vs', 'approx', 'no', 'nr', 'dr', 'mr', 'mrs', 'ms', 'cf', 'al', 'fig', 'ca', 'incl'])
const SMALL = /^\p{Ll}/u
/** A quotation longer than this is a forgotten mark. Unit: tokens. */
const QUOTATION_MAX = 60

/** The sentences of all blocks, in their order. */
export function sentencesOf(prose: Prose, work: Work): Sentence[] {
  return prose.blocks.flatMap((block) => sentencesIn(prose.text, block, work))
}

function sentencesIn(text: string, block: Block, work: Work): Sentence[] {
  const tokens = withQuotations(tokensIn(text, block))
  work.steps += tokens.length
  const sentences: Sentence[] = []
  let first = 0
  for (let at = 0; at < tokens.length; at += 1) {
    if (!endsAt(tokens, at, text)) continue
    while (CLOSES.has(tokens[at + 1]?.word ?? '') && tokens[at + 1]?.start === tokens[at]?.end) at += 1
    sentences.push(sentence(tokens.slice(first, at + 1), block))
    first = at + 1
  }
  if (first < tokens.length) sentences.push(sentence(tokens.slice(first), block))
  return sentences
}

function sentence(tokens: Token[], block: Block): Sentence {
  let last = tokens.length - 1
  while (last > 0 && CLOSES.has(tokens[last]?.word ?? '')) last -= 1
  const asks = (tokens[last]?.word === '?' || tokens[last]?.word === '？') && tokens[last]?.quoted === false
  return { tokens, block, asks, start: tokens[0]?.start ?? block.start, end: tokens.at(-1)?.end ?? block.end }
}

function tokensIn(text: string, { start, end }: Block): Omit<Token, 'quoted'>[] {
  return [...text.slice(start, end).matchAll(TOKEN)].map((match) =>
    ({ word: match[0].toLowerCase().replaceAll('’', "'"), start: start + match.index, end: start + match.index + match[0].length }))
}

const PAIRS: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' }

/** Marks what stands between quotation marks. */
function withQuotations(tokens: readonly Omit<Token, 'quoted'>[]): Token[] {
  const all = tokens.map((token) => ({ ...token, quoted: false }))
  let opened = -1
  for (const [at, { word }] of all.entries()) {
    if (opened >= 0 && at - opened > QUOTATION_MAX) opened = -1
    if (opened >= 0 && word === PAIRS[all[opened]?.word ?? '']) {
      for (let inside = opened; inside <= at; inside += 1) (all[inside] as { quoted: boolean }).quoted = true
      opened = -1
    } else if (opened < 0 && word in PAIRS) opened = at
  }
  return all
}

function endsAt(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at]
  if (!token || token.quoted || !ENDS.has(token.word)) return false
  const next = tokens[at + 1]
  if (!next || ENDS.has(next.word)) return !next
  const gap = text.slice(token.end, next.start)
  if (gap === '' && !CLOSES.has(next.word) && token.word !== '。' && token.word !== '？' && token.word !== '！') return false
  if (token.word !== '.') return true
  const before = tokens[at - 1]?.word ?? ''
  return !SHORTENED.has(before) || !SMALL.test(text.charAt(next.start))
}
