import type { FormView, PromptView } from '#contract/checkins.ts'
import { ourWords, windowOf } from '#domain/checkins/forms.ts'
import { nextAsk } from '#domain/checkins/plan.ts'
import { holds } from '#domain/checkins/prompt.ts'
import { may } from '#domain/policy.ts'
import { daysLater } from '#domain/time/dates.ts'
import { localDate } from '#domain/time/local.ts'
import { zoneAt } from '#domain/time/periods.ts'
import { settingsOf } from '#server/agreement/public.ts'
import { calendarOf } from '#server/people/public.ts'
import type { Words } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { anchorOf } from './planning.ts'
import { waitingPrompts } from './prompt-queries.ts'
import type { PromptRow } from './prompt-queries.ts'
import { formsById, isLive, pauseKey, pausesOf, placeOfForm, visibleForms } from './queries.ts'
import type { FormRow } from './queries.ts'

type Reading = Pick<Act, 'tx' | 'actor' | 'now'>

/** What was missed may still be answered for so long. Unit: days. */
const STILL_WELCOME_DAYS = 1

/** Forms as the actor sees them: questions, rhythm, and when they themselves are asked next. */
async function viewForms(act: Reading, forms: readonly FormRow[]): Promise<FormView[]> {
  if (forms.length === 0) return []
  const { workspaceId, personId, memberOf, role } = act.actor
  const [calendar, settings, pauses] = await Promise.all([calendarOf(act, personId), settingsOf(act), pausesOf(act, forms.map((form) => form.id), personId)])
  const today = localDate(act.now, zoneAt(calendar, act.now))
  return forms.map((form) => {
    const pause = pauses.get(pauseKey(form.id, personId))
    const pausedForMe = pause !== undefined && holds(pause, today)
    const asksMe = isLive(form) && form.paused_at === null && !pausedForMe && memberOf.has(form.space_id) && role !== 'guest'
    const next = asksMe ? nextAsk({ rhythm: form.schedule, anchor: anchorOf(form), calendar, now: act.now.add({ milliseconds: 1 }), since: act.now, asked: new Set() }) : null
    return {
      id: form.id, spaceId: form.space_id, spaceName: form.space_name, kind: form.kind, name: form.name, questions: form.questions,
      schedule: { ...form.schedule, days: [...form.schedule.days], window_minutes: windowOf(form.schedule, settings.standup.window_minutes) },
      paused: form.paused_at !== null, archived: form.archived_at !== null, pausedForMe, nextForMe: next?.at.toString() ?? null,
      can: may(act.actor, 'space.manage', { place: placeOfForm(workspaceId, form) }) ? ['edit', 'pause', 'archive'] : [],
    }
  })
}

export async function viewForm(act: Reading, form: FormRow): Promise<FormView> {
  const [view] = await viewForms(act, [form])
  if (!view) throw new Error('A form has exactly one view.')
  return view
}

/** The check-ins of the actor's spaces, archived ones last. */
export async function listForms(act: Reading, spaceId?: string): Promise<{ forms: FormView[] }> {
  const forms = await viewForms(act, await visibleForms(act, spaceId))
  return { forms: [...forms.filter((form) => !form.archived), ...forms.filter((form) => form.archived)] }
}

/** What waits for the actor's answer, by the end of its window; nothing of spaces they no longer see. */
export async function listPrompts(act: Reading): Promise<{ prompts: PromptView[] }> {
  const { workspaceId, personId } = act.actor
  const rows = await waitingPrompts(act, personId, daysLater(act.now, -STILL_WELCOME_DAYS))
  const forms = await formsById(act, [...new Set(rows.map((row) => row.form_id))])
  const seen = [...forms.values()].filter((form) => isLive(form) && may(act.actor, 'space.see', { place: placeOfForm(workspaceId, form) }))
  const views = new Map((await viewForms(act, seen)).map((view) => [view.id, view]))
  return { prompts: rows.flatMap((row) => viewPrompt(row, views.get(row.form_id), wordsOf(act))) }
}

function viewPrompt(row: PromptRow, form: FormView | undefined, words: Words): PromptView[] {
  if (!form) return []
  const asked = { ...form, name: ourWords(form.name, words), questions: form.questions.map((one) => ({ ...one, text: ourWords(one.text, words) })) }
  return [{
    id: row.id, form: asked, personId: row.person_id, date: row.on_date, askedAt: row.asked_at.toString(), windowEndsAt: row.window_ends_at.toString(),
    state: row.state, reason: row.reason, number: row.number,
    prefill: form.questions.flatMap(({ key }) => row.prefill[key] ? [{ key, ...row.prefill[key] }] : []),
  }]
}
