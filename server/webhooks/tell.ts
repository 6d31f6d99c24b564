import { TEST_TYPE } from '#contract/webhooks.ts'
import type { WebhookType } from '#contract/webhooks.ts'
import { may } from '#domain/policy.ts'
import { actAs, undoEnd } from '#server/platform/act.ts'
import type { Act } from '#server/platform/act.ts'
import { actorOf } from '#server/platform/auth/identify.ts'
import { newDelivery } from '#server/platform/channels/outbox.ts'
import type { WebhookBody } from '#server/platform/db/tables/platform.ts'
import type { RecordedEvent } from '#server/platform/events.ts'
import { mayLearn } from './may-learn.ts'
import { endpointsToldOf } from './queries.ts'
import type { Endpoint } from './queries.ts'

type Told = { type: WebhookType; event: RecordedEvent; afterUndo: boolean }

/**
 * Writes one message for each endpoint whose owner may see what happened, in the transaction in which it happened.
 * What concerns the pages of one person alone is told to nobody.
 */
export async function tellEndpoints(act: Act, { type, event, afterUndo }: Told): Promise<void> {
  if (event.personId) return
  const endpoints = await endpointsToldOf(act, type)
  for (const endpoint of endpoints) {
    if (endpoint.space_id !== null && endpoint.space_id !== event.spaceId) continue
    const owner = await actorOf(act.tx, endpoint.workspace_id, endpoint.owner_id)
    if (!owner || !may(owner, 'webhook.change', { webhook: rightsOf(endpoint) })) continue
    const body: WebhookBody = { type, timestamp: act.now.toString(), data: dataOf(act, event), spaceId: event.spaceId ?? null }
    if (await mayLearn(actAs(act, owner), body)) await put(act, endpoint, { body, eventKey: `event ${event.seq}`, at: afterUndo ? undoEnd(act) : act.now })
  }
}

/** Writes a message that is about nothing but the endpoint itself. */
export async function tellTest(act: Act, endpoint: Endpoint): Promise<void> {
  const data = { endpointId: endpoint.id, url: `${act.server.publicUrl}/webhooks/${endpoint.id}` }
  await put(act, endpoint, { body: { type: TEST_TYPE, timestamp: act.now.toString(), data, spaceId: null }, eventKey: `test ${act.newId()}`, at: act.now })
}

async function put(act: Act, endpoint: Endpoint, { body, eventKey, at }: { body: WebhookBody; eventKey: string; at: Temporal.Instant }): Promise<void> {
  await newDelivery(act.tx, { workspaceId: endpoint.workspace_id, now: act.now, delivery: {
    channel: 'webhook', targetId: endpoint.id, eventKey, personId: endpoint.owner_id, subject: `Webhook to ${new URL(endpoint.url).hostname}`, body, at,
    reason: 'It is told what its owner sees.',
  } })
}

export const rightsOf = (endpoint: Pick<Endpoint, 'workspace_id' | 'owner_id'>) => ({ workspaceId: endpoint.workspace_id, ownerId: endpoint.owner_id })

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Ids and addresses alone, whatever else an event may carry. */
function dataOf({ actor, server }: Act, { payload = {}, spaceId = null }: RecordedEvent): Record<string, unknown> {
  const ids = Object.entries(payload).filter(([key, value]) => key === 'number' ? typeof value === 'number' : key.endsWith('Id') && (value === null || (typeof value === 'string' && UUID.test(value))))
  const { number } = payload
  const path = typeof number === 'number' ? `/${number}` : spaceId === null ? '' : `/spaces/${spaceId}`
  return { ...Object.fromEntries(ids), spaceId, byId: actor.role === 'system' ? null : actor.personId, url: `${server.publicUrl}${path}` }
}
