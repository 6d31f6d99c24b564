import type { AskView } from '#contract/asks.ts'
import type { ThreadText } from './texts.ts'

export type Row = { kind: 'text', at: string, text: ThreadText } | { kind: 'ask', at: string, ask: AskView }

/** Replies and the asks that stand among them, in the order in which they were written. */
export function rowsOf(replies: readonly ThreadText[], asks: readonly AskView[]): Row[] {
  const rows: Row[] = replies.map((text) => ({ kind: 'text', at: text.postedAt, text }))
  for (const ask of asks.toSorted((a, b) => Temporal.Instant.compare(a.askedAt, b.askedAt))) {
    const asked = Temporal.Instant.from(ask.askedAt)
    const after = rows.findIndex((row) => row.kind === 'text' && Temporal.Instant.compare(asked, row.at) < 0)
    rows.splice(after === -1 ? rows.length : after, 0, { kind: 'ask', at: ask.askedAt, ask })
  }
  return rows
}
