import { prefillFrom } from '#domain/checkins/prefill.ts'
import type { Prefill, WrapWords } from '#domain/checkins/prefill.ts'
import { daysLater } from '#domain/time/dates.ts'
import { previousShift } from '#domain/time/shifts.ts'
import type { WorkCalendar } from '#domain/time/types.ts'
import type { Act } from '#server/platform/act.ts'
import type { FormRow } from './queries.ts'

/** A weekly form looks back as far as the one before it. Unit: days. */
const WEEK_DAYS = 7
/** More wraps than anybody signs in twelve weeks of shifts. */
const WRAPS_MAX = 100

/** What a person's own wraps answer already: the last shift's for a standup, the week's for a weekly form. */
export async function prefillFor(act: Act, form: FormRow, personId: string, calendar: WorkCalendar): Promise<Prefill> {
  const wraps = await wrapsOf(act, { personId, spaceId: form.space_id, since: sinceFor(form, act.now, calendar) })
  return prefillFrom(form.kind, form.questions, wraps)
}

function sinceFor(form: FormRow, now: Temporal.Instant, calendar: WorkCalendar): Temporal.Instant {
  if (form.kind !== 'standup') return daysLater(now, -WEEK_DAYS * form.schedule.every_weeks)
  return previousShift(now, calendar)?.start ?? daysLater(now, -1)
}

type Wanted = { personId: string; spaceId: string; since: Temporal.Instant }

/**
 * A person's wraps, oldest first: those of the same space, else those of open spaces, since what was said in a private
 * space must not be suggested for another. Index: entry_by_author.
 */
async function wrapsOf(act: Act, { personId, spaceId, since }: Wanted): Promise<WrapWords[]> {
  const { workspaceId } = act.actor
  const heads = await act.tx.selectFrom('entry as e')
    .innerJoin('wrap as w', (join) => join.onRef('w.workspace_id', '=', 'e.workspace_id').onRef('w.entry_id', '=', 'e.id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .select(['e.id', 'e.number', 'e.space_id', 'w.next_action'])
    .where('e.workspace_id', '=', workspaceId).where('e.author_id', '=', personId).where('e.deleted_at', 'is', null).where('e.kind', '=', 'wrap')
    .where('e.published_at', '>=', since).where((is) => is.or([is('e.space_id', '=', spaceId), is('s.visibility', '=', 'open')]))
    .orderBy('e.published_at', 'desc').limit(WRAPS_MAX).execute()
  const here = heads.filter((head) => head.space_id === spaceId)
  const chosen = (here.length > 0 ? here : heads).toReversed()
  if (chosen.length === 0) return []
  const lines = await act.tx.selectFrom('wrap_line').select(['entry_id', 'kind', 'text', 'why', 'cleared_at']).where('workspace_id', '=', workspaceId)
    .where('entry_id', 'in', chosen.map((head) => head.id)).orderBy('position').execute()
  return chosen.map((head) => {
    const of = (kind: string) => lines.filter((line) => line.entry_id === head.id && line.kind === kind && line.cleared_at === null)
    return {
      number: head.number, nextAction: head.next_action, done: of('done').map((line) => line.text), blockers: of('blocker').map((line) => line.text),
      questions: of('question').map((line) => line.text), decisions: of('decision').map(({ text, why }) => ({ text, why })),
    }
  })
}
