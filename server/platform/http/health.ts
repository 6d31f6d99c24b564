import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import type { Platform } from '../act.ts'
import type { Leaving } from './leaving.ts'

/** `live`: the process answers. `accepting`: and is not stopping, which is what a front asks. `ready`: the database answers, too. */
export function addHealth(app: FastifyInstance, platform: Platform, leaving: Pick<Leaving, 'is'>): void {
  app.get('/health/live', async () => ({ ok: true }))
  app.get('/health/accepting', async (_request, reply) => leaving.is() ? reply.status(503).send({ ok: false, why: 'This process is stopping.' }) : { ok: true })
  app.get('/health/ready', async (_request, reply) => {
    if (leaving.is()) return reply.status(503).header('retry-after', '2').send({ ok: false, why: 'This process is stopping.' })
    try {
      await sql`select 1`.execute(platform.db)
      return { ok: true }
    } catch {
      return reply.status(503).header('retry-after', '2').send({ ok: false, why: 'The database does not answer.' })
    }
  })
}
