import { prefillFrom } from '#domain/checkins/prefill.ts'
import type { Prefill, WrapWords } from '#domain/checkins/prefill.ts'
import { daysLater } from '#domain/time/dates.ts'
import { previousShift } from '#domain/time/shifts.ts'
import type { WorkCalendar } from '#domain/time/types.ts'
import { wrapsOf } from '#server/handoffs/public.ts'
import type { WrapDigest } from '#server/handoffs/public.ts'
import type { Act } from '#server/platform/act.ts'
import { visibleSpaces } from '#server/spaces/public.ts'
import type { FormRow } from './queries.ts'

/** A weekly form looks back as far as the one before it. Unit: days. */
const WEEK_DAYS = 7

/** What a person's own wraps answer already: the last shift's for a standup, the week's for a weekly form. */
export async function prefillFor(act: Act, form: FormRow, personId: string, calendar: WorkCalendar): Promise<Prefill> {
  const wraps = await fitting(act, form, await wrapsOf(act, personId, sinceFor(form, act.now, calendar)))
  return prefillFrom(form.kind, form.questions, wraps.map(wordsOf))
}

function sinceFor(form: FormRow, now: Temporal.Instant, calendar: WorkCalendar): Temporal.Instant {
  if (form.kind !== 'standup') return daysLater(now, -WEEK_DAYS * form.schedule.every_weeks)
  return previousShift(now, calendar)?.start ?? daysLater(now, -1)
}

/**
 * Wraps of the same space, else those of open spaces: what was said in a private space must not be suggested for another.
 */
async function fitting(act: Act, form: FormRow, wraps: readonly WrapDigest[]): Promise<WrapDigest[]> {
  const here = wraps.filter((wrap) => wrap.spaceId === form.space_id)
  if (here.length > 0 || wraps.length === 0) return here
  const open = new Set((await visibleSpaces(act)).filter((space) => space.visibility === 'open').map((space) => space.id))
  return wraps.filter((wrap) => open.has(wrap.spaceId))
}

function wordsOf({ number, nextAction, done, blockers, questions, decisions }: WrapDigest): WrapWords {
  const open = (lines: WrapDigest['blockers']) => lines.filter((line) => line.cleared_at === null).map((line) => line.text)
  return { number, nextAction, done, blockers: open(blockers), questions: open(questions), decisions: decisions.map(({ text, why }) => ({ text, why })) }
}
