import { changeBaton, isLapsed, isPossible } from '#domain/handoffs/baton.ts'
import type { Baton } from '#domain/handoffs/baton.ts'
import { planAgain, planForCover } from '#domain/handoffs/receiver.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act, Listener, TimerHandler } from '#server/platform/act.ts'
import { applyChange } from './baton-changes.ts'
import { spaceOf } from './baton-commands.ts'
import { loadHandover } from './handovers.ts'
import { sendAlarm, tellReceiver } from './mails.ts'
import { batonOf, lockBaton, openBatonIdsFor, returnedBatonIdsOf } from './queries.ts'
import type { BatonRow } from './queries.ts'

const NOTHING = '00000000-0000-0000-0000-000000000000'

/** The receiver starts: tell them, if they are still asked. */
const onTell: TimerHandler = (act, { batonId = '', stepId = '' }) => tellReceiver(act, { batonId, stepId })

/** Nobody took it in time: to the cover, or to nobody with an alarm. State and rights are read again here. */
const onLapse: TimerHandler = async (act, { batonId = '' }) => {
  const row = await lockBaton(act.tx, act.actor.workspaceId, batonId)
  if (!row || !isPossible(row.state, 'lapse') || row.lapses_at === null) return
  if (!isLapsed(batonOf(row), act.now)) return act.timer({ kind: 'baton.lapse', key: batonId, at: row.lapses_at, payload: { batonId } })
  await pass(act, row, 'lapse')
}

const onAlarm: TimerHandler = (act, { batonId = '', stepId = '', personId = '' }) => sendAlarm(act, { batonId, stepId, personId })

export const batonTimers = { 'baton.tell': onTell, 'baton.lapse': onLapse, 'baton.alarm': onAlarm }

async function pass(act: Act, row: BatonRow, kind: 'lapse' | 'leave'): Promise<void> {
  const receiverId = row.receiver_id
  const cover = receiverId === null ? null
    : planForCover(receiverId, await loadHandover(act, spaceOf(row), { giverId: row.giver_id, also: [receiverId] }))
  await applyChange(act, row, changeBaton(batonOf(row), { kind, cover }, act.now))
}

/** Somebody left the workspace or a space: what waits for them there goes on at once, and what they were asked is answered by nobody. */
const onLeft: Listener = async (act, { payload, spaceId }) => {
  const personId = String(payload?.['personId'] ?? '')
  const { workspaceId } = act.actor
  const ids = [...await openBatonIdsFor(act.tx, workspaceId, personId), ...await returnedBatonIdsOf(act.tx, workspaceId, personId)]
  for (const id of [...new Set(ids)].toSorted()) {
    const row = await lockBaton(act.tx, workspaceId, id)
    if (!row || !isPossible(row.state, 'leave') || (spaceId && spaceId !== row.space_id)) continue
    const handover = await loadHandover(act, spaceOf(row), { giverId: row.giver_id, also: [personId] })
    if (!handover.mayReceive.has(personId)) await pass(act, row, 'leave')
  }
}

/** Somebody's hours changed: their clocks follow, and no moment that was shown comes earlier. */
const onHoursChanged: Listener = async (act, { payload }) => {
  const personId = String(payload?.['personId'] ?? '')
  for (const id of await openBatonIdsFor(act.tx, act.actor.workspaceId, personId)) {
    const row = await lockBaton(act.tx, act.actor.workspaceId, id)
    if (!row || row.receiver_id !== personId || !isPossible(row.state, 'replan')) continue
    const handover = await loadHandover(act, spaceOf(row), { giverId: row.giver_id, also: [personId] })
    const plan = planAgain(personId, row.offered_at, handover)
    if (plan === null) continue
    const change = changeBaton(batonOf(row), { kind: 'replan', plan }, act.now)
    if (!sameClock(change.baton, batonOf(row))) await applyChange(act, row, change)
  }
}

/** A wrap is not deleted under somebody who is asked to take something from it. */
const onDeleted: Listener = async (act, { payload }) => {
  const open = await act.tx.selectFrom('baton').select('id').where('workspace_id', '=', act.actor.workspaceId)
    .where('entry_id', '=', String(payload?.['entryId'] ?? NOTHING)).where('state', 'in', ['offered', 'returned', 'lapsed', 'unowned']).limit(1).executeTakeFirst()
  if (open) throw new Refusal('conflict', said`A baton of this wrap is still open.`, said`Take it back first; then the wrap can be deleted.`)
}

export const batonListeners = {
  'people.deactivated': onLeft, 'space.left': onLeft, 'people.hours_changed': onHoursChanged, 'entry.deleted': onDeleted,
}

const sameClock = (a: Baton, b: Baton): boolean =>
  a.coverId === b.coverId && a.startsAt?.epochMilliseconds === b.startsAt?.epochMilliseconds && a.lapsesAt?.epochMilliseconds === b.lapsesAt?.epochMilliseconds
