import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { hashSecret } from '#server/platform/ids.ts'
import type { Act } from '#server/platform/act.ts'
import { signature } from '#server/platform/signing.ts'
import { randomBytes, timingSafeEqual } from 'node:crypto'

/** How long somebody has to answer. Unit: minutes. */
const LASTS_MIN = 5
/** A challenge is these many bytes of chance, its end as milliseconds since 1970, and the signature of both. */
const CHANCE_BYTES = 16
const END_BYTES = 8
const SIGNED_FROM = CHANCE_BYTES + END_BYTES
const SIGNATURE_BYTES = 32

/** `for`: whom it was made for; nobody yet where they sign in. */
type Purpose = { purpose: 'passkey.add'; for: string } | { purpose: 'passkey.sign-in'; for: '' }
type Around = Pick<Act, 'tx' | 'now'>

/**
 * A challenge that says itself until when it holds and whether it is ours, so that nothing is written for a stranger who
 * asks for one. `takeChallenge` sees to it that none is answered twice.
 */
export async function newChallenge({ tx, now }: Around, purpose: Purpose): Promise<Uint8Array<ArrayBuffer>> {
  const stated = Buffer.alloc(SIGNED_FROM)
  randomBytes(CHANCE_BYTES).copy(stated)
  stated.writeBigInt64BE(BigInt(now.add({ minutes: LASTS_MIN }).epochMilliseconds), CHANCE_BYTES)
  return new Uint8Array(Buffer.concat([stated, await sign(tx, purpose, stated)]))
}

/** Whether a challenge is ours, for this purpose, and not over. */
export async function holds({ tx, now }: Around, purpose: Purpose, challenge: string): Promise<boolean> {
  const bytes = Buffer.from(challenge, 'base64url')
  if (bytes.length !== SIGNED_FROM + SIGNATURE_BYTES) return false
  const stated = bytes.subarray(0, SIGNED_FROM)
  return timingSafeEqual(await sign(tx, purpose, stated), bytes.subarray(SIGNED_FROM)) && endOf(bytes) > now.epochMilliseconds
}

/**
 * Notes in the workspace of whoever answered that it was answered, and forgets those that are over anyway.
 * @throws {Refusal} `conflict` when it was answered before
 */
export async function takeChallenge({ tx, now }: Around, workspaceId: string, challenge: string): Promise<void> {
  await tx.deleteFrom('passkey_challenge').where('workspace_id', '=', workspaceId).where('expires_at', '<', now).execute()
  const taken = await tx.insertInto('passkey_challenge')
    .values({ workspace_id: workspaceId, hash: hashSecret(challenge), expires_at: Temporal.Instant.fromEpochMilliseconds(endOf(Buffer.from(challenge, 'base64url'))) })
    .onConflict((on) => on.columns(['workspace_id', 'hash']).doNothing()).executeTakeFirst()
  if (Number(taken.numInsertedOrUpdatedRows) === 0) throw new Refusal('conflict', said`This answer of a passkey has come before.`, said`Sign in with the passkey once more.`)
}

const endOf = (bytes: Buffer): number => Number(bytes.readBigInt64BE(CHANCE_BYTES))
const sign = (tx: Act['tx'], { purpose, for: whom }: Purpose, stated: Buffer): Promise<Buffer> => signature(tx, purpose, [whom, stated.toString('base64url')])
