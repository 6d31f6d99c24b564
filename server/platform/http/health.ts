import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import type { Platform } from '../act.ts'
import { failingTimers } from '../jobs/timers.ts'
import type { Leaving } from './leaving.ts'

/** `live`: the process answers. `ready`: the database does too, and the process is not stopping. `/metrics`: figures for Prometheus. */
export function addHealth(app: FastifyInstance, platform: Platform, leaving: Pick<Leaving, 'is'>): void {
  app.get('/health/live', async () => ({ ok: true }))
  app.get('/health/ready', async (_request, reply) => {
    if (leaving.is()) return reply.status(503).header('retry-after', '2').send({ ok: false, why: 'This process is stopping.' })
    try {
      await sql`select 1`.execute(platform.db)
      return { ok: true }
    } catch {
      return reply.status(503).header('retry-after', '2').send({ ok: false, why: 'The database does not answer.' })
    }
  })
  app.get('/metrics', async (_request, reply) => {
    const waiting = await platform.db.selectFrom('delivery').select(sql<number>`count(*)`.as('n')).where('state', 'in', ['waiting', 'sending']).executeTakeFirstOrThrow()
    const due = await platform.db.selectFrom('timer').select(sql<number>`count(*)`.as('n')).where('next_try_at', '<=', platform.clock.now()).executeTakeFirstOrThrow()
    const { rss } = process.memoryUsage()
    return reply.type('text/plain; version=0.0.4').send([
      ...gauge('longhand_deliveries_waiting', 'Messages that have not left yet.', waiting.n),
      ...gauge('longhand_timers_due', 'Timers whose moment has come.', due.n),
      ...gauge('longhand_timers_failing', 'Timers that failed and will be tried again.', await failingTimers(platform.db)),
      ...gauge('process_resident_memory_bytes', 'Resident memory size in bytes.', rss), '',
    ].join('\n'))
  })
}

const gauge = (name: string, help: string, value: number): string[] => [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`]
