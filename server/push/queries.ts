import type { Act } from '#server/platform/act.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { sql } from 'kysely'

type Instant = Temporal.Instant

export type Device = {
  workspace_id: string; id: string; person_id: string; endpoint: string; endpoint_hash: Buffer; p256dh: string; auth: string; label: string; created_at: Instant
  reached_at: Instant | null; failing_since: Instant | null; last_error: string | null
  /** False once the session that switched it on has ended. */
  signed_in: boolean
}

/** Devices with whether their session lasts at this moment. */
function devices(db: Db, workspaceId: string, now: Instant) {
  return db.selectFrom('push_device as d').innerJoin('credential as c', (join) => join.onRef('c.workspace_id', '=', 'd.workspace_id').onRef('c.id', '=', 'd.credential_id'))
    .select(['d.workspace_id', 'd.id', 'd.person_id', 'd.endpoint', 'd.endpoint_hash', 'd.p256dh', 'd.auth', 'd.label', 'd.created_at', 'd.reached_at', 'd.failing_since', 'd.last_error'])
    .select(sql<boolean>`c.person_id = d.person_id and c.revoked_at is null and (c.expires_at is null or c.expires_at > ${now}::timestamptz)`.as('signed_in'))
    .where('d.workspace_id', '=', workspaceId)
}

/** Somebody's devices, newest first. Index: push_device_of_person. */
export async function devicesOf({ tx, actor, now }: Pick<Act, 'tx' | 'actor' | 'now'>, personId: string): Promise<Device[]> {
  const rows = await devices(tx, actor.workspaceId, now).where('d.person_id', '=', personId).orderBy('d.created_at', 'desc').orderBy('d.id').execute()
  return rows.filter((device) => device.signed_in)
}

export const deviceById = (db: Db, { workspaceId, id, now }: { workspaceId: string; id: string; now: Instant }): Promise<Device | undefined> => devices(db, workspaceId, now).where('d.id', '=', id).executeTakeFirst()

export async function dropDevice({ tx, actor }: Pick<Act, 'tx' | 'actor'>, id: string): Promise<void> {
  await tx.deleteFrom('push_device').where('workspace_id', '=', actor.workspaceId).where('id', '=', id).execute()
}
