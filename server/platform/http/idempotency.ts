import { createHash } from 'node:crypto'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { json } from '../db/columns.ts'
import type { Act } from '../act.ts'
import { failpoint } from '../failpoint.ts'

const KEY_MAX = 200

/** Reads the header; null when there is none. */
export function idempotencyKey(header: string | string[] | undefined): string | null {
  if (header === undefined || header === '') return null
  if (Array.isArray(header) || header.length > KEY_MAX) {
    throw new Refusal('bad_input', said`The Idempotency-Key must be one value of at most 200 characters.`, said`Send a fresh UUID for each new request, and the same one for its repeats.`)
  }
  return header
}

type Asked = { operation: string; input: unknown; secret: boolean }

/**
 * Runs a write once for each key: a repeat gets the first answer again. The claim, the effects and the answer
 * are one commit, so a crash in between leaves nothing behind; a repeat that comes meanwhile waits for the first.
 * An answer that holds a secret is not kept: its repeat is told so, and nothing happens twice.
 * @throws {Refusal} `conflict` when the key was used for another request, or the answer was shown once
 */
export async function once(act: Act, key: string | null, request: Asked, work: () => Promise<unknown>): Promise<unknown> {
  if (key === null) return work()
  const { tx, actor: { workspaceId, personId } } = act
  const hash = createHash('sha256').update(JSON.stringify([request.operation, request.input])).digest()
  const claimed = await tx.insertInto('idempotency')
    .values({ workspace_id: workspaceId, person_id: personId, key, operation: request.operation, request_hash: hash, status: null, answer: null, created_at: act.now })
    .onConflict((row) => row.columns(['workspace_id', 'person_id', 'key']).doNothing()).executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows !== 1n) {
    const first = await tx.selectFrom('idempotency').select(['request_hash', 'answer'])
      .where('workspace_id', '=', workspaceId).where('person_id', '=', personId).where('key', '=', key).executeTakeFirstOrThrow()
    const same = first.request_hash.equals(hash)
    if (same && !request.secret) return first.answer
    if (same) throw new Refusal('conflict', said`This was done already, and its secret is shown only once.`, said`Make another one with a fresh key, and end the first in the list.`)
    throw new Refusal('conflict', said`This Idempotency-Key was used for another request.`, said`Send a fresh key with each new request.`)
  }
  await failpoint('idempotency.after_claim')
  const answer = await work()
  await tx.updateTable('idempotency').set({ status: 200, answer: request.secret ? null : json(answer) })
    .where('workspace_id', '=', workspaceId).where('person_id', '=', personId).where('key', '=', key).execute()
  return answer
}
