import { sql } from 'kysely'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ActingPerson, Platform } from '../act.ts'
import { readToken } from '../auth/tokens.ts'
import type { ReadToken } from '../auth/tokens.ts'
import type { Db } from '../db/schema.ts'
import type { News } from '../news.ts'
import { countStream } from '../telemetry/metrics.ts'
import { tokenOf, whoAsks } from './answer.ts'
import type { Leaving } from './leaving.ts'
import { sendProblem } from './problems.ts'
import { passkeyFirst } from './run.ts'
import { newStreamHub } from './stream-hub.ts'
import type { Position, StreamHub } from './stream-hub.ts'

/** Somebody who does not read what is sent is cut off, and reads again from where they stopped when they come back. Unit: bytes. */
const UNREAD_MAX = 1_000_000

/** `GET /api/v1/events`: tells an open page what changed, so that it reads again. Resumes after `Last-Event-ID`. */
export function addStream(app: FastifyInstance, platform: Platform, news: News, leaving: Pick<Leaving, 'onLeave'>): void {
  const hub = newStreamHub(platform, news)
  app.get('/api/v1/events', async (request, reply) => {
    try {
      const actor = await whoAsks(platform, request)
      if (actor.passkeyFirst) throw passkeyFirst()
      const token = readToken(tokenOf(request)?.token ?? '')
      if (!token) throw new Error('somebody asks without a token')
      const from = await reached(platform.db, positionOf(request.headers['last-event-id'])) ?? await newest(platform.db, actor.workspaceId)
      open(hub, { token, reply, actor, from, leaving })
    } catch (error) {
      sendProblem(platform.log, error, request, reply)
    }
    return reply
  })
}

type Opened = { token: ReadToken; reply: FastifyReply; actor: ActingPerson; from: Position; leaving: Pick<Leaving, 'onLeave'> }

function open(hub: StreamHub, { token, reply, actor, from, leaving }: Opened): void {
  reply.hijack()
  const out = reply.raw
  out.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'keep-alive' })
  out.write('retry: 2000\n\n')
  const leave = hub.join(actor.workspaceId, {
    token, at: from,
    write(text) {
      if (out.writableLength > UNREAD_MAX) { hangUp(); out.destroy(); return }
      out.write(text)
    },
    end() { hangUp(); out.end('event: ended\ndata: {}\n\n') },
  })
  const forget = leaving.onLeave((last) => { hangUp(); out.end(last) })
  const hangUp = () => { leave(); forget() }
  countStream(1)
  out.once('close', () => { countStream(-1); hangUp() })
}

async function newest(db: Db, workspaceId: string): Promise<Position> {
  const row = await db.selectFrom('event').select(['xid', 'seq']).where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`xid < pg_snapshot_xmin(pg_current_snapshot())`).orderBy('xid', 'desc').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row ?? { xid: '0', seq: 0 }
}

/** A position that this database has come to; one of another database, from before a restore, may lie far ahead of it. */
async function reached(db: Db, position: Position | null): Promise<Position | null> {
  if (!position) return null
  const { rows } = await sql<{ past: boolean }>`select ${position.xid}::xid8 < pg_snapshot_xmax(pg_current_snapshot()) as past`.execute(db)
  return rows[0]?.past === true ? position : null
}

function positionOf(header: string | string[] | undefined): Position | null {
  const match = typeof header === 'string' ? /^(\d{1,19})-(\d{1,15})$/.exec(header) : null
  return match ? { xid: match[1] ?? '0', seq: Number(match[2]) } : null
}
