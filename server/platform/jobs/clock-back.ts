import { sql } from 'kysely'
import { LEASE_S } from '../channels/send-due.ts'
import type { Platform } from '../act.ts'
import type { Instant } from '../clock.ts'
import type { Db } from '../db/schema.ts'

/** A clock that is set right by its time service goes back by less; what waits so long is not late. Unit: seconds. */
const UNHEEDED_S = 2

type Ways = {
  /** Kinds of timers that find out themselves what is due, so that they may be asked at any time. */
  finders: readonly string[]
  /** Lets what this process is sending come to its end, since its lease changes. */
  quiet(): Promise<void>
}

/**
 * Sees that the clock of the machine went back, and mends what would then wait until it is as late again as it was: for an
 * hour, or ten years. Deadlines stay the moments that people were shown; a development clock never goes back.
 *
 * @returns what to call before each look at what is due; where the mending fails, the next call mends
 */
export function mendsAfterClockWentBack({ db, clock, log }: Pick<Platform, 'db' | 'clock' | 'log'>, { finders, quiet }: Ways): () => Promise<void> {
  let latest: Instant | null = null
  return async () => {
    const now = clock.now()
    if (latest !== null && now.until(latest).total('seconds') > UNHEEDED_S) {
      log.warn({ from: latest.toString(), to: now.toString() }, 'the clock of this machine went back; what waits is planned again')
      await quiet()
      await mend(db, now, finders)
      latest = now
    }
    if (latest === null || Temporal.Instant.compare(now, latest) > 0) latest = now
  }
}

/** In every workspace, since the machine is one. Indexes: timer_due, delivery_due. */
async function mend(db: Db, now: Instant, finders: readonly string[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await asSoonAsPossible(tx, now, finders)
    await triesOfTimers(tx, now)
    await messages(tx, now)
  })
}

/** The moment in a UUIDv7, as milliseconds since 1970. */
const madeAtMs = (id: string) => sql<number>`(('x' || left(replace(${sql.ref(id)}::text, '-', ''), 12))::bit(48)::bigint)`

/** What was to act in the moment in which it was set acts now; so does what finds out itself what is due. Both read again how things stand. */
async function asSoonAsPossible(tx: Db, now: Instant, finders: readonly string[]): Promise<void> {
  await tx.updateTable('timer').set({ due_at: now, next_try_at: now }).where('due_at', '>', now)
    .where((is) => is.or([is('kind', 'in', [...finders, '']), is(madeAtMs('timer.id'), '=', sql<number>`floor(extract(epoch from due_at) * 1000)::bigint`)])).execute()
}

/** What failed is tried again at once, but never before it is due. */
async function triesOfTimers(tx: Db, now: Instant): Promise<void> {
  const atOnce = sql<Instant>`greatest(due_at, ${now}::timestamptz)`
  await tx.updateTable('timer').set({ next_try_at: atOnce }).where('attempts', '>', 0).where('next_try_at', '>', atOnce).execute()
}

/** What was tried, or was to leave when it was written, leaves now; what was to leave some time later, that much later than now. No lease is longer than one. */
async function messages(tx: Db, now: Instant): Promise<void> {
  await tx.updateTable('delivery').set({ send_at: sql<Instant>`case when attempts > 0 then ${now}::timestamptz else ${now}::timestamptz + (send_at - created_at) end` })
    .where('state', '=', 'waiting').where('send_at', '>', now).where((is) => is.or([is('attempts', '>', 0), is('created_at', '>', now)])).execute()
  const leased = now.add({ seconds: LEASE_S })
  await tx.updateTable('delivery').set({ lease_until: leased }).where('state', '=', 'sending').where('lease_until', '>', leased).execute()
}
