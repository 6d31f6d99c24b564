import { shiftFor, sinceFor } from '#domain/brief/since.ts'
import { nextShift, previousShift, shiftAt } from '#domain/time/shifts.ts'
import { isBefore } from '#domain/time/spans.ts'
import type { Shift, WorkCalendar } from '#domain/time/types.ts'
import { Refusal } from '#domain/refusal.ts'
import { askDue } from '#server/checkins/public.ts'
import { calendarOf } from '#server/people/public.ts'
import { actAs } from '#server/platform/act.ts'
import type { Act } from '#server/platform/act.ts'
import { actorOf } from '#server/platform/auth/identify.ts'
import { wordsOf } from '#server/platform/words.ts'
import { composeBrief, saysSomething } from './compose.ts'
import { briefMail } from './mail.ts'
import { insertBrief, lastComposed, readerRow } from './queries.ts'
import { failpoint } from '#server/platform/failpoint.ts'

/** A reader's shift starts. Key: the reader. */
export const COMPOSE = 'brief.compose'

/** A shift starts: notes its brief, mails it where wanted, and plans the next. Who may no longer act gets none. */
export async function composeForShift(act: Act, { personId = '' }: Record<string, string>): Promise<void> {
  const actor = await actorOf(act.tx, act.actor.workspaceId, personId)
  if (!actor) return
  const calendar = await calendarOf(act, personId)
  const shift = shiftAt(act.now, calendar)
  if (shift !== null && !await toldAlready(act, personId, shift, calendar)) await deliver(actAs(act, actor), shift, calendar)
  await planNext(act, personId, calendar, act.now.add({ milliseconds: 1 }))
}

async function deliver(act: Act, shift: Shift, calendar: WorkCalendar): Promise<void> {
  const { personId } = act.actor
  const { joinedAt, byMail } = await readerRow(act)
  await askDue(act, personId)
  const { since } = sinceFor({ now: act.now, calendar, joinedAt, asked: null })
  if (!await insertBrief(act, personId, { shiftStart: shift.start, shiftEnd: shift.end, since })) return
  await failpoint('brief.after_compose')
  await act.emit({ kind: 'brief.composed', personId })
  if (!byMail) return
  const words = wordsOf(act)
  const brief = await composeBrief(act, { words })
  if (saysSomething(brief)) await act.send(briefMail({ brief, personId, shiftStart: shift.start, publicUrl: act.server.publicUrl, words }))
}

/** A brief since the shift before counts for this one, even where hours moved its start in the meantime. */
async function toldAlready(act: Act, personId: string, shift: Shift, calendar: WorkCalendar): Promise<boolean> {
  const last = await lastComposed(act, personId)
  const before = previousShift(shift.start, calendar)
  return last !== null && before !== null && isBefore(before.end, last)
}

async function planNext(act: Act, personId: string, calendar: WorkCalendar, from: Temporal.Instant): Promise<void> {
  const next = nextStart(calendar, from)
  if (next === null) return act.dropTimer(COMPOSE, personId)
  await act.timer({ kind: COMPOSE, key: personId, at: next, payload: { personId } })
}

function nextStart(calendar: WorkCalendar, from: Temporal.Instant): Temporal.Instant | null {
  try {
    return nextShift(from, calendar).start
  } catch (error) {
    if (error instanceof Refusal && error.code === 'no_working_time') return null
    throw error
  }
}

/**
 * Somebody's hours or standing changed: their next brief moves along. Who is in a shift that began earlier than was
 * planned gets its brief now, unless they are new and have never had one.
 */
export async function replan(act: Act, personId: string): Promise<void> {
  const actor = await actorOf(act.tx, act.actor.workspaceId, personId)
  if (!actor) return act.dropTimer(COMPOSE, personId)
  const calendar = await calendarOf(act, personId)
  const shift = shiftFor(act.now, calendar)
  const owed = shift !== null && isBefore(shift.start, act.now) && await lastComposed(act, personId) !== null && !await toldAlready(act, personId, shift, calendar)
  if (owed) return act.timer({ kind: COMPOSE, key: personId, at: act.now, payload: { personId } })
  await planNext(act, personId, calendar, act.now)
}
