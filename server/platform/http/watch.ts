import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Platform } from '../act.ts'
import { countRequest } from '../telemetry/metrics.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The operation of the contract that a route answers. */
    operation?: string
  }
}

const MS_PER_S = 1000
/** What is no route of ours is one row of the figures, whatever strangers ask for. */
const NOWHERE = 'none'

/**
 * Gives each answer the id under which the log speaks of its request, counts it, and notes it at the level `info`: by
 * operation or route, never by address, since addresses hold ids, words that were searched and one-time links.
 */
export function watchRequests(app: FastifyInstance, { log }: Pick<Platform, 'log'>): void {
  app.addHook('onRequest', async (request, reply) => { reply.header('x-request-id', request.id) })
  app.addHook('onResponse', async (request, reply) => {
    const { config, url } = request.routeOptions
    const operation = config.operation ?? url ?? NOWHERE
    countRequest(operation, reply.statusCode, reply.elapsedTime / MS_PER_S)
    log.info({ requestId: request.id, method: request.method, operation, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
  })
}

/** The trace that the caller is part of. */
export function parentOf(request: FastifyRequest): string | undefined {
  const { traceparent } = request.headers
  return typeof traceparent === 'string' ? traceparent : undefined
}
