import { changeDecision } from '#domain/decisions/change-decision.ts'
import { canHappen, OPEN_STATES, RECORD_STATES } from '#domain/decisions/decision-table.ts'
import type { DecisionState } from '#domain/decisions/decision-table.ts'
import type { Decision, DecisionRoles } from '#domain/decisions/decision.ts'
import { readinessOf } from '#domain/decisions/readiness.ts'
import { DECIDE_DAYS, readerIds } from '#domain/decisions/window.ts'
import type { Window } from '#domain/decisions/window.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { isBefore } from '#domain/time/spans.ts'
import type { Act, Listener, TimerHandler } from '#server/platform/act.ts'
import { whoSees } from '#server/spaces/public.ts'
import { applyChange } from './apply.ts'
import { keepDeadlineBy, passDeadline, windowOrNull } from './deadline.ts'
import { loadById } from './load.ts'
import type { Loaded } from './load.ts'
import { TIMERS } from './names.ts'
import { readersOf } from './readers.ts'
import { onReview } from './review.ts'

const onDeadline: TimerHandler = async (act, { decisionId = '' }) => {
  const one = await loadById(act, decisionId)
  if (one) await passDeadline(act, one)
}

/** Nobody confirmed it in time: whoever minds it, and everybody who is named, hears of it. */
const onExpire: TimerHandler = async (act, { decisionId = '' }) => {
  const one = await loadById(act, decisionId)
  if (one && canHappen(one.decision.state, 'expire')) await applyChange(act, one.row, one.decision, changeDecision(one.decision, { kind: 'expire' }, act.now))
}

export const decisionTimers = { [TIMERS.deadline]: onDeadline, [TIMERS.expire]: onExpire, [TIMERS.review]: onReview } satisfies Record<string, TimerHandler>

const idIn = ({ payload }: Parameters<Listener>[1], key: 'personId' | 'entryId'): string => String(payload?.[key] ?? '')

/** Decisions in which somebody is named, in these states, oldest first. Index: decision_person_by. */
async function decisionsOf({ tx, actor: { workspaceId } }: Act, personId: string, states: readonly DecisionState[]): Promise<string[]> {
  const rows = await tx.selectFrom('decision as d').select('d.entry_id').where('d.workspace_id', '=', workspaceId).where('d.state', 'in', [...states])
    .where((is) => is.or([is('d.accountable_id', '=', personId), is.exists(is.selectFrom('decision_person as p').select('p.person_id')
      .whereRef('p.workspace_id', '=', 'd.workspace_id').whereRef('p.decision_id', '=', 'd.entry_id').where('p.person_id', '=', personId))])).orderBy('d.entry_id').execute()
  return rows.map((row) => row.entry_id)
}

/** Hours or absences changed: whoever is named has the whole window still, and no deadline that was shown comes earlier. */
const onTimeChanged: Listener = async (act, event) => {
  const personId = idIn(event, 'personId')
  for (const id of await decisionsOf(act, personId, ['open'])) {
    const one = await loadById(act, id)
    if (one && canHappen(one.decision.state, 'replan')) await replan(act, one, personId)
  }
}

async function replan(act: Act, { row, decision }: Loaded, personId: string): Promise<void> {
  const window = await windowAgain(act, decision, personId)
  if (window === null || decision.deadline === null || !isBefore(decision.deadline, window.deadline)) return
  await applyChange(act, row, decision, changeDecision(decision, { kind: 'replan', deadline: window.deadline }, act.now))
  await keepDeadlineBy(act, decision.id, window.setById)
}

/** The window of one reader from when it began for them: at the opening, the text they were asked again on, or the end of the first one. */
async function windowAgain(act: Act, decision: Decision, personId: string): Promise<Window | null> {
  const asked = decision.phase === 'asked'
  const waits = asked ? decision.roles.accountableId === personId : decision.phase === 'first' ? readerIds(decision.roles).includes(personId) : readinessOf(decision).missingIds.includes(personId)
  if (!waits || decision.openedAt === null) return null
  const spokeBefore = decision.positions.some((one) => one.personId === personId && one.revision < decision.revision)
  const kinds = asked ? ['accountable_asked'] as const : decision.phase === 'extended' ? ['extended'] as const : spokeBefore ? ['opened', 'edited'] as const : ['opened'] as const
  const from = await lastStepAt(act, decision.id, kinds)
  return windowOrNull(await readersOf(act, [personId]), asked ? DECIDE_DAYS : decision.windowDays, from ?? decision.openedAt)
}

async function lastStepAt({ tx, actor: { workspaceId } }: Act, decisionId: string, kinds: readonly string[]): Promise<Temporal.Instant | null> {
  const row = await tx.selectFrom('decision_step').select('at').where('workspace_id', '=', workspaceId).where('decision_id', '=', decisionId).where('kind', 'in', [...kinds])
    .orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.at ?? null
}

const STILL: readonly DecisionState[] = ['draft', ...OPEN_STATES, 'decided', 'provisional', 'expired']

/** Somebody left the workspace or the space: they are asked for nothing there, and who was accountable is replaced by name. */
const onLeft: Listener = async (act, event) => {
  for (const id of await decisionsOf(act, idIn(event, 'personId'), STILL)) {
    const one = await loadById(act, id)
    if (one) await leave(act, one)
  }
}

/** A space became private: whoever does not stand in it sees it no more. */
const onClosed: Listener = async (act, { payload }) => {
  const rows = await act.tx.selectFrom('decision as d').innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'd.workspace_id').onRef('e.id', '=', 'd.entry_id')).select('d.entry_id')
    .where('d.workspace_id', '=', act.actor.workspaceId).where('e.space_id', '=', String(payload?.['spaceId'] ?? '')).where('d.state', 'in', [...STILL]).orderBy('d.entry_id').execute()
  for (const { entry_id } of rows) {
    const one = await loadById(act, entry_id)
    if (one) await leave(act, one)
  }
}

const onMoved: Listener = async (act, event) => {
  const one = await loadById(act, idIn(event, 'entryId'))
  if (one && canHappen(one.decision.state, 'roles')) await leave(act, one)
}

/** A record keeps who was consulted; only whoever minds it must be there. */
async function leave(act: Act, { row, decision }: Loaded): Promise<void> {
  const { roles } = decision
  const ids = [...readerIds(roles), ...roles.informedIds]
  const here = new Set(await whoSees(act, { id: row.space_id, visibility: row.visibility, archived_at: row.archived_at }, ids))
  const stays = (some: readonly string[]) => RECORD_STATES.has(decision.state) ? some : some.filter((id) => here.has(id))
  const next: DecisionRoles = {
    accountableId: roles.accountableId !== null && here.has(roles.accountableId) ? roles.accountableId : null,
    responsibleIds: stays(roles.responsibleIds), consultedIds: stays(roles.consultedIds), informedIds: stays(roles.informedIds),
  }
  const same = next.accountableId === roles.accountableId && ids.length === [...readerIds(next), ...next.informedIds].length
  if (!same) await applyChange(act, row, decision, changeDecision(decision, { kind: 'roles', by: null, roles: next, deadline: null }, act.now))
}

/** A record stays. What is open and deleted is withdrawn, so that it can be taken up again where it is brought back. */
const onDeleted: Listener = async (act, event) => {
  const one = await loadById(act, idIn(event, 'entryId'))
  if (!one) return
  if (RECORD_STATES.has(one.decision.state)) throw new Refusal('conflict', said`This is decided, and stays on record.`, said`Deprecate it, or supersede it by a new decision.`)
  if (OPEN_STATES.has(one.decision.state)) await applyChange(act, one.row, one.decision, changeDecision(one.decision, { kind: 'withdraw', by: act.actor.personId, reason: 'It was deleted.' }, act.now))
}

export const decisionListeners = {
  'people.hours_changed': onTimeChanged, 'people.deactivated': onLeft, 'people.changed': onLeft, 'space.left': onLeft, 'space.closed': onClosed, 'thread.moved': onMoved, 'entry.deleted': onDeleted,
} satisfies Record<string, Listener>
