import type { Role } from '#domain/policy.ts'
import type { Act } from '#server/platform/act.ts'
import type { Bodies, Channel, DeliveryState } from '#server/platform/db/tables/platform.ts'
import type { Keyset } from '#server/platform/http/cursor.ts'
import { sql } from 'kysely'

export type DeliveryRow = {
  id: string; channel: Channel; person_id: string; name: string; role: Role; person_state: string; subject: string; body: Bodies[Channel]; reason: string; state: DeliveryState
  created_at: Temporal.Instant; send_at: Temporal.Instant; settled_at: Temporal.Instant | null; attempts: number; last_error: string | null
}

function deliveries({ tx, actor }: Pick<Act, 'tx' | 'actor'>) {
  return tx.selectFrom('delivery as d')
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'd.workspace_id').onRef('p.id', '=', 'd.person_id'))
    .select(['d.id', 'd.channel', 'd.person_id', 'p.name', 'p.role', 'p.state as person_state', 'd.subject', 'd.body', 'd.reason', 'd.state', 'd.created_at', 'd.send_at', 'd.settled_at', 'd.attempts', 'd.last_error'])
    .where('d.workspace_id', '=', actor.workspaceId)
}

type Asked = { after: Keyset | null; state?: DeliveryState | undefined; channel?: Channel | undefined; limit: number }

/** One page and one row more, newest first. Index: delivery_newest. */
export function deliveriesAfter(act: Pick<Act, 'tx' | 'actor'>, { after, state, channel, limit }: Asked): Promise<DeliveryRow[]> {
  let rows = deliveries(act)
  if (state !== undefined) rows = rows.where('d.state', '=', state)
  if (channel !== undefined) rows = rows.where('d.channel', '=', channel)
  if (after !== null) rows = rows.where(sql<boolean>`(d.created_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  return rows.orderBy('d.created_at', 'desc').orderBy('d.id', 'desc').limit(limit + 1).execute()
}

export function deliveryById(act: Pick<Act, 'tx' | 'actor'>, id: string): Promise<DeliveryRow | undefined> {
  return deliveries(act).where('d.id', '=', id).executeTakeFirst()
}
