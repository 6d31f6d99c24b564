import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Db } from './db/schema.ts'

/**
 * Signs something with the secret of this instance. What it is for stands first and is signed with it, so that a
 * signature for one purpose is worth nothing for another.
 * @returns 256 bits; use as many as the place has room for
 */
export async function signature(db: Db, purpose: 'reply' | 'unsubscribe' | 'passkey.add' | 'passkey.sign-in', parts: readonly string[]): Promise<Buffer> {
  const { secret } = await db.selectFrom('instance').select('secret').executeTakeFirstOrThrow()
  return createHmac('sha256', secret).update(JSON.stringify([purpose, ...parts])).digest()
}

/** Compares in a time that says nothing about where the two differ. */
export const sameText = (given: string, right: string): boolean =>
  given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right))
