import { nextReminder } from '#domain/pages/reminders.ts'
import type { ReminderStage } from '#domain/pages/reminders.ts'
import { settleItems, tell } from '#server/attention/public.ts'
import { calendarOf } from '#server/people/public.ts'
import { lockPage, selectPages } from '#server/pages/public.ts'
import type { PageRow } from '#server/pages/public.ts'
import type { Act, Listener, TimerHandler } from '#server/platform/act.ts'
import { LOOK, REMIND } from './names.ts'
import { lookerOf } from './minder.ts'

/**
 * Sets, moves or drops the moment at which whoever minds a page is reminded of it; what asked somebody to look before is
 * taken back where it is not theirs to do any more, or was done.
 */
export async function keepReminder(act: Act, pageId: string, { done = false } = {}): Promise<void> {
  const row = await lockPage(act, pageId)
  if (!row) return
  const personId = await standing(act, row)
  await settleItems(act, { source: LOOK, subjectIds: [pageId], reason: 'settled', butFor: personId === null || done ? [] : [personId] })
  await plan(act, row, personId)
}

/** Who is to look; null where nobody is to be asked. */
async function standing(act: Act, row: PageRow): Promise<string | null> {
  if (row.expires_on === null || row.deleted_at !== null || row.archived_at !== null) return null
  return lookerOf(act, row)
}

async function plan(act: Act, row: PageRow, personId: string | null): Promise<void> {
  const { entry_id: pageId, expires_on: expiresOn } = row
  const next = personId === null || expiresOn === null ? null : nextReminder(expiresOn, await calendarOf(act, personId), act.now, await toldTo(act, pageId, personId, expiresOn))
  if (next === null) return act.dropTimer(REMIND, pageId)
  await act.timer({ kind: REMIND, key: pageId, at: next.at, payload: { pageId, stage: next.stage, expiresOn: expiresOn ?? '' } })
}

/** The stage that this person was told of last, for this day. */
async function toldTo({ tx, actor: { workspaceId } }: Act, pageId: string, personId: string, expiresOn: string): Promise<ReminderStage | null> {
  const row = await tx.selectFrom('page_reminder').select('stage').where('workspace_id', '=', workspaceId).where('page_id', '=', pageId).where('person_id', '=', personId).where('expires_on', '=', expiresOn).executeTakeFirst()
  return row?.stage ?? null
}

/** The morning has come: whoever minds the page is asked to look at it again, once a stage. */
export const onRemind: TimerHandler = async (act, { pageId = '', stage: said = '', expiresOn = '' }) => {
  const row = await lockPage(act, pageId)
  const personId = row ? await standing(act, row) : null
  if (!row || personId === null || row.expires_on !== expiresOn) return
  const stage: ReminderStage = said === 'due' ? 'due' : 'soon'
  const told = { person_id: personId, expires_on: expiresOn, stage }
  await act.tx.insertInto('page_reminder').values({ workspace_id: act.actor.workspaceId, page_id: pageId, ...told }).onConflict((one) => one.columns(['workspace_id', 'page_id']).doUpdateSet(told)).execute()
  await settleItems(act, { source: LOOK, subjectIds: [pageId], reason: 'newer' })
  await tell(act, {
    key: `look:${act.newId()}`, kind: 'page', source: LOOK, subjectId: pageId, conversationId: pageId, spaceId: row.space_id, obliges: true, readers: [{ personId, standing: 'asked' }], at: act.now,
  })
  await plan(act, row, personId)
}

const personIn = ({ payload }: Parameters<Listener>[1]): string => String(payload?.['personId'] ?? '')
const entryIn = ({ payload }: Parameters<Listener>[1]): string => String(payload?.['entryId'] ?? '')

/** Hours, absences or membership of somebody changed: the mornings on which they are reminded did too. Indexes: page_minded, page_expiring. */
const onPersonChanged: Listener = async (act, event) => {
  const personId = personIn(event)
  const rows = await act.tx.selectFrom('page').select('entry_id').where('workspace_id', '=', act.actor.workspaceId).where('expires_on', 'is not', null)
    .where((is) => is.or([is('owner_id', '=', personId), is.and([is('owner_id', 'is', null), is('verified_by', '=', personId)])])).orderBy('entry_id').execute()
  for (const row of rows) await keepReminder(act, row.entry_id)
}

const onEntryChanged: Listener = (act, event) => keepReminder(act, entryIn(event))

/** A space was archived or opened again, or became another one: its pages are looked after accordingly. */
const onSpaceChanged: Listener = async (act, { spaceId, payload }) => {
  const rows = await selectPages(act).where('e.space_id', '=', spaceId ?? String(payload?.['spaceId'] ?? '')).where('p.expires_on', 'is not', null).orderBy('p.entry_id').execute()
  for (const row of rows) await keepReminder(act, row.entry_id)
}

export const truthListeners = {
  'people.hours_changed': onPersonChanged, 'people.deactivated': onPersonChanged, 'people.changed': onPersonChanged, 'space.left': onPersonChanged, 'entry.deleted': onEntryChanged, 'entry.restored': onEntryChanged, 'page.moved': onEntryChanged,
  'space.changed': onSpaceChanged, 'space.closed': onSpaceChanged,
} satisfies Record<string, Listener>
