import { nextTelling, urgentPath, urgentState } from '#domain/attention/escalation.ts'
import type { Team } from '#domain/attention/escalation.ts'
import { settingsOf } from '#server/agreement/public.ts'
import { tell } from '#server/attention/public.ts'
import { calendarsOf } from '#server/people/public.ts'
import type { Act, TimerHandler } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { membersOf } from '#server/spaces/public.ts'
import { ASKED, TIMERS } from './names.ts'
import { pathOf, whoSees } from './people.ts'
import { lockAsk, OPEN } from './queries.ts'
import type { AskRow } from './queries.ts'
import { rightsOf, urgentFrom, urgentToJson } from './rows.ts'

/**
 * Tells of an urgent ask, again at each repeat, and after each step's time whoever is next on the agreement's path; the
 * space last. It ends when somebody says that they are on it, answers, asks back, or it is withdrawn.
 */
export const tellUrgent: TimerHandler = async (act, { askId = '' }) => {
  const row = await lockAsk(act, askId)
  if (!row?.urgent_state || !OPEN.includes(row.state) || row.acknowledged_at !== null || row.state === 'question_back') return
  const settings = await settingsOf(act)
  const path = await pathOf(act, settings)
  const state = urgentFrom(row.urgent_state)
  const people = [...state.told, ...path.personIds, ...path.role?.holderIds ?? []]
  const team: Team = { calendars: await calendarsOf(act, people), roles: new Map(path.role ? [[path.role.name, path.role.holderIds]] : []) }
  const numbers = { repeatMinutes: settings.urgent.repeat_minutes, stepMinutes: settings.urgent.step_minutes }
  const way = urgentPath(numbers, path.personIds, settings.urgent.role)
  const telling = nextTelling(state, way, team, act.now)
  if (!telling) return
  if (Temporal.Instant.compare(act.now, telling.at) < 0) return again(act, askId, telling.at)
  await act.tx.updateTable('ask').set({ urgent_state: json(urgentToJson(telling.next)) }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', askId).execute()
  await tellNow(act, row, telling.personIds)
  if (telling.alarm) await tellNow(act, row, await membersOf(act, row.space_id), ':alarm')
  const next = nextTelling(telling.next, way, team, act.now)
  if (next) await again(act, askId, next.at)
}

async function tellNow(act: Act, row: AskRow, personIds: readonly string[], way = ''): Promise<void> {
  const seeing = await whoSees(act, rightsOf(act.actor.workspaceId, row).place, personIds)
  await tell(act, {
    key: `ask:${row.entry_id}:urgent:${act.now.toString()}${way}`, kind: 'urgent', source: ASKED, subjectId: row.entry_id, conversationId: row.thread_id, spaceId: row.space_id,
    urgent: true, obliges: way === '', at: act.now, readers: personIds.filter((id) => seeing.has(id) && id !== row.asker_id).map((personId) => ({ personId, standing: 'asked' })),
  })
}

const again = (act: Act, askId: string, at: Temporal.Instant): Promise<void> => act.timer({ kind: TIMERS.urgent, key: askId, at, payload: { askId } })

/** Somebody else is asked: the telling begins anew with them. Nothing happens to an ask that is not urgent. */
export async function restartUrgent(act: Act, askId: string): Promise<void> {
  const row = await lockAsk(act, askId)
  if (!row?.urgent || !OPEN.includes(row.state)) return
  const state = urgentState(act.now, [row.answerer_id])
  await act.tx.updateTable('ask').set({ urgent_state: json(urgentToJson(state)) }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', askId).execute()
  await again(act, askId, act.now)
}
