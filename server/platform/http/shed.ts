import type { Problem } from '#contract/problem.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'

/**
 * Requests that may be in hand at once before others are turned away: writes first, since they hold locks and cost most, and
 * whoever can still read knows what is going on. At some five ms of processor time each, those before somebody who was let in take about two seconds.
 */
const IN_HAND = { write: 200, read: 400 } as const
/** Turned away are told to come back after one to so many seconds, not all at once. */
const RETRY_MAX_S = 5
/** How often the log says that requests are turned away. Unit: ms. */
const SAY_EVERY_MS = 10_000

const PROBLEM: Problem = {
  type: '/problems/unavailable', title: 'More is asked of this server at the moment than it can do.', status: 503, code: 'unavailable', next: 'Try again in a few seconds; nothing you sent was half-written.',
}

export type Limits = { write: number; read: number }

/** Streams stay open, and files take as long as the line is slow; neither says how busy the server is. */
const counts = ({ routeOptions: { url = '' } }: FastifyRequest): boolean => (url.startsWith('/api/v1/') && url !== '/api/v1/events' && !url.includes('/files')) || url === '/mcp'

/** Turns requests away with 503 and Retry-After before anything was read or written for them, while too many are in hand. */
export function addShedding(app: FastifyInstance, log: Logger, limits: Limits = IN_HAND): void {
  let inHand = 0
  let turnedAway = 0
  const say = setInterval(() => {
    if (turnedAway > 0) log.warn({ turnedAway, inHand }, 'more was asked than the server can do; requests were turned away')
    turnedAway = 0
  }, SAY_EVERY_MS)
  say.unref()
  app.addHook('onClose', async () => clearInterval(say))
  app.addHook('onRequest', async (request, reply) => {
    if (!counts(request)) return
    const most = request.method === 'GET' || request.method === 'HEAD' ? limits.read : limits.write
    if (inHand >= most) {
      turnedAway += 1
      return reply.status(PROBLEM.status).header('retry-after', String(1 + turnedAway % RETRY_MAX_S)).header('cache-control', 'no-store').type('application/problem+json').send(PROBLEM)
    }
    inHand += 1
    reply.raw.once('close', () => { inHand -= 1 })
  })
}
