import type { createForm, editForm, FormView, pauseForMe } from '#contract/checkins.ts'
import type { InputOf } from '#contract/operation.ts'
import { doubledKey, newForm } from '#domain/checkins/forms.ts'
import type { CheckinSchedule } from '#domain/checkins/forms.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { settingsOf } from '#server/agreement/public.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { spaceFor } from '#server/spaces/public.ts'
import { planForm } from './planning.ts'
import { formFor } from './queries.ts'
import { viewForm } from './views.ts'

type Schedule = NonNullable<InputOf<typeof createForm>['schedule']>

/** Starts a check-in in a space and plans everybody's first turn. */
export async function create(act: Act, input: InputOf<typeof createForm>): Promise<FormView> {
  await spaceFor(act, input.spaceId, 'space.manage')
  await spaceFor(act, input.spaceId, 'space.write')
  const schedule = input.schedule && await scheduleFor(act, input.kind, input.schedule)
  const form = newForm(input.kind, { ...input, schedule })
  if (!form) throw new Refusal('bad_input', said`A check-in with questions of your own needs a name and at least one question.`, said`Send name and questions, or choose one of the ready forms.`)
  checkKeys(form.questions)
  const id = act.newId()
  await act.tx.insertInto('checkin_form').values({
    workspace_id: act.actor.workspaceId, id, space_id: input.spaceId, kind: input.kind, name: form.name, questions: json(form.questions), schedule: json(form.schedule),
    created_by: act.actor.personId, created_at: act.now, paused_at: null, archived_at: null,
  }).execute()
  return changed(act, id)
}

/** A standup that is given the agreement's own window goes on following the agreement. */
async function scheduleFor(act: Act, kind: FormView['kind'], schedule: Schedule): Promise<CheckinSchedule> {
  const settings = await settingsOf(act)
  const follows = kind === 'standup' && schedule.window_minutes === settings.standup.window_minutes
  return { ...schedule, days: [...new Set(schedule.days)].toSorted(), window_minutes: follows ? null : schedule.window_minutes }
}

function checkKeys(questions: readonly { key: string }[]): void {
  const doubled = doubledKey(questions)
  if (doubled !== undefined) throw new Refusal('bad_input', said`Two questions have the key “${doubled}”.`, said`Give each question a key of its own.`)
}

/** Changes a check-in. Turns are planned again; prompts that were asked stay as they are. */
export async function edit(act: Act, input: InputOf<typeof editForm>): Promise<FormView> {
  const form = await formFor(act, input.id, 'space.manage')
  if (input.questions) checkKeys(input.questions)
  const schedule = input.schedule && await scheduleFor(act, form.kind, input.schedule)
  const since = (held: Temporal.Instant | null, on: boolean | undefined) => on === undefined ? held : on ? held ?? act.now : null
  await act.tx.updateTable('checkin_form').set({
    ...(input.name !== undefined && { name: input.name }), ...(input.questions && { questions: json(input.questions) }), ...(schedule && { schedule: json(schedule) }),
    paused_at: since(form.paused_at, input.paused), archived_at: since(form.archived_at, input.archived),
  }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', form.id).execute()
  return changed(act, form.id)
}

async function changed(act: Act, id: string): Promise<FormView> {
  const form = await formFor(act, id, 'space.see')
  await planForm(act, form)
  await act.emit({ kind: 'checkin.form_changed', spaceId: form.space_id, payload: { formId: id } })
  return viewForm(act, form)
}

/** Pauses a check-in for the caller alone: their turns are noted as skipped until they resume. */
export async function pauseMine(act: Act, { id, paused, until }: InputOf<typeof pauseForMe>): Promise<FormView> {
  const form = await formFor(act, id, 'space.see')
  const { workspaceId, personId } = act.actor
  if (paused) {
    await act.tx.insertInto('checkin_pause').values({ workspace_id: workspaceId, form_id: id, person_id: personId, until })
      .onConflict((row) => row.columns(['workspace_id', 'form_id', 'person_id']).doUpdateSet({ until })).execute()
  } else {
    await act.tx.deleteFrom('checkin_pause').where('workspace_id', '=', workspaceId).where('form_id', '=', id).where('person_id', '=', personId).execute()
  }
  await planForm(act, form, personId)
  await act.emit({ kind: 'checkin.form_changed', personId, payload: { formId: id } })
  return viewForm(act, form)
}
