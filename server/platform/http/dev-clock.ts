import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Platform } from '../act.ts'
import type { DevelopmentClock } from '../clock.ts'
import { advance } from '../jobs/advance.ts'
import type { Worker } from '../jobs/worker.ts'
import { requireOwnOrigin } from './origin.ts'
import { tokenOf } from './answer.ts'

const Move = z.union([z.strictObject({ advance: z.string().max(40) }), z.strictObject({ at: z.string().max(40) })])

/** `POST /dev/clock`: moves the development clock; timers and deliveries on the way have run before it answers. */
export function addDevClock(app: FastifyInstance, platform: Platform, clock: DevelopmentClock, worker: Worker): void {
  let moving: Promise<unknown> = Promise.resolve()
  app.get('/dev/clock', async () => ({ now: clock.now().toString() }))
  app.post('/dev/clock', async (request) => {
    requireOwnOrigin(platform, request, tokenOf(request)?.from ?? null)
    const move = Move.parse(request.body)
    const mine = moving.then(() => advance(platform, clock, worker, target(move, clock)))
    moving = mine.catch(() => undefined)
    await mine
    return { now: clock.now().toString() }
  })
}

function target(move: z.output<typeof Move>, clock: DevelopmentClock): Temporal.Instant {
  try {
    if ('at' in move) return Temporal.Instant.from(move.at)
    return clock.now().toZonedDateTimeISO('UTC').add(Temporal.Duration.from(move.advance)).toInstant()
  } catch {
    throw new Refusal('bad_input', said`This is no moment and no duration.`, said`Send {"advance":"PT4H"} or {"at":"2026-03-27T18:00:00Z"}.`)
  }
}
