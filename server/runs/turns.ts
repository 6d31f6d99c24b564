import type { InputOf } from '#contract/operation.ts'
import type { skipTurn, Turn } from '#contract/runs.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { localDate } from '#domain/time/local.ts'
import { nextShift } from '#domain/time/shifts.ts'
import { isBefore } from '#domain/time/spans.ts'
import { settleItems, tell } from '#server/attention/public.ts'
import { calendarOf, namesOf } from '#server/people/public.ts'
import type { Act, TimerHandler } from '#server/platform/act.ts'
import { isLive, planSchedule, turnOn } from './planning.ts'
import { TIMERS, TURN } from './names.ts'
import { checkMayRun } from './queries.ts'
import { selectSchedules, selectTurns, turnFor } from './schedule-queries.ts'
import type { TurnRow } from './schedule-queries.ts'
import { viewTurns } from './turn-view.ts'

/** The day of a turn has begun for whoever runs it: they are told, what was never started before it counts as missed, and the next is planned. */
export const onTurn: TimerHandler = async (act, { scheduleId = '', date = '' }) => {
  const row = await selectSchedules(act).where('c.id', '=', scheduleId).executeTakeFirst()
  if (!row || !isLive(row) || row.next_on !== date) return
  const turn = await turnOn(act, row, date)
  if (turn !== null && !isBefore(act.now, turn.at)) await openTurn(act, { scheduleId, date, personId: turn.personId })
  await planSchedule(act, scheduleId)
}

async function openTurn(act: Act, { scheduleId, date, personId }: { scheduleId: string; date: string; personId: string }): Promise<void> {
  const { workspaceId } = act.actor
  const missed = await act.tx.updateTable('run_turn').set({ state: 'missed' }).where('workspace_id', '=', workspaceId).where('schedule_id', '=', scheduleId).where('state', '=', 'due').returning('id').execute()
  for (const { id } of missed) await closeTurn(act, id, 'newer')
  const id = act.newId()
  const added = await act.tx.insertInto('run_turn').values({ workspace_id: workspaceId, id, schedule_id: scheduleId, date, due_at: act.now, person_id: personId, told_again_at: null, run_id: null })
    .onConflict((one) => one.columns(['workspace_id', 'schedule_id', 'date']).doNothing()).executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) return
  await tellTurn(act, await turnById(act, id), 'first')
  await setLate(act, id, personId)
}

const closeTurn = async (act: Act, id: string, reason: string): Promise<void> => {
  await settleItems(act, { source: TURN, subjectIds: [id], reason })
  await act.dropTimer(TIMERS.late, id)
}

const turnById = (act: Act, id: string): Promise<TurnRow> => selectTurns(act).where('u.id', '=', id).executeTakeFirstOrThrow()

async function tellTurn(act: Act, row: TurnRow, which: 'first' | 'again'): Promise<void> {
  await tell(act, {
    key: `turn:${row.id}:${which}`, kind: 'run', source: TURN, subjectId: row.id, conversationId: row.page_id, spaceId: row.space_id, obliges: true, readers: [{ personId: row.person_id, standing: 'asked' }], at: act.now,
  })
}

/** Not started in time: by the beginning of their next working day. Who works no more is not waited for. */
async function setLate(act: Act, id: string, personId: string): Promise<void> {
  try {
    const { start } = nextShift(act.now.add({ milliseconds: 1 }), await calendarOf(act, personId))
    await act.timer({ kind: TIMERS.late, key: id, at: start, payload: { turnId: id } })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

/** Told once more, to whoever is there now; from then on it is listed for everybody. */
export const onLate: TimerHandler = async (act, { turnId = '' }) => {
  const row = await selectTurns(act).where('u.id', '=', turnId).executeTakeFirst()
  if (!row || row.state !== 'due' || row.deleted_at !== null || row.archived_at !== null) return
  const schedule = await selectSchedules(act).where('c.id', '=', row.schedule_id).executeTakeFirstOrThrow()
  const now = await turnOn(act, schedule, localDate(act.now, (await namesOf(act, [row.person_id])).get(row.person_id)?.zone ?? 'UTC'))
  await settleItems(act, { source: TURN, subjectIds: [turnId], reason: 'newer' })
  await act.tx.updateTable('run_turn').set({ told_again_at: act.now, ...now !== null && { person_id: now.personId } }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', turnId).execute()
  await tellTurn(act, await turnById(act, turnId), 'again')
}

/** A turn becomes a run. @throws {Refusal} `not_found`, `bad_input` for a turn of another page, `conflict` where it is over */
export async function startTurn(act: Act, { turnId, runId, pageId }: { turnId: string; runId: string; pageId: string }): Promise<void> {
  const row = await turnFor(act, turnId)
  if (row.page_id !== pageId) throw new Refusal('bad_input', said`This turn belongs to another page.`, said`Start it from its own page.`)
  stillDue(row)
  await settle(act, row, { state: 'started', run_id: runId })
}

/** A turn that was missed may still be run; one that was started or left out is over. */
function stillDue(row: TurnRow): void {
  if (row.state === 'started') throw new Refusal('conflict', said`This turn was started already.`, said`Open its run.`)
  if (row.state === 'skipped') throw new Refusal('conflict', said`This turn was left out.`, said`Start a run without it.`)
}

async function settle(act: Act, row: TurnRow, values: { state: 'started' | 'skipped'; run_id?: string; reason?: string }): Promise<void> {
  await act.tx.updateTable('run_turn').set(values).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', row.id).execute()
  await closeTurn(act, row.id, 'settled')
}

/** Leaves out one turn. */
export async function leaveOut(act: Act, { id, reason }: InputOf<typeof skipTurn>): Promise<Turn> {
  const row = await turnFor(act, id)
  checkMayRun(act, row)
  stillDue(row)
  await settle(act, row, { state: 'skipped', reason: reason.trim() })
  await act.emit({ kind: 'run.changed', spaceId: row.space_id, payload: { entryId: row.page_id, number: row.number } })
  const [turn] = await viewTurns(act, [await turnFor(act, id)])
  if (!turn) throw new Error('A turn has no view.')
  return turn
}
