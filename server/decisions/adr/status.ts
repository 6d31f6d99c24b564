import type { AdrState } from './record.ts'

const KNOWN: readonly (readonly [RegExp, AdrState])[] = [
  [/^(?:super[sc]ee?ded|replaced|obsoleted by)\b/, 'superseded'],
  [/^(?:deprecated|retired|obsolete|outdated)\b/, 'deprecated'],
  [/^(?:rejected|declined|refused|abandoned|withdrawn|cancell?ed|not accepted|lapsed)\b/, 'withdrawn'],
  [/^expired\b/, 'expired'],
  [/^(?:accepted|approved|decided|agreed|adopted|active|implemented|done|final|in force|valid|provisional(?:ly)?|amended)\b/, 'decided'],
  [/^(?:proposed|draft|pending|on hold|open|in progress|in review|under (?:review|discussion)|wip|work in progress|idea|deferred|postponed|ready)\b/, 'draft'],
]

/** What a status says, whatever signs stand in front of it; null where it is none that is known. */
export function stateOf(status: string): AdrState | null {
  const words = status.replace(/^[^\p{L}]+/u, '').toLowerCase()
  return KNOWN.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

/** The end of a record that holds for a while: `accepted, provisionally until 2026-05-01`. */
export const untilIn = (status: string): string | null => /\buntil (\d{4}-\d{2}-\d{2})\b/.exec(status)?.[1] ?? null

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/

/** A date as YYYY-MM-DD; null where it is none that exists, or written in another order. */
export function dateIn(words: string): string | null {
  const [, year = '', month = '', day = ''] = ISO.exec(words.trim()) ?? []
  if (year === '') return null
  try {
    return Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: 'reject' }).toString()
  } catch { return null }
}
