import { windowOf } from '#domain/checkins/forms.ts'
import { askAfter, askOn, nextAsk } from '#domain/checkins/plan.ts'
import type { Ask } from '#domain/checkins/plan.ts'
import { decidePrompt, windowEnd } from '#domain/checkins/prompt.ts'
import { daysLater } from '#domain/time/dates.ts'
import { localDate } from '#domain/time/local.ts'
import { isBefore } from '#domain/time/spans.ts'
import type { WorkCalendar } from '#domain/time/types.ts'
import { settingsOf } from '#server/agreement/public.ts'
import { calendarOf, calendarsOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { askedDates, insertPrompt, openPrompts, updatePrompt } from './prompt-queries.ts'
import { askedIn, formsById, isLive, liveForms, pauseKey, pausesOf } from './queries.ts'
import type { FormRow } from './queries.ts'
import { prefillFor } from './wraps.ts'

/** Timer kinds: a person's turn comes; their window ends. */
export const ASK = 'checkin.ask'
export const CLOSE = 'checkin.close'

/** Local dates reach this far behind the date in UTC, and a night shift one more. Unit: days. */
const DATES_BEHIND_DAYS = 3

const keyOf = (formId: string, personId: string): string => `${formId}:${personId}`
/** Every n-th week is counted from the one in which the form was made. */
export const anchorOf = (form: FormRow): string => localDate(form.created_at, 'UTC')

/** Sets the next turn of everybody in the form's space, or of one person; drops those of a form that asks no more. */
export async function planForm(act: Act, form: FormRow, personId?: string): Promise<void> {
  const people = await askedIn(act, form.space_id, personId)
  const ids = people.map((person) => person.personId)
  if (!isLive(form)) {
    for (const id of ids) await act.dropTimer(ASK, keyOf(form.id, id))
    return
  }
  const [calendars, asked] = await Promise.all([calendarsOf(act, ids), askedDates(act, form.id, ids, localDate(daysLater(act.now, -DATES_BEHIND_DAYS), 'UTC'))])
  for (const { personId: id, joinedAt } of people) {
    const calendar = calendars.get(id)
    if (!calendar) continue
    const since = isBefore(form.created_at, joinedAt) ? joinedAt : form.created_at
    await setAsk(act, form, id, nextAsk({ rhythm: form.schedule, anchor: anchorOf(form), calendar, now: act.now, since, asked: asked.get(id) ?? new Set() }))
  }
}

/** Every form of a person; when they joined, moved, or became active. */
export async function planPerson(act: Act, personId: string, spaceId?: string): Promise<void> {
  for (const form of await liveForms(act, { personId, ...(spaceId !== undefined && { spaceId }) })) await planForm(act, form, personId)
}

/** Every form of a space; when it was archived, or opened again. */
export async function planSpace(act: Act, spaceId: string): Promise<void> {
  for (const form of await liveForms(act, { spaceId })) await planForm(act, form)
}

async function setAsk(act: Act, form: FormRow, personId: string, ask: Ask | null): Promise<void> {
  const key = keyOf(form.id, personId)
  if (ask === null) return act.dropTimer(ASK, key)
  await act.timer({ kind: ASK, key, at: ask.at, payload: { formId: form.id, personId, date: ask.date } })
}

/** A person's turn comes: asks, or notes why not, and plans the turn after. Who left the space is not planned again. */
export async function askTurn(act: Act, payload: Record<string, string>): Promise<void> {
  const { formId = '', personId = '', date = '' } = payload
  const form = (await formsById(act, [formId])).get(formId)
  if (!form || !isLive(form) || (await askedIn(act, form.space_id, personId)).length === 0) return
  const calendar = await calendarOf(act, personId)
  const ask = askOn(date, form.schedule, anchorOf(form), calendar)
  if (ask === null || isBefore(act.now, ask.at)) return planForm(act, form, personId)
  await openPrompt(act, { form, personId, ask, calendar })
  const asked = (await askedDates(act, form.id, [personId], date)).get(personId) ?? new Set<string>()
  await setAsk(act, form, personId, askAfter(date, { rhythm: form.schedule, anchor: anchorOf(form), calendar, asked }))
}

/**
 * Asks what is due for a person at this moment without waiting for its timer, so that a brief of the same moment holds
 * it. The timer itself stays: it finds the date asked and plans the next one.
 */
export async function askDue(act: Act, personId: string): Promise<void> {
  const forms = await liveForms(act, { personId })
  if (forms.length === 0) return
  const due = await act.tx.selectFrom('timer').select('payload').where('workspace_id', '=', act.actor.workspaceId).where('kind', '=', ASK)
    .where('key', 'in', forms.map((form) => keyOf(form.id, personId))).where('due_at', '<=', act.now).orderBy('due_at').orderBy('id').execute()
  if (due.length === 0) return
  const calendar = await calendarOf(act, personId)
  for (const { payload } of due) {
    const form = forms.find((one) => one.id === payload['formId'])
    const ask = form && askOn(payload['date'] ?? '', form.schedule, anchorOf(form), calendar)
    if (form && ask && !isBefore(act.now, ask.at)) await openPrompt(act, { form, personId, ask, calendar })
  }
}

type Turn = { form: FormRow; personId: string; ask: Ask; calendar: WorkCalendar }

async function openPrompt(act: Act, { form, personId, ask, calendar }: Turn): Promise<void> {
  const [settings, pauses] = await Promise.all([settingsOf(act), pausesOf(act, [form.id], personId)])
  const decision = decidePrompt({
    ask, now: act.now, formPaused: form.paused_at !== null, pause: pauses.get(pauseKey(form.id, personId)) ?? null,
    windowMinutes: windowOf(form.schedule, settings.standup.window_minutes), calendar,
  })
  const shared = { formId: form.id, personId, date: ask.date }
  if (decision.state === 'skipped') {
    await insertPrompt(act, { ...shared, state: 'skipped', reason: decision.reason, windowEndsAt: act.now, prefill: {} })
    return
  }
  const id = await insertPrompt(act, { ...shared, state: 'open', reason: '', windowEndsAt: decision.windowEndsAt, prefill: await prefillFor(act, form, personId, calendar) })
  if (id === null) return
  await act.timer({ kind: CLOSE, key: id, at: decision.windowEndsAt, payload: { promptId: id } })
  await act.emit({ kind: 'checkin.asked', personId, payload: { promptId: id } })
}

/** Windows of open prompts follow the hours that hold now: nobody is called late before their own window ends. */
export async function moveWindows(act: Act, personId: string): Promise<void> {
  const prompts = await openPrompts(act, personId)
  if (prompts.length === 0) return
  const [calendar, settings, forms] = [await calendarOf(act, personId), await settingsOf(act), await formsById(act, prompts.map((prompt) => prompt.form_id))]
  for (const prompt of prompts) {
    const form = forms.get(prompt.form_id)
    const end = form && windowEnd(prompt.asked_at, windowOf(form.schedule, settings.standup.window_minutes), calendar)
    if (!end || end.equals(prompt.window_ends_at)) continue
    await updatePrompt(act, prompt.id, { window_ends_at: end })
    await act.timer({ kind: CLOSE, key: prompt.id, at: end, payload: { promptId: prompt.id } })
  }
}
