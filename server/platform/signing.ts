import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Db } from './db/schema.ts'

type Purpose = 'reply' | 'unsubscribe' | 'passkey.add' | 'passkey.sign-in'

/**
 * Signs something with the secret of this instance. What it is for stands first and is signed with it, so that a
 * signature for one purpose is worth nothing for another.
 * @returns 256 bits; use as many as the place has room for
 */
export async function signature(db: Db, purpose: Purpose, parts: readonly string[]): Promise<Buffer> {
  const { secret } = await db.selectFrom('instance').select('secret').executeTakeFirstOrThrow()
  return signedWith(secret, purpose, parts)
}

/**
 * Whether `given` is what `written` makes of a signature of this instance, by its secret or by the one before it was changed last:
 * what stands in mails outlives a change.
 */
export async function isSigned(db: Db, purpose: Purpose, parts: readonly string[], { given, written }: { given: string; written: (signature: Buffer) => string }): Promise<boolean> {
  const { secret, secret_before } = await db.selectFrom('instance').select(['secret', 'secret_before']).executeTakeFirstOrThrow()
  const secrets = secret_before === null ? [secret] : [secret, secret_before]
  return secrets.some((one) => sameText(given, written(signedWith(one, purpose, parts))))
}

const signedWith = (secret: Buffer, purpose: Purpose, parts: readonly string[]): Buffer => createHmac('sha256', secret).update(JSON.stringify([purpose, ...parts])).digest()

/** Compares in a time that says nothing about where the two differ. */
export const sameText = (given: string, right: string): boolean =>
  given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right))
