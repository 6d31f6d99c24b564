import type { EndpointView, listWebhookDeliveries, WebhookDelivery } from '#contract/webhooks.ts'
import { WEBHOOK_TYPES } from '#contract/webhooks.ts'
import type { WebhookType } from '#contract/webhooks.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { allow, may } from '#domain/policy.ts'
import type { Action } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { endpointSentence } from '#domain/webhooks/endpoint.ts'
import { namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { pageOf, readCursor } from '#server/platform/http/cursor.ts'
import { visibleSpaces } from '#server/spaces/public.ts'
import { attemptsOf, deliveriesTo, endpointById } from './queries.ts'
import type { AttemptRow, Endpoint, LoggedRow } from './queries.ts'
import { rightsOf } from './tell.ts'
import { wordsOf } from '#server/platform/words.ts'

/** How long the log goes back. Unit: days. */
const LOG_DAYS = 30
export const logBegins = (now: Temporal.Instant): Temporal.Instant => now.subtract({ hours: LOG_DAYS * 24 })

/**
 * One endpoint, if the actor may do this to it.
 * @throws {Refusal} `not_found`, alike for what does not exist and what is hidden; `not_allowed`
 */
export async function endpointFor(act: Act, id: string, action: Extract<Action, `webhook.${string}`>): Promise<Endpoint> {
  const endpoint = await endpointById(act.tx, act.actor.workspaceId, id)
  if (!endpoint) throw new Refusal('not_found', said`There is nothing here that you can see.`, said`Check the link, or ask the person who sent it to add you to the space.`)
  allow(act.actor, action, { webhook: rightsOf(endpoint) })
  return endpoint
}

/** Endpoints as the actor may see them. */
export async function viewEndpoints(act: Act, endpoints: readonly Endpoint[]): Promise<EndpointView[]> {
  const names = await namesOf(act, endpoints.map((endpoint) => endpoint.owner_id))
  const spaces = new Map((await visibleSpaces(act)).map((space) => [space.id, space.name]))
  return endpoints.map((endpoint) => {
    const ownerName = names.get(endpoint.owner_id)?.name ?? 'Somebody'
    const { state, disabled_because: because } = endpoint
    return {
      id: endpoint.id, host: new URL(endpoint.url).host, url: endpoint.owner_id === act.actor.personId ? endpoint.url : null, ownerId: endpoint.owner_id, ownerName,
      types: endpoint.types.filter(isType), spaceId: endpoint.space_id, spaceName: spaces.get(endpoint.space_id ?? '') ?? null, createdAt: endpoint.created_at.toString(),
      state, because, failingSince: endpoint.failing_since?.toString() ?? null,
      sentence: endpointSentence({ state, because, failing: endpoint.failing_since !== null, ownerName }, wordsOf(act)), can: rightsOver(act, endpoint),
    }
  })
}

export async function viewEndpoint(act: Act, id: string): Promise<EndpointView> {
  const [view] = await viewEndpoints(act, [await endpointFor(act, id, 'webhook.see')])
  if (!view) throw new Error(`Endpoint ${id} has gone within one transaction.`)
  return view
}

const isType = (type: string): type is WebhookType => Object.hasOwn(WEBHOOK_TYPES, type)

function rightsOver({ actor }: Act, endpoint: Endpoint): EndpointView['can'] {
  const webhook = rightsOf(endpoint)
  const active = endpoint.state === 'active'
  const can: EndpointView['can'] = []
  if (may(actor, 'webhook.change', { webhook })) can.push('edit', 'new-secret', active ? 'test' : 'enable')
  if (may(actor, 'webhook.stop', { webhook })) can.push(...active ? ['disable', 'remove'] as const : ['remove'] as const)
  return can
}

const STATES = { waiting: ['waiting', 'sending'], sent: ['sent', 'kept'], failed: ['failed'], dropped: ['dropped'] } as const

/** The log of one endpoint. What is about something that the reader does not see stands there without words. */
export async function viewLog(act: Act, { id, cursor, limit, state }: InputOf<typeof listWebhookDeliveries>): Promise<OutputOf<typeof listWebhookDeliveries>> {
  const endpoint = await endpointFor(act, id, 'webhook.see')
  const rows = await deliveriesTo(act, { endpointId: id, since: logBegins(act.now), after: cursor === undefined ? null : readCursor(cursor), states: state && STATES[state], limit: limit + 1 })
  const view = await loggedBy(act, endpoint, rows)
  return pageOf(rows, limit, { keyset: (row) => ({ at: row.created_at, id: row.id }), item: view })
}

/** How each of these messages reads to the actor. */
export async function loggedBy(act: Act, endpoint: Endpoint, rows: readonly LoggedRow[]): Promise<(row: LoggedRow) => WebhookDelivery> {
  const attempts = Map.groupBy(await attemptsOf(act, rows.map((row) => row.id)), (attempt) => attempt.delivery_id)
  const spaces = new Set((await visibleSpaces(act)).map((space) => space.id))
  const redelivers = endpoint.state === 'active' && may(act.actor, 'webhook.change', { webhook: rightsOf(endpoint) })
  return (row) => {
    const { spaceId, type, timestamp, data } = row.body
    const seen = spaceId === null || spaces.has(spaceId)
    return {
      id: row.id, webhookId: row.message_id, state: row.state, createdAt: row.created_at.toString(), nextAt: row.state === 'waiting' ? row.send_at.toString() : null, lastError: row.last_error,
      payload: seen ? { type, timestamp, data } : null, attempts: (attempts.get(row.id) ?? []).map((attempt) => viewAttempt(attempt, seen)), can: redelivers && row.state !== 'sending' ? ['redeliver'] : [],
    }
  }
}

const viewAttempt = ({ at, status, answer, error, took_ms }: AttemptRow, seen: boolean) => ({ at: at.toString(), status, tookMs: took_ms, answer: seen ? answer : null, error })
