import { CHANNELS } from '#contract/outbox.ts'
import type { Channel } from '#server/platform/db/tables/platform.ts'
import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'

/** How far back messages that were given up count. Unit: hours. */
const FAILED_SINCE_H = 7 * 24

export type Waiting = { channel: Channel; waiting: number; failed: number; dueSince: Temporal.Instant | null }

/** What waits and what was given up, by channel. */
export async function waitingMessages({ tx, actor, now }: Pick<Act, 'tx' | 'actor' | 'now'>): Promise<Waiting[]> {
  const rows = await tx.selectFrom('delivery')
    .select(['channel',
      sql<number>`count(*) filter (where state in ('waiting', 'sending'))`.as('waiting'), sql<number>`count(*) filter (where state = 'failed')`.as('failed'),
      sql<Temporal.Instant | null>`min(send_at) filter (where state in ('waiting', 'sending') and send_at <= ${now}::timestamptz)`.as('due_since')])
    .where('workspace_id', '=', actor.workspaceId)
    .where((is) => is.or([is('state', 'in', ['waiting', 'sending']), is.and([is('state', '=', 'failed'), is('settled_at', '>', now.subtract({ hours: FAILED_SINCE_H }))])]))
    .groupBy('channel').execute()
  return CHANNELS.map((channel) => {
    const row = rows.find((one) => one.channel === channel)
    return { channel, waiting: Number(row?.waiting ?? 0), failed: Number(row?.failed ?? 0), dueSince: row?.due_since ?? null }
  })
}

/** Timers whose moment has come, and those that failed and will be tried again. */
export async function waitingTimers({ tx, actor, now }: Pick<Act, 'tx' | 'actor' | 'now'>): Promise<{ due: number; failing: number; dueSince: Temporal.Instant | null }> {
  const row = await tx.selectFrom('timer')
    .select([sql<number>`count(*) filter (where due_at <= ${now}::timestamptz)`.as('due'), sql<number>`count(*) filter (where attempts > 0)`.as('failing'),
      sql<Temporal.Instant | null>`min(due_at) filter (where due_at <= ${now}::timestamptz)`.as('due_since')])
    .where('workspace_id', '=', actor.workspaceId).executeTakeFirstOrThrow()
  return { due: Number(row.due), failing: Number(row.failing), dueSince: row.due_since }
}

/** The zones in which people of this workspace live. */
export async function zonesInUse({ tx, actor }: Pick<Act, 'tx' | 'actor'>): Promise<string[]> {
  const rows = await tx.selectFrom('person').select('zone').distinct().where('workspace_id', '=', actor.workspaceId).where('state', '=', 'active').execute()
  return rows.map(({ zone }) => zone)
}

/** Devices and webhooks that have not been reached for a while. */
export async function silentTargets({ tx, actor }: Pick<Act, 'tx' | 'actor'>): Promise<{ webhooks: number; devices: number }> {
  const count = async (table: 'webhook_endpoint' | 'push_device') => Number((await tx.selectFrom(table).select(sql<number>`count(*)`.as('n')).where('workspace_id', '=', actor.workspaceId).where('failing_since', 'is not', null).executeTakeFirstOrThrow()).n)
  return { webhooks: await count('webhook_endpoint'), devices: await count('push_device') }
}

export async function databaseVersion({ tx }: Pick<Act, 'tx'>): Promise<{ major: number; text: string }> {
  const { rows } = await sql<{ major: number; text: string }>`select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as text`.execute(tx)
  return rows[0] ?? { major: 0, text: '' }
}
