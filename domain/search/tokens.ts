/** What can stand before a colon. */
export const OPERATORS = ['from', 'to', 'in', 'kind', 'type', 'is', 'status', 'has', 'before', 'after'] as const
export type Operator = (typeof OPERATORS)[number]

export type Token =
  | { kind: 'word' | 'phrase' | 'without'; text: string }
  | { kind: 'number'; number: number; typed: string }
  | { kind: 'operator'; operator: Operator; value: string; typed: string }

/** Quotation marks that phones and word processors put for `"`. */
const QUOTES = new Set(['"', '“', '”', '„', '«', '»'])
const NUMBER = /^#([1-9]\d{0,8})$/

/** Splits at white space, except within quotation marks. A mark that is never closed holds to the end. One pass. */
export function readTokens(typed: string): Token[] {
  return pieces(typed).flatMap((piece) => tokenOf(piece))
}

/** One run of the question: what stands outside of quotation marks, and what stands inside of the pair that ends it. */
type Run = { plain: string; quoted: string | null }

function pieces(typed: string): Run[] {
  const runs: Run[] = []
  let plain = ''
  let quoted: string | null = null
  const end = () => {
    if (plain !== '' || quoted !== null) runs.push({ plain, quoted })
    plain = ''
    quoted = null
  }
  for (const sign of typed) {
    if (QUOTES.has(sign)) {
      if (quoted === null) quoted = ''
      else end()
    } else if (quoted !== null) quoted += sign
    else if (/\s/.test(sign)) end()
    else plain += sign
  }
  end()
  return runs
}

function tokenOf({ plain, quoted }: Run): Token[] {
  const value = quoted?.trim() ?? ''
  if (quoted !== null && (plain === '' || plain === '-')) return value === '' ? [] : [{ kind: plain === '-' ? 'without' : 'phrase', text: value }]
  const number = quoted === null ? NUMBER.exec(plain) : null
  if (number) return [{ kind: 'number', number: Number(number[1]), typed: plain }]
  const colon = plain.indexOf(':')
  const operator = colon < 0 ? undefined : OPERATORS.find((name) => name === plain.slice(0, colon).toLowerCase())
  if (operator !== undefined) {
    const given = plain.slice(colon + 1)
    if (given === '') return value === '' ? [] : [{ kind: 'operator', operator, value, typed: `${plain}"${value}"` }]
    return [{ kind: 'operator', operator, value: given, typed: plain }, ...phraseOf(value)]
  }
  if (quoted === null && plain.startsWith('-') && plain.length > 1) return [{ kind: 'without', text: plain.slice(1) }]
  return [...(plain === '' ? [] : [{ kind: 'word' as const, text: plain }]), ...phraseOf(value)]
}

const phraseOf = (value: string): Token[] => value === '' ? [] : [{ kind: 'phrase', text: value }]
