import { said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import { asciiLower } from './address-words.ts'

/** How a relay in front says that it checked where a mail is from (RFC 8601). */
const METHODS = ['dmarc', 'spf', 'dkim'] as const
type Method = (typeof METHODS)[number]
/** Longest header that is read. Unit: characters. */
const HEADER_MAX = 10_000

/**
 * Why a mail is not believed, by the word of the relay that is trusted; null when it is.
 * DMARC decides where it was checked, since forwarding breaks SPF and mailing lists break DKIM; else one failure is enough.
 *
 * @param headers every `Authentication-Results` of the mail; those of other servers, or of the sender, say nothing
 * @param trusted the name under which the relay signs them; it must take out what others sent under its name
 */
export function whyNotBelieved(headers: readonly string[], trusted: string): Said | null {
  const ours = headers.map(readResults).filter((results) => results !== null && results.by === asciiLower(trusted)).filter((results) => results !== null)
  if (ours.length === 0) return said`${trusted} did not say whether it checked where this mail is from.`
  const results = (method: Method) => ours.flatMap((one) => one.results.get(method) ?? [])
  if (results('dmarc').some(isFailure)) return said`${trusted} says that the address of this mail is forged (DMARC).`
  if (results('dmarc').includes('pass')) return null
  const failed = METHODS.find((method) => results(method).some(isFailure))
  return failed === undefined ? null : said`${trusted} says that the address of this mail may be forged (${failed.toUpperCase()}).`
}

/** `softfail` is what domains say who have not made up their mind; a person would still not notice. */
const isFailure = (result: string): boolean => result === 'fail' || result === 'softfail' || result === 'hardfail' || result === 'policy' || result === 'permerror'

function readResults(header: string): { by: string; results: Map<Method, string[]> } | null {
  if (header.length > HEADER_MAX) return null
  const [first = '', ...rest] = withoutComments(header).split(';')
  const by = asciiLower(first.trim().split(/\s+/)[0] ?? '')
  const results = new Map<Method, string[]>()
  for (const part of rest) {
    const match = /^\s*([a-z]+)(?:\s*\/\s*\d+)?\s*=\s*([a-z]+)/i.exec(part)
    const method = METHODS.find((one) => one === asciiLower(match?.[1] ?? ''))
    if (method) results.set(method, [...results.get(method) ?? [], asciiLower(match?.[2] ?? '')])
  }
  return { by, results }
}

/** Comments may hold anything, also `;dmarc=pass`; quoted texts too. Both go, so that neither can pretend to be a result. */
function withoutComments(text: string): string {
  let depth = 0
  let quoted = false
  let kept = ''
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (sign === '\\' && (quoted || depth > 0)) { at += 1; continue }
    if (sign === '"' && depth === 0) { quoted = !quoted; continue }
    if (quoted) continue
    if (sign === '(') depth += 1
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) kept += sign
  }
  return kept
}
