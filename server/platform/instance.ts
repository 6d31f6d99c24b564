import { hkdfSync } from 'node:crypto'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { sql } from 'kysely'
import webPush from 'web-push'
import { developmentClock, machineClock } from './clock.ts'
import type { Clock, DevelopmentClock, Instant } from './clock.ts'
import type { Db } from './db/schema.ts'
import { chance } from './ids.ts'
import { CLOCK_CHANNEL } from './news.ts'

/** Length of the secrets, and of a key that is derived from one. Unit: bytes. */
const KEY_BYTES = 32

export type InstanceClock = { clock: Clock; development: DevelopmentClock | null }

/**
 * The clock that this database runs on. A database keeps the kind of clock that it was made with, because on the
 * other kind its deadlines would be nonsense.
 *
 * @param start where a development clock begins on a new database; null for the machine's clock
 * @throws {Refusal} `conflict` when the database was made with the other kind
 */
export async function openInstance(db: Db, start: Instant | null): Promise<InstanceClock> {
  await db.insertInto('instance').values({ created_at: start ?? machineClock().now(), development_clock: start, secret: newInstanceSecret(), webhook_secret: newInstanceSecret() })
    .onConflict((row) => row.doNothing()).execute()
  await vapidKeys(db)
  const { development_clock: kept } = await db.selectFrom('instance').select('development_clock').executeTakeFirstOrThrow()
  if (kept === null && start !== null) {
    throw new Refusal('conflict', said`This database was made without a development clock.`, said`Leave out --clock, or give an empty data directory.`)
  }
  if (kept === null) return { clock: machineClock(), development: null }
  if (start === null) {
    throw new Refusal('conflict', said`This database was made with a development clock.`, said`Start with --clock (or --demo), or give an empty data directory.`)
  }
  const development = developmentClock(Temporal.Instant.compare(kept, start) > 0 ? kept : start)
  return { clock: development, development }
}

/** 256 bits of chance, which everything that is signed here is signed with. */
export const newInstanceSecret = (): Buffer => chance(KEY_BYTES)

/** Remembers where the development clock stands, which is never earlier than before, and tells the other processes. */
export async function keepClock(db: Db, at: Instant): Promise<void> {
  await db.updateTable('instance').set({ development_clock: sql<Instant>`greatest(development_clock, ${at}::timestamptz)` }).execute()
  await sql`select pg_notify(${CLOCK_CHANNEL}, ${at.toString()})`.execute(db)
}

/**
 * A key for one webhook, made from the secret of the instance for them (HKDF, RFC 5869). The same purpose always gives the
 * same key, so it is kept nowhere, and no key says anything of another.
 */
export async function webhookKey(db: Db, purpose: string): Promise<Buffer> {
  const { webhook_secret } = await db.selectFrom('instance').select('webhook_secret').executeTakeFirstOrThrow()
  return Buffer.from(hkdfSync('sha256', webhook_secret, '', purpose, KEY_BYTES))
}

export type VapidKeys = { publicKey: string; privateKey: string }

/** The keys by which services of browsers know this server: made the first time somebody asks, and never changed. */
export async function vapidKeys(db: Db): Promise<VapidKeys> {
  const kept = await keptVapidKeys(db)
  if (kept) return kept
  const { publicKey, privateKey } = webPush.generateVAPIDKeys()
  await db.updateTable('instance').set({ vapid_public: publicKey, vapid_private: privateKey }).where('vapid_public', 'is', null).execute()
  return await keptVapidKeys(db) ?? { publicKey, privateKey }
}

async function keptVapidKeys(db: Db): Promise<VapidKeys | null> {
  const { vapid_public: publicKey, vapid_private: privateKey } = await db.selectFrom('instance').select(['vapid_public', 'vapid_private']).executeTakeFirstOrThrow()
  return publicKey !== null && privateKey !== null ? { publicKey, privateKey } : null
}
