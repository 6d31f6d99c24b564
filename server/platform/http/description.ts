import { openApi } from '#contract/openapi.ts'
import type { FastifyInstance } from 'fastify'

/** `GET /api/v1/openapi.json`: what there is, for anyone who asks. Made once, when it is first asked for. */
export function addDescription(app: FastifyInstance): void {
  let made: string | null = null
  app.get('/api/v1/openapi.json', async (_request, reply) => {
    made ??= JSON.stringify(openApi())
    return reply.header('cache-control', 'no-cache').type('application/json').send(made)
  })
}
