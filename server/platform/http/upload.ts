import type { IncomingMessage } from 'node:http'
import { FILE_MAX_BYTES } from '#contract/files.ts'
import { FILE_BODY } from '#contract/operation.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { makeAct } from '../act.ts'
import type { Act, ActingPerson, Platform } from '../act.ts'
import type { Db } from '../db/schema.ts'
import { failpoint } from '../failpoint.ts'
import { tooLarge } from '../files/receive.ts'
import { wordsFor } from '../words.ts'
import { once } from './idempotency.ts'
import type { Keeping, Route } from './on.ts'
import { issuesIn } from './issues.ts'
import { inTransaction, requireScope, requireTurn, shaped } from './run.ts'

/** How long a sender may be silent before it is given up. Unit: ms. */
const SILENCE_MS = 30_000

type Sent = {
  key: () => string | null
  given: () => unknown
  request: FastifyRequest
  /** Asks anew who sends, since rights may end while a large file comes. */
  whoSends: () => Promise<ActingPerson>
}
type Upload = { platform: Platform; operation: AnyOperation; run: Keeping; input: never }

/**
 * Runs an operation that takes a file. Whoever sends is asked for first, then the input; a first transaction may refuse
 * and leaves a row that stands for the bytes; they are kept while no transaction is open; a second one, once for each
 * key, makes the file. However it ends, bytes without a file go: at once, or after a crash by the timer of that row.
 */
export async function runUpload(platform: Platform, route: Route, sent: Sent): Promise<unknown> {
  try {
    return await receiveFile(platform, route, sent)
  } catch (error) {
    letPass(sent.request.raw)
    throw error
  }
}

async function receiveFile(platform: Platform, { operation, run }: Route, sent: Sent): Promise<unknown> {
  if (run.by !== 'upload') throw new Error(`${operation.name} takes no file.`)
  const actor = await sent.whoSends()
  requireScope(actor, operation)
  requireTurn(platform, actor, operation)
  const upload = { platform, operation, run, input: operation.input.parse(sent.given(), issuesIn(wordsFor(actor.locale))) as never }
  const [key, body] = [sent.key(), bodyOf(sent.request)]
  const id = await inTransaction(platform, operation, (tx) => run.expect(actOf(platform, actor, tx), upload.input))
  try {
    const received = await platform.files.put(id, body, FILE_MAX_BYTES)
    await failpoint('file.after_put')
    const { answer, isOurs } = await make(upload, { id, key, actor: await sent.whoSends(), received })
    if (!isOurs) await forget(upload, actor, id)
    return answer
  } catch (error) {
    await forget(upload, actor, id)
    throw error
  }
}

/** After a refusal, what still comes is let pass, so that the sender hears why; no more of it than one file may have. */
function letPass(raw: IncomingMessage): void {
  let passed = 0
  raw.on('data', (piece: Buffer) => {
    passed += piece.length
    if (passed > FILE_MAX_BYTES) raw.destroy()
  })
}

type Kept = { id: string; key: string | null; actor: ActingPerson; received: Parameters<Keeping['keep']>[2] }

/** A repeat of a key is answered as the first; then the bytes that came with it are not ours to keep. */
async function make({ platform, operation, run, input }: Upload, { id, key, actor, received }: Kept): Promise<{ answer: unknown; isOurs: boolean }> {
  requireScope(actor, operation)
  let isOurs = false
  const answer = await inTransaction(platform, operation, (tx) => {
    const act = actOf(platform, actor, tx)
    isOurs = false
    return once(act, key, { operation: operation.name, input: { given: input, sha256: received.sha256 }, secret: operation.secret }, async () => {
      isOurs = true
      return shaped(operation, await run.keep(act, id, received, input))
    })
  })
  return { answer: shaped(operation, answer), isOurs }
}

/** What cannot be taken away now goes with the timer that came with the row. */
async function forget({ platform, operation, run }: Upload, actor: ActingPerson, id: string): Promise<void> {
  await inTransaction(platform, operation, (tx) => run.drop(actOf(platform, actor, tx), id))
    .catch((error: unknown) => platform.log.warn({ err: error }, 'an upload that came to nothing is taken away later'))
}

const actOf = (platform: Platform, actor: ActingPerson, tx: Db): Act => makeAct(platform, { tx, actor, now: platform.clock.now() })

/** The bytes as they come. @throws {Refusal} `bad_input` for another kind of body, `too_large` where the sender says so before */
function bodyOf({ body, headers, raw }: FastifyRequest): AsyncIterable<Uint8Array> {
  if (body !== raw || headers['content-type']?.split(';')[0]?.trim().toLowerCase() !== FILE_BODY) {
    throw new Refusal('bad_input', said`The body must be the file itself.`, said`Send its bytes with content-type ${FILE_BODY}, and its name as ?name=….`)
  }
  if (Number(headers['content-length'] ?? 0) > FILE_MAX_BYTES) throw tooLarge(FILE_MAX_BYTES)
  giveUpOnSilence(raw)
  return raw.iterator({ destroyOnReturn: false })
}

/** Until the last byte came. A request that was put in by a test has no socket. */
function giveUpOnSilence(raw: IncomingMessage): void {
  const { socket } = raw
  if (!('setTimeout' in socket)) return
  socket.setTimeout(SILENCE_MS)
  raw.once('end', () => socket.setTimeout(0))
}

/** In here a body is not read until its operation asks for it. */
export function acceptFiles(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
}
