import { changeDecision, deadlineHasPassed } from '#domain/decisions/change-decision.ts'
import type { Decision } from '#domain/decisions/decision.ts'
import { readinessOf } from '#domain/decisions/readiness.ts'
import { absentWithCover, DECIDE_DAYS, windowFor } from '#domain/decisions/window.ts'
import type { NamedReader, Window } from '#domain/decisions/window.ts'
import { Refusal } from '#domain/refusal.ts'
import { systemActor } from '#server/platform/act.ts'
import type { Act } from '#server/platform/act.ts'
import { applyChange } from './apply.ts'
import { loadById } from './load.ts'
import type { Loaded } from './load.ts'
import { readersOf } from './readers.ts'

/** The window of these readers, without a chosen deadline; null where nobody of them works within a year. */
export function windowOrNull(readers: readonly NamedReader[], days: number, from: Temporal.Instant): Window | null {
  try {
    return windowFor({ readers, days, chosen: null }, from)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'no_working_time') return null
    throw error
  }
}

/** Keeps whose calendar sets the deadline; null where somebody chose it. */
export async function keepDeadlineBy(act: Act, decisionId: string, personId: string | null): Promise<void> {
  await act.tx.updateTable('decision').set({ deadline_by: personId }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', decisionId).execute()
}

/**
 * Does what a deadline does that has gone by; nothing where none has. Commands call it before they do their own, so that
 * a timer that runs late changes nothing. Longhand itself acts, whoever comes first.
 * @returns the decision as it stands then
 */
export async function passDeadline(act: Act, one: Loaded): Promise<Loaded> {
  const { decision, row } = one
  if (decision.deadline === null || !deadlineHasPassed(decision, act.now)) return one
  const asSystem: Act = { ...act, actor: systemActor(act.actor.workspaceId) }
  const readers = await readersOf(act, waitedFor(decision))
  const extension = windowOrNull(readers, decision.windowDays, act.now)
  const decideBy = windowOrNull(await readersOf(act, [decision.roles.accountableId ?? decision.authorId]), DECIDE_DAYS, act.now)
  const change = changeDecision(decision, {
    kind: 'deadline', facts: { absentWithCover: absentWithCover(readers, decision.deadline) }, extension: extension?.deadline ?? null, decideBy: decideBy?.deadline ?? null,
  }, act.now)
  await applyChange(asSystem, row, decision, change)
  const { deadline, phase } = change.decision
  if (deadline !== decision.deadline) await keepDeadlineBy(act, decision.id, (phase === 'asked' ? decideBy : extension)?.setById ?? null)
  const now = await loadById(act, decision.id)
  if (!now) throw new Error(`Decision ${decision.id} is gone while its deadline passes.`)
  return now
}

/** Whose time it is that is given once more: whose input is missing, and whose question is open. */
function waitedFor(decision: Decision): string[] {
  const { missingIds, questions } = readinessOf(decision)
  return [...new Set([...missingIds, ...questions.map(({ personId }) => personId)])]
}
