import { CHANNELS } from '#contract/outbox.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { sql } from 'kysely'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Platform } from '../act.ts'
import { isLoopback } from '../config.ts'
import { failingTimers } from '../jobs/timers.ts'
import { sameText } from '../signing.ts'
import { metricsText, METRICS_TYPE } from '../telemetry/metrics.ts'
import type { Reading } from '../telemetry/metrics.ts'

export type MetricsReader = {
  /** What a reader must send; where there is none, only this machine reads, and no proxy for others. */
  token: string | null
  pool: () => NonNullable<Reading['pool']>
}

/** `GET /metrics`: counts and times of this process, and what waits in the database, for Prometheus. */
export function addMetrics(app: FastifyInstance, platform: Platform, { token, pool }: MetricsReader): void {
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, token)) throw new Refusal('not_found', said`There is nothing at this address.`, said`See /api/v1/openapi.json for what there is.`)
    return reply.header('cache-control', 'no-store').type(METRICS_TYPE).send(await metricsText({ ...await whatWaits(platform), pool: pool() }))
  })
}

/** A proxy on this machine speaks for others, and says so in its headers. */
const FORWARDED = ['x-forwarded-for', 'forwarded', 'x-real-ip']

function mayRead({ headers, ip }: FastifyRequest, token: string | null): boolean {
  if (token !== null) return sameText(headers.authorization ?? '', `Bearer ${token}`)
  return (isLoopback(ip) || ip === '::ffff:127.0.0.1') && FORWARDED.every((name) => headers[name] === undefined)
}

async function whatWaits({ db, clock }: Platform): Promise<Omit<Reading, 'pool'>> {
  const rows = await db.selectFrom('delivery').select(['channel', sql<number>`count(*)`.as('n')]).where('state', 'in', ['waiting', 'sending']).groupBy('channel').execute()
  const due = await db.selectFrom('timer').select(sql<number>`count(*)`.as('n')).where('next_try_at', '<=', clock.now()).executeTakeFirstOrThrow()
  return {
    waiting: new Map(CHANNELS.map((channel) => [channel, Number(rows.find((row) => row.channel === channel)?.n ?? 0)])),
    timersDue: Number(due.n), timersFailing: await failingTimers(db),
  }
}
