import type { Instant } from '../clock.ts'
import type { Db } from '../db/schema.ts'

/** How long an Idempotency-Key is known: a text may wait on a device for a whole absence (ADR 0035). docs/guides/api.md says it. Unit: days. */
const KNOWN_DAYS = 90
const DAY_H = 24

/** Takes out answers that are kept for repeats, once nobody repeats them any more: they hold texts, and each write adds one. Index: idempotency_old. */
export async function forgetAnswers(db: Db, now: Instant): Promise<void> {
  await db.deleteFrom('idempotency').where('created_at', '<', now.subtract({ hours: KNOWN_DAYS * DAY_H })).execute()
}
