import * as contract from '#contract/webhooks.ts'
import { MANAGERS_EACH, NO, NOT_ALLOWED, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import type { World } from '#server/permissions/world.ts'
import { json } from '#server/platform/db/columns.ts'

/** A name that no server ever has (RFC 6761). */
const URL = 'https://hooks.longhand.invalid/x'
/** It is told what the admin sees: others who manage may look and switch off, and change nothing. */
const MANAGERS_SEE: Answers = { guest: NO, member: NO, insider: NO, admin: OK, owner: OK, stranger: NO }
const OWNER_CHANGES: Answers = { ...MANAGERS_SEE, owner: NOT_ALLOWED }
/** Its owner managed the workspace once: they see what became of it. */
const LEFT_BEHIND: Answers = { ...MANAGERS_SEE, member: OK }
const STILL_CHANGES: Answers = { guest: NO, member: NOT_ALLOWED, insider: NO, admin: NOT_ALLOWED, owner: NOT_ALLOWED, stranger: NO }

const fresh = (world: World, ownerId = world.people.admin) => world.app.asSystem(async (act) => {
  const id = act.newId()
  await act.tx.insertInto('webhook_endpoint').values({
    workspace_id: act.actor.workspaceId, id, owner_id: ownerId, url: URL, types: ['space.left'], space_id: world.spaces.private, secret_changed_at: null, state: 'active', disabled_because: null,
    disabled_at: null, failing_since: null, created_at: act.now, removed_at: null,
  }).execute()
  return id
})

const freshDelivery = (world: World) => world.app.asSystem(async (act) => {
  const [id, deliveryId] = [await fresh(world), act.newId()]
  await act.tx.insertInto('delivery').values({
    workspace_id: act.actor.workspaceId, id: deliveryId, event_key: `event ${deliveryId}`, person_id: world.people.admin, channel: 'webhook', target_id: id, subject: 'x', message_id: `msg_${deliveryId}`, reason: 'x', state: 'failed',
    body: json({ type: 'space.left', timestamp: act.now.toString(), data: {}, spaceId: world.spaces.private }), created_at: act.now, send_at: act.now, lease_until: null, settled_at: act.now, last_error: null,
  }).execute()
  return { id, deliveryId }
})

export const permissionRows: readonly Row[] = [
  row(contract.addWebhook, 'one', () => ({ url: URL, types: ['space.left' as const] }), MANAGERS_EACH),
  row(contract.addWebhook, 'for a private space', (world) => ({ url: URL, types: ['space.left' as const], spaceId: world.spaces.private }), { ...MANAGERS_EACH, admin: NO, owner: NO, stranger: NO }),
  row(contract.listWebhooks, 'of the workspace', () => ({}), MANAGERS_EACH),
  row(contract.readWebhook, 'of the admin', async (world) => ({ id: await fresh(world) }), MANAGERS_SEE),
  row(contract.readWebhook, 'of a member', async (world) => ({ id: await fresh(world, world.people.member) }), LEFT_BEHIND),
  row(contract.editWebhook, 'of the admin', async (world) => ({ id: await fresh(world), types: ['space.created' as const] }), OWNER_CHANGES),
  row(contract.editWebhook, 'of a member', async (world) => ({ id: await fresh(world, world.people.member), types: ['space.created' as const] }), STILL_CHANGES),
  row(contract.editWebhook, 'of the admin, to a private space', async (world) => ({ id: await fresh(world), spaceId: world.spaces.private }), { ...OWNER_CHANGES, admin: NO }),
  row(contract.renewWebhookSecret, 'of the admin', async (world) => ({ id: await fresh(world) }), OWNER_CHANGES),
  row(contract.renewWebhookSecret, 'of a member', async (world) => ({ id: await fresh(world, world.people.member) }), STILL_CHANGES),
  row(contract.disableWebhook, 'of the admin', async (world) => ({ id: await fresh(world) }), MANAGERS_SEE),
  row(contract.disableWebhook, 'of a member', async (world) => ({ id: await fresh(world, world.people.member) }), LEFT_BEHIND),
  row(contract.enableWebhook, 'of the admin', async (world) => ({ id: await fresh(world) }), OWNER_CHANGES),
  row(contract.enableWebhook, 'of a member', async (world) => ({ id: await fresh(world, world.people.member) }), STILL_CHANGES),
  row(contract.removeWebhook, 'of the admin', async (world) => ({ id: await fresh(world) }), MANAGERS_SEE),
  row(contract.testWebhook, 'of the admin', async (world) => ({ id: await fresh(world) }), OWNER_CHANGES),
  row(contract.listWebhookDeliveries, 'of the admin', async (world) => ({ id: (await freshDelivery(world)).id }), MANAGERS_SEE),
  row(contract.redeliverWebhook, 'of the admin', freshDelivery, OWNER_CHANGES),
  row(contract.redeliverWebhook, 'by an endpoint that it was not for', async (world) => ({ ...await freshDelivery(world), id: await fresh(world) }), { ...OWNER_CHANGES, admin: NO }),
]
