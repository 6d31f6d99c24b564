import type { RemarkView } from '#contract/decisions.ts'
import type { Cast } from '#domain/asks/moment-words.ts'
import { placeOf } from '#domain/text/anchor.ts'
import { fieldText } from '#domain/decisions/content-text.ts'
import type { DecisionContent } from '#domain/decisions/content.ts'
import type { RemarkRow } from './view-queries.ts'

type Page = { content: DecisionContent; cast: Cast; can: RemarkView['can'] }

/** Remarks with where their passages stand in the text of now, oldest first. */
export function viewRemarks(rows: readonly RemarkRow[], { content, cast, can }: Page): RemarkView[] {
  return rows.map((row) => ({
    id: row.id, authorId: row.author_id, authorName: cast.get(row.author_id)?.name ?? '', at: row.at.toString(), body: row.body, inReplyTo: row.in_reply_to,
    anchor: { field: row.field, quote: row.quote, prefix: row.prefix, suffix: row.suffix, ...standsAt(row, content) },
    resolvedAt: row.resolved_at?.toString() ?? null, resolvedByName: row.resolved_by === null ? null : cast.get(row.resolved_by)?.name ?? '', can: [...can],
  }))
}

/** Where the passage stands now; nowhere where it is gone, and for a remark on a whole field. */
function standsAt({ field, quote, prefix, suffix }: RemarkRow, content: DecisionContent): { start: number | null; end: number | null } {
  const text = quote === '' ? null : fieldText(content, field)
  return (text === null ? null : placeOf(text, { quote, prefix, suffix })) ?? { start: null, end: null }
}
