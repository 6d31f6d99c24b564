import type { Listener, TimerHandler } from '#server/platform/act.ts'
import { LASTS_DAYS, revokeAddressesOf } from '#server/platform/channels/inbound/addresses.ts'
import { FORGET } from '#server/platform/channels/inbound/receive.ts'
import { deleteBefore, forgetRaw } from './queries.ts'

/** No reply address that a mail came to lives longer after it than this. Unit: hours. */
const ROW_HOURS = (LASTS_DAYS + 1) * 24

/** First what a mail said, then that it came. */
export const forget: TimerHandler = async (act, { id = '' }) => {
  if (await deleteBefore(act, id, act.now.subtract({ hours: ROW_HOURS }))) return
  await forgetRaw(act, id)
  const row = await act.tx.selectFrom('mail_in').select('received_at').where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).executeTakeFirst()
  if (row) await act.timer({ kind: FORGET, key: id, at: row.received_at.add({ hours: ROW_HOURS }), payload: { id } })
}

/** Whoever is deactivated, or signs out everywhere, ends the addresses that answer for them. */
const onGone: Listener = async (act, { payload }) => {
  const personId = payload?.['personId']
  if (typeof personId === 'string') await revokeAddressesOf(act.tx, act.actor.workspaceId, personId, act.now)
}
const onSignedOut: Listener = async (act, event) => {
  if (event.payload?.['everywhere'] === true && event.personId) await revokeAddressesOf(act.tx, act.actor.workspaceId, event.personId, act.now)
}

export const mailInListeners = { 'people.deactivated': onGone, 'account.signed_out': onSignedOut }
