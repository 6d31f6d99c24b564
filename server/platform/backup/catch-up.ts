import { sql } from 'kysely'
import type { Platform } from '../act.ts'
import { tellAllAudits } from '../audit/whole-server.ts'
import type { Instant } from '../clock.ts'
import type { Db } from '../db/schema.ts'
import { startWorker } from '../jobs/worker.ts'
import { RESTORED_TABLE } from './tables.ts'
import { failpoint } from '../failpoint.ts'

/** Any fixed number that no other lock of ours has: `restored` on a telephone keypad. */
const LOCK = 73_786_733
const NO_NEWS = { onNews: () => () => undefined }
const NOBODY_SENDS = {}
const WHY = 'Longhand was restored from a backup made before this was due; it may have been sent by then, and is not sent again.'

/**
 * The first start after a restore. What became due since the backup was made happens now, so that deadlines and rounds are
 * right; but nobody is told again: every message that was waiting, or comes of that, and was to leave by now, is dropped and
 * stays readable in inbox and outbox. What is due later goes its way. Until this has ended, each start begins with it.
 */
export async function catchUpAfterRestore(platform: Platform): Promise<void> {
  if (!await wasRestored(platform.db)) return
  await platform.db.transaction().execute(async (one) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(one)
    if (await wasRestored(one)) await catchUp(platform)
  })
}

async function wasRestored(db: Db): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass(${RESTORED_TABLE}) is not null as there`.execute(db)
  return rows[0]?.there ?? false
}

async function catchUp(platform: Platform): Promise<void> {
  const quiet = startWorker(platform, NO_NEWS, NOBODY_SENDS)
  try {
    await quiet.runDue()
  } finally {
    await quiet.stop()
  }
  await failpoint('catch_up.before_drop')
  await platform.db.transaction().execute(async (tx) => {
    await dropPast(tx, platform.clock.now())
    await tellAllAudits(tx, platform.clock.now(), { deed: 'backup.restored' })
    await tx.schema.dropTable(RESTORED_TABLE).ifExists().execute()
  })
}

/** In every workspace: this is the whole server's, as the restore was. Index: delivery_due. */
async function dropPast(tx: Db, now: Instant): Promise<void> {
  await tx.updateTable('delivery').set({ state: 'dropped', settled_at: now, lease_until: null, last_error: WHY })
    .where('state', 'in', ['waiting', 'sending']).where((is) => is.or([is('state', '=', 'sending'), is('send_at', '<=', now)])).execute()
}
