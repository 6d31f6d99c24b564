import type { AttentionSettings, listExceptions, meetingFreeException, readAttention } from '#contract/attention.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { checkWindows } from '#domain/attention/choices.ts'
import { focusSpans } from '#domain/attention/focus.ts'
import { nextWindow } from '#domain/attention/windows.ts'
import { allow } from '#domain/policy.ts'
import { settingsOf } from '#server/agreement/public.ts'
import { namesOf, viewCalendar, viewSpan } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { windowChoices } from './choices.ts'
import { replanFor } from './public.ts'
import { readerOf } from './readers.ts'

/** How much focus is shown beside the settings: today and tomorrow. Unit: hours. */
const SHOWN_H = 48
const EXCEPTIONS_MAX = 100

export async function viewAttention(act: Act): Promise<OutputOf<typeof readAttention>> {
  const reader = await readerOf(act, act.actor.personId)
  const focus = focusSpans(reader.focus, reader.calendar, act.now.subtract({ hours: SHOWN_H / 2 }), act.now.add({ hours: SHOWN_H }))
  return {
    ...reader.choices, calendar: viewCalendar(reader.calendar), next: nextWindow(reader, act.now)?.toString() ?? null,
    focus: focus.map(viewSpan),
  }
}

/** Keeps the actor's choices; what waits for them is planned again at once. */
export async function save(act: Act, choices: AttentionSettings): Promise<{ ok: true }> {
  checkWindows(windowChoices(choices.windows))
  const values = {
    windows: json([...new Set(choices.windows)]), digest: choices.digest, digest_at: choices.digestAt, mail: choices.channels.mail, push: choices.channels.push, updated_at: act.now,
  }
  await act.tx.insertInto('attention_settings').values({ workspace_id: act.actor.workspaceId, person_id: act.actor.personId, ...values })
    .onConflict((row) => row.columns(['workspace_id', 'person_id']).doUpdateSet(values)).execute()
  await replanFor(act, [act.actor.personId])
  return { ok: true }
}

/** Logs why a meeting stands on a day that the team keeps free. */
export async function except(act: Act, { date, reason }: InputOf<typeof meetingFreeException>): Promise<{ ok: true }> {
  allow(act.actor, 'exception.add')
  await act.tx.insertInto('meeting_free_exception').values({
    workspace_id: act.actor.workspaceId, id: act.newId(), on_date: date, reason, person_id: act.actor.personId, at: act.now,
  }).execute()
  return { ok: true }
}

/** Newest first. Index: meeting_free_exception_newest. */
export async function viewExceptions(act: Act): Promise<OutputOf<typeof listExceptions>> {
  const [settings, rows] = await Promise.all([
    settingsOf(act),
    act.tx.selectFrom('meeting_free_exception').select(['on_date', 'reason', 'person_id', 'at']).where('workspace_id', '=', act.actor.workspaceId)
      .orderBy('on_date', 'desc').orderBy('id').limit(EXCEPTIONS_MAX).execute(),
  ])
  const names = await namesOf(act, rows.map((row) => row.person_id))
  return {
    days: settings.focus.meeting_free_days,
    exceptions: rows.map((row) => ({ date: row.on_date, reason: row.reason, byName: names.get(row.person_id)?.name ?? '', at: row.at.toString() })),
  }
}
