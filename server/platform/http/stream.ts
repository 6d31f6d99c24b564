import { may } from '#domain/policy.ts'
import { sql } from 'kysely'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ActingPerson, Platform } from '../act.ts'
import { identify } from '../auth/identify.ts'
import type { Db } from '../db/schema.ts'
import type { News } from '../news.ts'
import { tokenOf, whoAsks } from './answer.ts'
import type { Leaving } from './leaving.ts'
import { sendProblem } from './problems.ts'

/** How often an idle stream says that it lives, and is checked for rights that ended. Unit: ms. */
const HEARTBEAT_MS = 900
/** Most events sent at once; a reader further behind reads again from the start of its pages. */
const BATCH = 200

/** Where a stream stands: the transaction and row of the last event it was sent. */
type Position = { xid: string; seq: number }
type Row = { xid: string; seq: number; kind: string; at: Temporal.Instant; space_id: string | null; person_id: string | null; payload: Record<string, unknown> }

/** `GET /api/v1/events`: tells an open page what changed, so that it reads again. Resumes after `Last-Event-ID`. */
export function addStream(app: FastifyInstance, platform: Platform, news: News, leaving: Pick<Leaving, 'onLeave'>): void {
  app.get('/api/v1/events', async (request, reply) => {
    try {
      const actor = await whoAsks(platform, request)
      const from = await reached(platform.db, positionOf(request.headers['last-event-id'])) ?? await newest(platform.db, actor.workspaceId)
      open(platform, news, { request, reply, actor, from, leaving })
    } catch (error) {
      sendProblem(platform.log, error, request, reply)
    }
    return reply
  })
}

type Opened = { request: FastifyRequest; reply: FastifyReply; actor: ActingPerson; from: Position; leaving: Pick<Leaving, 'onLeave'> }

function open(platform: Platform, news: News, { request, reply, actor, from, leaving }: Opened): void {
  reply.hijack()
  const out = reply.raw
  out.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'keep-alive' })
  out.write('retry: 2000\n\n')
  const token = tokenOf(request)?.token ?? ''
  let at = from
  let busy = false
  let again = false
  const pump = async () => {
    if (busy) { again = true; return }
    busy = true
    try {
      do {
        again = false
        const reader = await identify(platform.db, token, platform.clock.now())
        if (!reader) { hangUp(); out.end('event: ended\ndata: {}\n\n'); return }
        at = await sendNews(platform.db, reader, at, (text) => out.write(text))
      } while (again)
    } catch (error) {
      platform.log.warn({ err: error }, 'a stream could not read its events')
    } finally { busy = false }
  }
  const stop = news.onNews(actor.workspaceId, () => void pump())
  const beat = setInterval(() => { out.write(': here\n\n'); void pump() }, HEARTBEAT_MS)
  const forget = leaving.onLeave((last) => { hangUp(); out.end(last) })
  const hangUp = () => { clearInterval(beat); stop(); forget() }
  out.on('close', hangUp)
  void pump()
}

/** Sends what came after `from` and may be seen; stops short of rows whose transaction may still have company. */
async function sendNews(db: Db, reader: ActingPerson, from: Position, write: (text: string) => void): Promise<Position> {
  const rows = await eventsAfter(db, reader.workspaceId, from)
  const visible = await visibleSpaces(db, reader, rows)
  let at = from
  for (const row of rows) {
    at = { xid: row.xid, seq: row.seq }
    if (row.person_id !== null && row.person_id !== reader.personId) continue
    if (row.space_id !== null && !visible.has(row.space_id)) continue
    write(`id: ${row.xid}-${row.seq}\ndata: ${JSON.stringify({ kind: row.kind, at: row.at.toString(), ...row.payload })}\n\n`)
  }
  return at
}

function eventsAfter(db: Db, workspaceId: string, from: Position): Promise<Row[]> {
  return db.selectFrom('event').select(['xid', 'seq', 'kind', 'at', 'space_id', 'person_id', 'payload'])
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`(xid, seq) > (${from.xid}::xid8, ${from.seq}::bigint)`)
    .where(sql<boolean>`xid < pg_snapshot_xmin(pg_current_snapshot())`)
    .orderBy('xid').orderBy('seq').limit(BATCH).execute()
}

async function visibleSpaces(db: Db, reader: ActingPerson, rows: readonly Row[]): Promise<Set<string>> {
  const ids = [...new Set(rows.flatMap((row) => row.space_id ?? []))]
  if (ids.length === 0) return new Set()
  const spaces = await db.selectFrom('space').select(['id', 'visibility', 'archived_at'])
    .where('workspace_id', '=', reader.workspaceId).where('id', 'in', ids).execute()
  return new Set(spaces
    .filter((space) => may(reader, 'space.see', { place: { workspaceId: reader.workspaceId, id: space.id, visibility: space.visibility, archived: space.archived_at !== null } }))
    .map((space) => space.id))
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
