import { sql } from 'kysely'
import { tellAudit } from './audit/chain.ts'
import type { Instant } from './clock.ts'
import type { Db } from './db/schema.ts'
import { newInstanceSecret } from './instance.ts'

/** Webhooks whose secret is another one now, which their receivers have to be given. */
export type ChangedSecret = { webhooks: { workspace: string; url: string }[] }

/**
 * Gives the instance a new secret. What was signed by the one before counts until the next change, and webhooks keep theirs; where
 * the secret `leaked`, neither does. Every process reads it each time that it signs, so none has to be started again.
 * @param now the machine's; a development clock stands before it
 */
export async function changeSecret(tx: Db, { leaked, now }: { leaked: boolean; now: Instant }): Promise<ChangedSecret> {
  const { development_clock: stands } = await tx.selectFrom('instance').select('development_clock').forUpdate().executeTakeFirstOrThrow()
  await tx.updateTable('instance').set({ secret: newInstanceSecret(), secret_before: leaked ? null : sql.ref('secret'), ...(leaked && { webhook_secret: newInstanceSecret() }) }).execute()
  for (const { id } of await tx.selectFrom('workspace').select('id').orderBy('id').execute()) {
    await tellAudit(tx, { workspaceId: id, actorId: null, via: 'cli', now: stands ?? now }, { deed: leaked ? 'instance.secret-leaked' : 'instance.secret-changed' })
  }
  const webhooks = leaked ? await tx.selectFrom('webhook_endpoint as e').innerJoin('workspace as w', 'w.id', 'e.workspace_id').select(['w.name as workspace', 'e.url']).orderBy('w.created_at').orderBy('e.created_at').execute() : []
  return { webhooks }
}
