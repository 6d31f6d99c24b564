import * as contract from '#contract/attention.ts'
import type { Listener } from '#server/platform/act.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { viewDelivery } from './delivery.ts'
import { add, adopt, edit, end, note, remove, start } from './focus-commands.ts'
import { readFocus, viewFocusList } from './focus-views.ts'
import { done, doneAll, snooze, viewInbox } from './inbox.ts'
import { viewMine } from './mine.ts'
import { PLAN, RELEASE } from './names.ts'
import { planTold } from './planning.ts'
import { replanFor } from './public.ts'
import { releaseDue } from './releasing.ts'
import { except, save, viewAttention, viewExceptions } from './settings.ts'

const NOTHING = '00000000-0000-0000-0000-000000000000'
/** Somebody's hours, focus, role or spaces changed: what waits for them is planned again. */
const again: Listener = (act, { payload }) => replanFor(act, [String(payload?.['personId'] ?? '')])

/** A space became private: what waits of it for people outside is withdrawn now, not only when it would have left. */
const closed: Listener = async (act, { payload }) => {
  const rows = await act.tx.selectFrom('attention_item').select('person_id').distinct().where('workspace_id', '=', act.actor.workspaceId)
    .where('state', '=', 'waiting').where('space_id', '=', String(payload?.['spaceId'] ?? NOTHING)).execute()
  await replanFor(act, rows.map((row) => row.person_id))
}

/** Focus, delivery windows, and one planner that decides for every reader when they are told. */
export const attention: Feature = {
  name: 'attention',
  routes: [
    on(contract.readFocus, (act) => readFocus(act)), on(contract.listFocus, (act) => viewFocusList(act)), on(contract.addFocus, add), on(contract.adoptFocus, adopt),
    on(contract.editFocus, edit), on(contract.removeFocus, remove), on(contract.startFocus, start), on(contract.endFocus, end), on(contract.noteFocus, note),
    on(contract.readAttention, (act) => viewAttention(act)), on(contract.saveAttention, save), on(contract.meetingFreeException, except), on(contract.listExceptions, (act) => viewExceptions(act)),
    on(contract.listInbox, viewInbox), on(contract.doneInbox, done), on(contract.doneAllInbox, doneAll), on(contract.snoozeInbox, snooze),
    on(contract.readDelivery, viewDelivery), on(contract.readBalance, viewMine),
  ],
  timers: { [PLAN]: planTold, [RELEASE]: releaseDue }, finders: [RELEASE],
  listens: { 'attention.focus_changed': again, 'people.hours_changed': again, 'people.deactivated': again, 'people.changed': again, 'space.left': again, 'space.closed': closed },
}
