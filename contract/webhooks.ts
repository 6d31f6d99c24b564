import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, InstantText, Ok, page, pageInput, text } from './shapes.ts'

/** Webhooks: another program is told what happens, by ids and addresses (Standard Webhooks 1.0). */

/**
 * What a webhook can be told of, with the sentence that explains it. Types are added, never renamed: programs branch on
 * them. Which happening inside is told by which name stands in `Feature.webhooks`.
 */
export const WEBHOOK_TYPES = {
  'wrap.signed': 'A wrap was signed.',
  'wrap.line-cleared': 'A blocker or question of a wrap was cleared.',
  'baton.offered': 'A baton was offered to somebody.',
  'baton.accepted': 'A baton was accepted.',
  'baton.returned': 'A baton came back with a question.',
  'baton.answered': 'The question of a baton was answered.',
  'baton.lapsed': 'Nobody accepted a baton in time, and it went to the cover.',
  'baton.unowned': 'A baton has nobody who holds it.',
  'baton.taken': 'Somebody took a baton.',
  'baton.withdrawn': 'A baton was taken back.',
  'baton.done': 'Whoever held a baton said that it is done.',
  'baton.reopened': 'A baton is not done after all, and is held again.',
  'checkin.answered': 'Somebody answered a check-in.',
  'thread.started': 'A thread was started.',
  'thread.changed': 'A thread, or the line on where it stands, was edited.',
  'thread.resolved': 'A thread was resolved with its outcome.',
  'thread.moved': 'A thread was moved to another space.',
  'reply.posted': 'Somebody replied in a thread.',
  'reply.changed': 'A reply was edited, deleted or brought back.',
  'ask.posted': 'Somebody was asked.',
  'ask.changed': 'Something happened to an open ask: a question back, another answerer, more time.',
  'ask.settled': 'An ask needs no answer any more: it was answered, declined or taken back.',
  'decision.opened': 'A decision was opened for positions.',
  'decision.changed': 'Something happened to an open decision: a position, a new text, more time, a call.',
  'decision.settled': 'A decision was signed, withdrawn or lapsed.',
  'decision.status': 'A record was confirmed, superseded, deprecated, or expired.',
  'page.created': 'A page was written.',
  'page.saved': 'A page has a new version.',
  'page.moved': 'A page was moved in its tree, or to another space.',
  'run.started': 'A run of a runbook was started.',
  'run.finished': 'A run of a runbook was finished.',
  'run.abandoned': 'A run of a runbook was abandoned.',
  'entry.deleted': 'Something written was deleted.',
  'entry.restored': 'Something deleted was brought back.',
  'space.created': 'A space was made.',
  'space.changed': 'A space was renamed, described anew or archived.',
  'space.joined': 'Somebody joined a space.',
  'space.left': 'Somebody left a space.',
} as const
export type WebhookType = keyof typeof WEBHOOK_TYPES
/** Sent by hand, to see whether an endpoint listens; always told. */
export const TEST_TYPE = 'webhook.test'

const TYPES = Object.keys(WEBHOOK_TYPES) as [WebhookType, ...WebhookType[]]
const URL_MAX = 2000
const Url = text(URL_MAX, 1).describe('An https address on the public internet, without name and password.')
const Types = z.array(z.enum(TYPES)).min(1).max(TYPES.length).describe('What it is told of.')

export const EndpointView = z.object({
  id: Id, host: z.string(), url: z.string().nullable().describe('For its owner alone, since an address can hold a secret.'), ownerId: Id, ownerName: z.string(), types: z.array(z.enum(TYPES)),
  spaceId: Id.nullable(), spaceName: z.string().nullable().describe('Null for all spaces of its owner, and for one that you do not see.'), createdAt: InstantText,
  state: z.enum(['active', 'disabled']), because: z.enum(['hand', 'gone', 'failing', 'owner']).nullable().describe('Why it is switched off: by hand, it answered 410, each try failed for three days, or its owner may not any more.'),
  failingSince: InstantText.nullable(), sentence: z.string().describe('How it stands, in words.'),
  can: z.array(z.enum(['edit', 'new-secret', 'test', 'disable', 'enable', 'remove'])),
})
export const AttemptView = z.object({
  at: InstantText, status: z.number().nullable().describe('Null where there was no answer; then `error` says why.'), tookMs: z.number(),
  answer: z.string().nullable().describe('The first 1,000 bytes of the answer; null where you may not see what was sent.'), error: z.string().nullable(),
})
export const WebhookDelivery = z.object({
  id: Id, webhookId: z.string().describe('The `webhook-id` of every try.'), state: z.enum(['waiting', 'sending', 'sent', 'kept', 'failed', 'dropped']), createdAt: InstantText, nextAt: InstantText.nullable(), lastError: z.string().nullable(),
  payload: z.object({ type: z.string(), timestamp: InstantText, data: z.record(z.string(), z.unknown()) }).nullable().describe('Null where it is about something that you do not see.'),
  attempts: z.array(AttemptView).describe('Newest first.'), can: z.array(z.enum(['redeliver'])),
})
const refuses = ['not_found', 'not_allowed', 'bad_input', 'conflict'] as const

export const listWebhooks = operation({
  name: 'webhooks.list', method: 'GET', path: '/webhooks', needs: 'admin:read', does: 'Lists the endpoints that are told what happens, and what they can be told of.', input: z.object({}),
  output: z.object({ endpoints: z.array(EndpointView), offers: z.array(z.object({ type: z.enum(TYPES), does: z.string() })), can: z.array(z.enum(['add'])) }), refuses: ['not_allowed'],
})
export const addWebhook = operation({
  name: 'webhooks.add', method: 'POST', path: '/webhooks', needs: 'admin:write', secret: true,
  does: 'Adds an endpoint that is told, from now on, what you may see. The secret that signs is shown this once.',
  input: z.object({ url: Url, types: Types, spaceId: Id.nullable().default(null).describe('Only what happens there; null for all that you see.') }), output: z.object({ secret: z.string(), endpoint: EndpointView }), refuses,
})
export const readWebhook = operation({ name: 'webhooks.read', method: 'GET', path: '/webhooks/:id', needs: 'admin:read', does: 'Reads one endpoint.', input: z.object({ id: Id }), output: EndpointView, refuses: ['not_found'] })
export const editWebhook = operation({
  name: 'webhooks.edit', method: 'PATCH', path: '/webhooks/:id', needs: 'admin:write', does: 'Changes where your endpoint is, or what it is told of.',
  input: z.object({ id: Id, url: Url.optional(), types: Types.optional(), spaceId: Id.nullable().optional() }), output: EndpointView, refuses,
})
export const renewWebhookSecret = operation({
  name: 'webhooks.new-secret', method: 'POST', path: '/webhooks/:id/secret', needs: 'admin:write', secret: true,
  does: 'Makes a new secret for your endpoint and shows it this once. For a day, the one before signs too.', input: z.object({ id: Id }), output: z.object({ secret: z.string(), endpoint: EndpointView }), refuses,
})
export const disableWebhook = operation({ name: 'webhooks.disable', method: 'POST', path: '/webhooks/:id/disable', needs: 'admin:write', does: 'Switches an endpoint off at once; what waits for it does not leave.', input: z.object({ id: Id }), output: EndpointView, refuses })
export const enableWebhook = operation({ name: 'webhooks.enable', method: 'POST', path: '/webhooks/:id/enable', needs: 'admin:write', does: 'Switches your endpoint on again.', input: z.object({ id: Id }), output: EndpointView, refuses })
export const removeWebhook = operation({ name: 'webhooks.remove', method: 'DELETE', path: '/webhooks/:id', needs: 'admin:write', does: 'Removes an endpoint; its secret signs nothing more.', input: z.object({ id: Id }), output: Ok, refuses })
export const testWebhook = operation({ name: 'webhooks.test', method: 'POST', path: '/webhooks/:id/test', needs: 'admin:write', does: 'Sends your endpoint a message of type webhook.test.', input: z.object({ id: Id }), output: Ok, refuses })
export const listWebhookDeliveries = operation({
  name: 'webhooks.deliveries', method: 'GET', path: '/webhooks/:id/deliveries', needs: 'admin:read', does: 'Lists what was sent to an endpoint in the last 30 days, newest first, with each try and its answer.',
  input: z.object({ id: Id, ...pageInput, state: z.enum(['waiting', 'sent', 'failed', 'dropped']).optional() }), output: page(WebhookDelivery), refuses: ['not_found', 'bad_input'],
})
export const redeliverWebhook = operation({
  name: 'webhooks.redeliver', method: 'POST', path: '/webhooks/:id/deliveries/:deliveryId/redeliver', needs: 'admin:write',
  does: 'Sends a message to your endpoint once more, at once and under the same webhook-id.', input: z.object({ id: Id, deliveryId: Id }), output: WebhookDelivery, refuses,
})

export type EndpointView = z.output<typeof EndpointView>
export type AttemptView = z.output<typeof AttemptView>
export type WebhookDelivery = z.output<typeof WebhookDelivery>
