/** How carefully words are spelt: 0 as they are, 1 where a sign could mean something, 2 every sign that ever means something. */
export type Care = 0 | 1 | 2

type Around = {
  care: Care
  /** What is written before them. */
  before: string
  /** The first character of the words behind. */
  after: string
  /** They stand in a cell of a table, which a bar would end. */
  cell: boolean
}

/** What would make a line a heading, a list, a quote, a rule, code or a table. */
const AT_LINE_START = /^(\s*)(?:(#{1,6})(?=\s|$)|([-+*>|=~`:])|(\d{1,9})([.)])(?=\s|$))/
const SPEAKS = /[\\`*_{}[\]<>&~|#!^]|:(?=\/\/)|(?<=www)\.|(?<=\w)@/gi
const WORD = /[\p{L}\p{N}]/u

/** Plain words as Markdown: signs that would mean something get a backslash. Words read back are checked by the caller. */
export function spellWords(words: string, { care, before, after, cell }: Around): string {
  const bars = (text: string) => (cell ? text.replaceAll('|', '\\|') : text)
  if (care === 0) return bars(words.replaceAll(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\'))
  const lines = words.split('\n').map((line, index) => {
    const starts = index > 0 || before === '' || before.endsWith('\n')
    const spelt = line.replaceAll(SPEAKS, (sign, at: number) => (care === 2 || couldMean(sign, (line[at - 1] ?? before.at(-1)) ?? '', line[at + 1] ?? after, line.slice(at)) ? `\\${sign}` : sign))
    return starts ? atLineStart(spelt) : spelt
  })
  const text = lines.join('\n')
  return care === 2 || !cell ? text : text.replaceAll(/(?<!\\)\|/g, '\\|')
}

function couldMean(sign: string, before: string, after: string, rest: string): boolean {
  if (sign === '_') return !(WORD.test(before) && WORD.test(after))
  if (sign === '*') return !(/^\s?$/.test(before) && /^\s?$/.test(after))
  if (sign === '<') return /^<[a-z/!?]/i.test(rest)
  if (sign === '&') return /^&(?:#|[a-z])/i.test(rest)
  if (sign === '~') return before === '~' || after === '~' || WORD.test(before) || WORD.test(after)
  if (sign === '!') return after === '['
  if (':.@'.includes(sign)) return false
  return sign === '\\' ? /^\\(?:[!-/:-@[-`{-~]|$)/.test(rest) : '`['.includes(sign)
}

function atLineStart(line: string): string {
  return line.replace(AT_LINE_START, (_all, blanks: string, hashes?: string, sign?: string, digits?: string, dot?: string) =>
    (hashes ? `${blanks}\\${hashes}` : sign ? `${blanks}\\${sign}` : `${blanks}${digits}\\${dot}`))
}
