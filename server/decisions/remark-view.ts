import type { RemarkView } from '#contract/decisions.ts'
import type { Cast } from '#domain/asks/moment-words.ts'
import type { DecisionContent } from '#domain/decisions/content.ts'
import type { RemarkRow } from './view-queries.ts'

type Page = { content: DecisionContent; cast: Cast; can: RemarkView['can'] }

/** Remarks with where their passages stand in the text of now, oldest first. */
export function viewRemarks(rows: readonly RemarkRow[], { content, cast, can }: Page): RemarkView[] {
  return rows.map((row) => ({
    id: row.id, authorId: row.author_id, authorName: cast.get(row.author_id)?.name ?? '', at: row.at.toString(), body: row.body, inReplyTo: row.in_reply_to,
    anchor: { field: row.field, quote: row.quote, prefix: row.prefix, suffix: row.suffix, ...placeOf(row, content) },
    resolvedAt: row.resolved_at?.toString() ?? null, resolvedByName: row.resolved_by === null ? null : cast.get(row.resolved_by)?.name ?? '', can: [...can],
  }))
}

/** Where the passage stands now; nowhere where it is gone, or was never one. */
function placeOf({ field, quote }: RemarkRow, content: DecisionContent): { start: number | null; end: number | null } {
  const text = fieldText(content, field)
  const start = quote === '' || text === null ? -1 : text.indexOf(quote)
  return start < 0 ? { start: null, end: null } : { start, end: start + quote.length }
}

const TEXT_FIELDS = ['title', 'needed', 'context', 'criteria', 'objectionsForeseen', 'consequences', 'confirmation', 'more'] as const
const OPTION = 'option:'

/** The text of a field by its name, as remarks name it: `context`, `recommendation`, `option:ID`. Null where there is none. */
export function fieldText(content: DecisionContent, field: string): string | null {
  const plain = TEXT_FIELDS.find((one) => one === field)
  if (plain) return content[plain]
  if (field === 'recommendation') return content.recommendation.why
  return field.startsWith(OPTION) ? content.options.find(({ id }) => `${OPTION}${id}` === field)?.body ?? null : null
}
