import type { addWebhook, editWebhook, EndpointView, redeliverWebhook, renewWebhookSecret, WebhookDelivery } from '#contract/webhooks.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { allow } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { OutboundError, readTarget } from '#server/platform/outbound-target.ts'
import { spaceFor } from '#server/spaces/public.ts'
import { allEndpoints, changeEndpoint, deliveriesTo } from './queries.ts'
import { secretOf } from './secrets.ts'
import { tellTest } from './tell.ts'
import { tidyDaily } from './timers.ts'
import { endpointFor, logBegins, loggedBy, viewEndpoint } from './views.ts'

/** Most endpoints of a workspace: each happening is written once for each of them. */
const ENDPOINTS_MAX = 20

/**
 * Adds an endpoint that is told what its owner, who is the caller, may see from now on.
 * @throws {Refusal} `bad_input` for an address that is not called, `not_found` for a space that the caller does not see
 */
export async function add(act: Act, { url, types, spaceId }: InputOf<typeof addWebhook>): Promise<OutputOf<typeof addWebhook>> {
  allow(act.actor, 'workspace.manage')
  checkUrl(act, url)
  if (spaceId !== null) await spaceFor(act, spaceId, 'space.see')
  if ((await allEndpoints(act)).length >= ENDPOINTS_MAX) throw new Refusal('conflict', said`There are ${ENDPOINTS_MAX} webhooks already.`, said`Remove one that nobody needs any more.`)
  const { workspaceId, personId } = act.actor
  const id = act.newId()
  await act.tx.insertInto('webhook_endpoint').values({
    workspace_id: workspaceId, id, owner_id: personId, url, types: [...new Set(types)], space_id: spaceId, secret_changed_at: null, state: 'active', disabled_because: null, disabled_at: null,
    failing_since: null, created_at: act.now, removed_at: null,
  }).execute()
  await tidyDaily(act)
  return { secret: await secretOf(act.tx, { workspace_id: workspaceId, id, secret_version: 1 }), endpoint: await changed(act, id) }
}

export async function edit(act: Act, { id, url, types, spaceId }: InputOf<typeof editWebhook>): Promise<EndpointView> {
  await endpointFor(act, id, 'webhook.change')
  if (url !== undefined) checkUrl(act, url)
  if (spaceId !== undefined && spaceId !== null) await spaceFor(act, spaceId, 'space.see')
  const set = { ...(url !== undefined && { url, failing_since: null }), ...(types && { types: [...new Set(types)] }), ...(spaceId !== undefined && { space_id: spaceId }) }
  if (Object.keys(set).length > 0) await changeEndpoint(act, id, set)
  return changed(act, id)
}

/** @throws {Refusal} `bad_input` with what is wrong with it */
function checkUrl(act: Act, url: string): void {
  try {
    readTarget(url, act.server.outboundAllow)
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
    throw new Refusal('bad_input', error.message, said`Give an https address on the public internet, or let whoever runs the server name this host in LONGHAND_OUTBOUND_ALLOW.`)
  }
}

export async function renewSecret(act: Act, { id }: { id: string }): Promise<OutputOf<typeof renewWebhookSecret>> {
  const endpoint = await endpointFor(act, id, 'webhook.change')
  const secret_version = endpoint.secret_version + 1
  await changeEndpoint(act, id, { secret_version, secret_changed_at: act.now })
  return { secret: await secretOf(act.tx, { ...endpoint, secret_version }), endpoint: await changed(act, id) }
}

export async function disable(act: Act, { id }: { id: string }): Promise<EndpointView> {
  const endpoint = await endpointFor(act, id, 'webhook.stop')
  if (endpoint.state === 'active') await changeEndpoint(act, id, { state: 'disabled', disabled_because: 'hand', disabled_at: act.now })
  return changed(act, id)
}

export async function enable(act: Act, { id }: { id: string }): Promise<EndpointView> {
  await endpointFor(act, id, 'webhook.change')
  await changeEndpoint(act, id, { state: 'active', disabled_because: null, disabled_at: null, failing_since: null })
  return changed(act, id)
}

/** What waits for it is dropped as it would leave; its log goes after 30 days. */
export async function remove(act: Act, { id }: { id: string }): Promise<{ ok: true }> {
  await endpointFor(act, id, 'webhook.stop')
  await changeEndpoint(act, id, { state: 'disabled', disabled_because: 'hand', disabled_at: act.now, removed_at: act.now })
  await tellPages(act)
  return { ok: true }
}

export async function test(act: Act, { id }: { id: string }): Promise<{ ok: true }> {
  const endpoint = await endpointFor(act, id, 'webhook.change')
  if (endpoint.state !== 'active') throw off()
  await tellTest(act, endpoint)
  await tellPages(act)
  return { ok: true }
}

/**
 * Sends a message once more, under the same webhook-id; one that waits for its next try leaves now.
 * @throws {Refusal} `conflict` while it is on its way, or the endpoint is switched off
 */
export async function redeliver(act: Act, { id, deliveryId }: InputOf<typeof redeliverWebhook>): Promise<WebhookDelivery> {
  const endpoint = await endpointFor(act, id, 'webhook.change')
  if (endpoint.state !== 'active') throw off()
  const asked = { endpointId: id, since: logBegins(act.now), id: deliveryId, limit: 1 }
  const [found] = await deliveriesTo(act, asked)
  if (!found) throw new Refusal('not_found', said`There is no such message in the log of this endpoint.`, said`Read the log again; it goes back 30 days.`)
  const again = await act.tx.updateTable('delivery').set({ state: 'waiting', send_at: act.now, lease_until: null, settled_at: null, last_error: null, ...(found.state !== 'waiting' && { attempts: 0 }) })
    .where('workspace_id', '=', act.actor.workspaceId).where('id', '=', deliveryId).where('state', '=', found.state).where('state', '!=', 'sending').executeTakeFirst()
  if (again.numUpdatedRows !== 1n) throw new Refusal('conflict', said`This message is on its way just now.`, said`Read the log again in a moment.`)
  await tellPages(act)
  const view = await loggedBy(act, endpoint, [found])
  const [now] = await deliveriesTo(act, asked)
  return view(now ?? found)
}

const off = () => new Refusal('conflict', said`This endpoint is switched off.`, said`Switch it on first.`)

async function changed(act: Act, id: string): Promise<EndpointView> {
  await tellPages(act)
  return viewEndpoint(act, id)
}

/** Open pages of the caller read again, and processes look for what is to be sent. */
const tellPages = (act: Act) => act.emit({ kind: 'webhooks.changed', personId: act.actor.personId })
