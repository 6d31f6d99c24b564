import type { Act } from '#server/platform/act.ts'
import type { Db } from '#server/platform/db/schema.ts'
import type { DeliveryState, WebhookBody } from '#server/platform/db/tables/platform.ts'
import type { DisabledBecause } from '#server/platform/db/tables/webhooks.ts'
import type { Keyset } from '#server/platform/http/cursor.ts'
import { sql } from 'kysely'

type Instant = Temporal.Instant
type Reads = Pick<Act, 'tx' | 'actor'>

export type Endpoint = {
  workspace_id: string; id: string; owner_id: string; url: string; types: string[]; space_id: string | null; secret_version: number; secret_changed_at: Instant | null
  state: 'active' | 'disabled'; disabled_because: DisabledBecause | null; failing_since: Instant | null; created_at: Instant
}
const COLUMNS = ['workspace_id', 'id', 'owner_id', 'url', 'types', 'space_id', 'secret_version', 'secret_changed_at', 'state', 'disabled_because', 'failing_since', 'created_at'] as const

const endpointsIn = (db: Db, workspaceId: string) => db.selectFrom('webhook_endpoint').select(COLUMNS).where('workspace_id', '=', workspaceId).where('removed_at', 'is', null)

/** All endpoints of the workspace, newest first. */
export const allEndpoints = ({ tx, actor }: Reads): Promise<Endpoint[]> => endpointsIn(tx, actor.workspaceId).orderBy('created_at', 'desc').orderBy('id').execute()

export const endpointById = (db: Db, workspaceId: string, id: string): Promise<Endpoint | undefined> => endpointsIn(db, workspaceId).where('id', '=', id).executeTakeFirst()

/** Active endpoints that want to hear of this type. Index: webhook_endpoint_active. */
export function endpointsToldOf({ tx, actor }: Reads, type: string): Promise<Endpoint[]> {
  return endpointsIn(tx, actor.workspaceId).where('state', '=', 'active').where(sql<boolean>`${type} = any(types)`).orderBy('id').execute()
}

/** Changes one endpoint. */
export async function changeEndpoint(act: Reads, id: string, set: Partial<Omit<Endpoint, 'workspace_id' | 'id'>> & { removed_at?: Instant; disabled_at?: Instant | null }): Promise<void> {
  await act.tx.updateTable('webhook_endpoint').set(set).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
}

export type LoggedRow = { id: string; message_id: string; state: DeliveryState; body: WebhookBody; created_at: Instant; send_at: Instant; last_error: string | null }

type Asked = { endpointId: string; since: Instant; after?: Keyset | null; states?: readonly DeliveryState[] | undefined; id?: string; limit: number }

/** What was sent to an endpoint since a moment, newest first. Index: delivery_of_target. */
export async function deliveriesTo({ tx, actor }: Reads, { endpointId, since, after = null, states, id, limit }: Asked): Promise<LoggedRow[]> {
  let rows = tx.selectFrom('delivery').select(['id', 'message_id', 'state', 'body', 'created_at', 'send_at', 'last_error'])
    .where('workspace_id', '=', actor.workspaceId).where('target_id', '=', endpointId).where('channel', '=', 'webhook').where('created_at', '>=', since)
  if (states !== undefined) rows = rows.where('state', 'in', states)
  if (id !== undefined) rows = rows.where('id', '=', id)
  if (after !== null) rows = rows.where(sql<boolean>`(created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  return rows.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute() as Promise<LoggedRow[]>
}

export type AttemptRow = { delivery_id: string; at: Instant; status: number | null; answer: string; error: string | null; took_ms: number }

/** Each try of these messages, newest first. Index: webhook_attempt_of_delivery. */
export function attemptsOf({ tx, actor }: Reads, deliveryIds: readonly string[]): Promise<AttemptRow[]> {
  return tx.selectFrom('webhook_attempt').select(['delivery_id', 'at', 'status', 'answer', 'error', 'took_ms'])
    .where('workspace_id', '=', actor.workspaceId).where('delivery_id', 'in', deliveryIds).orderBy('at', 'desc').orderBy('id', 'desc').execute()
}
