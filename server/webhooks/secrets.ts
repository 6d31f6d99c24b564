import { webhookKey } from '#server/platform/instance.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { Webhook } from 'standardwebhooks'
import type { Endpoint } from './queries.ts'

/** How long the secret before signs too, so that a receiver can change over. Unit: hours. */
const OVERLAP_H = 24

type Keyed = Pick<Endpoint, 'workspace_id' | 'id' | 'secret_version'>

/** The secret of an endpoint, `whsec_…`. It is derived when needed and kept nowhere, so no dump, log or export can hold it. */
export async function secretOf(db: Db, { workspace_id, id, secret_version }: Keyed): Promise<string> {
  const key = await webhookKey(db, `webhook ${workspace_id} ${id} ${secret_version}`)
  return `whsec_${key.toString('base64')}`
}

type Signed = { messageId: string; at: Temporal.Instant; body: string }

/** Headers of Standard Webhooks. For a day after a change, the secret before signs as well. */
export async function signedHeaders(db: Db, endpoint: Keyed & Pick<Endpoint, 'secret_changed_at'>, { messageId, at, body }: Signed): Promise<Record<string, string>> {
  const { secret_changed_at: changed, secret_version: version } = endpoint
  const overlaps = changed !== null && version > 1 && Temporal.Instant.compare(changed.add({ hours: OVERLAP_H }), at) > 0
  const versions = overlaps ? [version, version - 1] : [version]
  const moment = new Date(at.epochMilliseconds)
  const signatures = await Promise.all(versions.map(async (secret_version) => new Webhook(await secretOf(db, { ...endpoint, secret_version })).sign(messageId, moment, body)))
  return { 'webhook-id': messageId, 'webhook-timestamp': String(Math.floor(at.epochMilliseconds / 1000)), 'webhook-signature': signatures.join(' ') }
}
