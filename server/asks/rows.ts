import type { Ask } from '#domain/asks/ask.ts'
import type { AskClock, Term } from '#domain/asks/clock.ts'
import type { UrgentState } from '#domain/attention/escalation.ts'
import type { AskRights } from '#domain/policy.ts'
import { json } from '#server/platform/db/columns.ts'
import type { ClockJson, TermJson, UrgentJson } from '#server/platform/db/tables/asks.ts'
import { placeOf } from '#server/spaces/public.ts'
import type { AskRow } from './queries.ts'

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const orNull = (text: string | null): Temporal.Instant | null => text === null ? null : instant(text)

const termFrom = (term: TermJson): Term => term.kind === 'chosen' ? { kind: 'chosen', at: instant(term.at) } : term
const termToJson = (term: Term): TermJson => term.kind === 'chosen' ? { kind: 'chosen', at: term.at.toString() } : term

function clockFrom({ term, usedMinutes, runningSince, stopped, dueAt }: ClockJson): AskClock {
  return { term: termFrom(term), usedMinutes, runningSince: orNull(runningSince), stopped, dueAt: instant(dueAt) }
}
function clockToJson({ term, usedMinutes, runningSince, stopped, dueAt }: AskClock): ClockJson {
  return { term: termToJson(term), usedMinutes, runningSince: runningSince?.toString() ?? null, stopped, dueAt: dueAt.toString() }
}

/** An ask as the rules know it. */
export function askOf(row: AskRow, otherIds: readonly string[]): Ask {
  return {
    id: row.entry_id, askerId: row.asker_id, kind: row.kind, answererId: row.answerer_id, firstAnswererId: row.first_answerer_id, otherIds, urgency: row.urgency, urgent: row.urgent,
    reason: row.urgent_reason, scope: row.scope, criteria: row.criteria, blockedPath: row.blocked_path, silentDefault: row.silent_default, chosenDue: row.chosen_due,
    term: termFrom(row.term), askedAt: row.asked_at, state: row.state, clock: clockFrom(row.clock), takeover: row.takeover && { coverId: row.takeover.coverId, at: instant(row.takeover.at) },
    seenAt: row.seen_at, acknowledgedAt: row.acknowledged_at, question: row.question, clarification: row.clarification, overdueAt: row.overdue_at, escalatedTo: row.escalated_to,
    escalatedAt: row.escalated_at, rating: row.rating, settledAt: row.settled_at, answeredById: row.answered_by,
  }
}

/** The columns of an ask that events change. */
export function changing(ask: Ask) {
  return {
    answerer_id: ask.answererId, first_answerer_id: ask.firstAnswererId, chosen_due: ask.chosenDue, term: json(termToJson(ask.term)), state: ask.state, clock: json(clockToJson(ask.clock)),
    due_at: ask.clock.dueAt, takeover: ask.takeover === null ? null : json({ coverId: ask.takeover.coverId, at: ask.takeover.at.toString() }), seen_at: ask.seenAt, acknowledged_at: ask.acknowledgedAt,
    question: ask.question, clarification: ask.clarification, overdue_at: ask.overdueAt, escalated_to: json(ask.escalatedTo), escalated_at: ask.escalatedAt, rating: ask.rating, settled_at: ask.settledAt,
    answered_by: ask.answeredById,
  }
}

export function urgentFrom({ leftAt, told, toldAt, steps, steppedAt, acknowledged }: UrgentJson): UrgentState {
  return { leftAt: instant(leftAt), told, toldAt: orNull(toldAt), steps, steppedAt: orNull(steppedAt), acknowledged }
}
export function urgentToJson({ leftAt, told, toldAt, steps, steppedAt, acknowledged }: UrgentState): UrgentJson {
  return { leftAt: leftAt.toString(), told: [...told], toldAt: toldAt?.toString() ?? null, steps, steppedAt: steppedAt?.toString() ?? null, acknowledged }
}

/** Who may answer, besides who asked: who is accountable, who was meant first, and whom the path or the repeats reached. */
export function rightsOf(workspaceId: string, row: AskRow): AskRights {
  const told = [...row.escalated_to, ...row.urgent_state?.told ?? []].filter((id) => id !== null)
  return { askerId: row.asker_id, answererIds: [...new Set([row.answerer_id, row.first_answerer_id, ...told])], place: placeOf(workspaceId, { id: row.space_id, visibility: row.visibility, archived_at: row.archived_at }) }
}
