import type { DeliveryView } from '#contract/outbox.ts'
import { allow } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { deliveryById } from './queries.ts'
import { isWordless, viewDeliveries } from './views.ts'

/**
 * Puts a message that did not leave back into the queue, under the same id.
 * @throws {Refusal} `conflict` when it left, still waits, has no reader any more, or there is no mail server
 */
export async function again(act: Act, { id }: { id: string }): Promise<DeliveryView> {
  allow(act.actor, 'workspace.manage')
  const row = await deliveryById(act, id)
  if (!row) throw new Refusal('not_found', said`There is no such message.`, said`Read the outbox again.`)
  if (row.channel === 'mail' && !act.server.mailWorks) throw new Refusal('conflict', said`No mail server is set, so this mail would be kept again.`, said`Set SMTP_URL and MAIL_FROM, or hand its link over yourself.`)
  if (isWordless(row)) throw new Refusal('conflict', said`What this mail was about was deleted, and its words are gone.`, said`Write a new text.`)
  if (row.person_state === 'deactivated') throw new Refusal('conflict', said`${row.name} has left the workspace.`, said`Reactivate them first.`)
  const queued = await act.tx.updateTable('delivery')
    .set({ state: 'waiting', send_at: act.now, attempts: 0, lease_until: null, settled_at: null, last_error: null })
    .where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).where('state', 'in', ['kept', 'failed', 'dropped']).executeTakeFirst()
  if (queued.numUpdatedRows !== 1n) throw new Refusal('conflict', said`This message has left or waits to leave.`, said`Read the outbox again.`)
  await act.emit({ kind: 'outbox.changed', personId: act.actor.personId })
  const [view] = await viewDeliveries(act, [await deliveryById(act, id) ?? row])
  if (!view) throw new Error(`The message ${id} has no view.`)
  return view
}
