import type { Decision, DecisionChange, DecisionStep, Position } from '#domain/decisions/decision.ts'
import { timersOf } from '#domain/decisions/change-decision.ts'
import type { Act } from '#server/platform/act.ts'
import { TIMERS } from './names.ts'
import type { DecisionRow } from './queries.ts'
import { changing } from './rows.ts'
import { tellOf } from './telling.ts'
import { failpoint } from '#server/platform/failpoint.ts'

export type Place = Pick<DecisionRow, 'entry_id' | 'number' | 'space_id'>
const SETTLED: ReadonlySet<DecisionStep['kind']> = new Set(['signed', 'withdrawn', 'lapsed'])
const STATUS: ReadonlySet<DecisionStep['kind']> = new Set(['confirmed', 'superseded', 'deprecated', 'expired', 'reviewed', 'review_due'])

/** Saves what became of a decision: its row, people, positions, history, timers, and who hears of it. */
export async function applyChange(act: Act, place: Place, before: Decision, { decision, steps }: DecisionChange): Promise<void> {
  const { workspaceId } = act.actor
  await act.tx.updateTable('decision').set(changing(decision)).where('workspace_id', '=', workspaceId).where('entry_id', '=', decision.id).execute()
  if (decision.roles !== before.roles || decision.waived !== before.waived) await keepPeople(act, decision)
  if (decision.seen !== before.seen) await keepSeen(act, decision)
  if (decision.positions !== before.positions) await keepPositions(act, before, decision)
  await record(act, place, { decision, steps }, before)
}

/** History, timers, telling and events; also for a decision that was just written, which has no `before`. */
export async function record(act: Act, place: Place, { decision, steps }: DecisionChange, before: Decision | null = null): Promise<void> {
  if (steps.length > 0) {
    await act.tx.insertInto('decision_step').values(steps.map((step) => ({
      workspace_id: act.actor.workspaceId, id: act.newId(), decision_id: decision.id, at: act.now, kind: step.kind, actor_id: step.actorId, person_id: step.personId, text: step.text,
    }))).execute()
  }
  await keepTimers(act, decision)
  await failpoint('decision.after_change')
  await tellOf(act, place, { decision, steps, before })
  for (const kind of new Set(steps.map((step) => eventOf(decision, step)))) await act.emit({ kind, spaceId: place.space_id, payload: { entryId: decision.id, number: place.number } })
}

/** What happens to a draft is for open pages, and for no webhook. */
function eventOf({ state }: Decision, { kind }: DecisionStep): string {
  if (state === 'draft') return 'decision.drafted'
  if (kind === 'opened') return 'decision.opened'
  if (SETTLED.has(kind)) return 'decision.settled'
  return STATUS.has(kind) ? 'decision.status' : 'decision.changed'
}

async function keepTimers(act: Act, decision: Decision): Promise<void> {
  const wanted = new Map(timersOf(decision).map(({ kind, at }) => [kind, at]))
  for (const kind of ['deadline', 'expire'] as const) {
    const at = wanted.get(kind)
    if (at) await act.timer({ kind: TIMERS[kind], key: decision.id, at, payload: { decisionId: decision.id } })
    else await act.dropTimer(TIMERS[kind], decision.id)
  }
}

/** Writes who is named, in their order. */
export async function keepPeople(act: Act, { id, roles, waived }: Decision): Promise<void> {
  const { workspaceId } = act.actor
  await act.tx.deleteFrom('decision_person').where('workspace_id', '=', workspaceId).where('decision_id', '=', id).execute()
  const reasons = new Map(waived.map(({ personId, reason }) => [personId, reason]))
  const named = [...roles.responsibleIds.map((personId) => ({ personId, role: 'responsible' as const })), ...roles.consultedIds.map((personId) => ({ personId, role: 'consulted' as const })), ...roles.informedIds.map((personId) => ({ personId, role: 'informed' as const }))]
  if (named.length === 0) return
  await act.tx.insertInto('decision_person').values(named.map(({ personId, role }, position) => ({ workspace_id: workspaceId, decision_id: id, person_id: personId, role, position, waived: reasons.get(personId) ?? null }))).execute()
}

async function keepSeen(act: Act, { id, seen }: Decision): Promise<void> {
  const { workspaceId } = act.actor
  await act.tx.deleteFrom('decision_seen').where('workspace_id', '=', workspaceId).where('decision_id', '=', id).execute()
  if (seen.size > 0) await act.tx.insertInto('decision_seen').values([...seen].map(([personId, at]) => ({ workspace_id: workspaceId, decision_id: id, person_id: personId, at }))).execute()
}

const pointOf = ({ personId, optionId, tradeOffId }: Position): string => `${personId} ${optionId ?? ''} ${tradeOffId ?? ''}`

/** A new position on the same point replaces the old one, which stays in the table. */
async function keepPositions(act: Act, before: Decision, { id, positions }: Decision): Promise<void> {
  const { workspaceId } = act.actor
  const known = new Set(before.positions)
  for (const taken of positions.filter((one) => !known.has(one))) {
    const old = before.positions.some((one) => pointOf(one) === pointOf(taken))
    if (old) {
      await act.tx.updateTable('decision_position').set({ replaced_at: act.now }).where('workspace_id', '=', workspaceId).where('decision_id', '=', id).where('person_id', '=', taken.personId)
        .where('option_id', 'is not distinct from', taken.optionId).where('trade_off_id', 'is not distinct from', taken.tradeOffId).where('replaced_at', 'is', null).execute()
    }
    await act.tx.insertInto('decision_position').values({
      workspace_id: workspaceId, id: act.newId(), decision_id: id, person_id: taken.personId, kind: taken.kind, option_id: taken.optionId, trade_off_id: taken.tradeOffId, text: taken.text, at: taken.at,
      revision: taken.revision, replaced_at: null,
    }).execute()
  }
}
