import { may } from '#domain/policy.ts'
import { sql } from 'kysely'
import type { ActingPerson, Platform } from '../act.ts'
import { identifyAll } from '../auth/identify.ts'
import { elapsedMs } from '../clock.ts'
import type { ReadToken } from '../auth/tokens.ts'
import type { Db } from '../db/schema.ts'
import type { News } from '../news.ts'

/** How often idle streams are checked for rights that ended. Unit: ms. */
const RIGHTS_MS = 900
/** How often each stream says that it lives, so that no proxy between takes it for dead; the usual ones wait for a minute. Unit: ms. */
const HEARTBEAT_MS = 15_000
/** What happens in so short a time is told together: rights of all readers are asked for at most so often. Unit: ms. */
const TOGETHER_MS = 100
/** A turn of a thousand streams takes tens of milliseconds; the pause after it is so many times as long, so that requests have the rest of the process. */
const PAUSES_OF_A_TURN = 3
/** However long a turn took, the next one begins after this, since open pages are told within a second. Unit: ms. */
const APART_MAX_MS = 400
/** Most events sent at once; a reader further behind reads on in the next turn. */
const BATCH = 200
/** Streams that are further behind than the others read their own events, so many at a time. */
const BEHIND_AT_ONCE = 4

/** Where a stream stands: the transaction and row of the last event it was sent. */
export type Position = { xid: string; seq: number }
type Row = Position & { kind: string; at: Temporal.Instant; space_id: string | null; person_id: string | null; payload: Record<string, unknown> }

/** One open stream. `end` is called once its reader may not read any more. */
export type Listener = { token: ReadToken; at: Position; write(text: string): void; end(): void }

/** All open streams of one process: events and rights are read once for all of those of a workspace. */
export type StreamHub = {
  /** Tells a stream what comes after its place, until the returned function is called. */
  join(workspaceId: string, listener: Listener): () => void
}

export function newStreamHub(platform: Platform, news: News): StreamHub {
  const rooms = new Map<string, Room>()
  return {
    join(workspaceId, listener) {
      const room = rooms.get(workspaceId) ?? openRoom(platform, news, workspaceId, () => rooms.delete(workspaceId))
      rooms.set(workspaceId, room)
      return room.join(listener)
    },
  }
}

type Room = { join(listener: Listener): () => void }

/** The streams of one workspace. One turn at a time; what comes meanwhile makes another one. */
function openRoom(platform: Platform, news: News, workspaceId: string, close: () => void): Room {
  const listeners = new Set<Listener>()
  let busy = false
  let again = false
  const turn = async () => {
    if (busy) { again = true; return }
    if (listeners.size === 0) return
    busy = true
    again = false
    const began = elapsedMs()
    try {
      if (await tell(platform, workspaceId, listeners)) again = true
    } catch (error) {
      platform.log.warn({ err: error }, 'streams could not read their events')
    }
    const pause = Math.min(APART_MAX_MS, Math.max(TOGETHER_MS, PAUSES_OF_A_TURN * (elapsedMs() - began)))
    setTimeout(() => { busy = false; if (again) void turn() }, pause)
  }
  const stop = news.onNews(workspaceId, () => void turn())
  const rights = setInterval(() => void turn(), RIGHTS_MS)
  const beat = setInterval(() => { for (const { write } of listeners) write(': here\n\n') }, HEARTBEAT_MS)
  return {
    join(listener) {
      listeners.add(listener)
      void turn()
      return () => {
        if (!listeners.delete(listener) || listeners.size > 0) return
        clearInterval(rights)
        clearInterval(beat)
        stop()
        close()
      }
    },
  }
}

/**
 * Sends each stream what came after its place and may be seen. Rights are read after the events, so that nobody is told of
 * what happened after they lost them.
 * @returns whether there is more to read
 */
async function tell(platform: Platform, workspaceId: string, all: ReadonlySet<Listener>): Promise<boolean> {
  const listeners = [...all]
  const behind = Map.groupBy(listeners, ({ at }) => `${at.xid}-${at.seq}`)
  const groups = [...behind.values()]
  const rowsOf = new Map<Listener, readonly Row[]>()
  for (let start = 0; start < groups.length; start += BEHIND_AT_ONCE) {
    await Promise.all(groups.slice(start, start + BEHIND_AT_ONCE).map(async (group) => {
      const rows = group[0] ? await eventsAfter(platform.db, workspaceId, group[0].at) : []
      for (const listener of group) rowsOf.set(listener, rows)
    }))
  }
  const [readers, places] = await Promise.all([
    identifyAll(platform.db, workspaceId, listeners.map(({ token }) => token), platform.clock.now()), placesOf(platform.db, workspaceId, [...rowsOf.values()].flat()),
  ])
  const texts = new Map<Row, string>()
  for (const listener of listeners) {
    const reader = readers.get(listener.token.hash.toString('hex'))
    if (!all.has(listener)) continue
    if (reader && !reader.passkeyFirst) send(listener, reader, { rows: rowsOf.get(listener) ?? [], places, texts })
    else listener.end()
  }
  return [...rowsOf.values()].some((rows) => rows.length === BATCH)
}

type Place = { workspaceId: string; id: string; visibility: 'open' | 'private'; archived: boolean }
type Batch = { rows: readonly Row[]; places: ReadonlyMap<string, Place>; texts: Map<Row, string> }

function send(listener: Listener, reader: ActingPerson, { rows, places, texts }: Batch): void {
  const seen = new Map<string, boolean>()
  const sees = (id: string) => {
    const place = places.get(id)
    const known = seen.get(id) ?? (place !== undefined && may(reader, 'space.see', { place }))
    seen.set(id, known)
    return known
  }
  let told = ''
  for (const row of rows) {
    if (row.person_id !== null && row.person_id !== reader.personId) continue
    if (row.space_id !== null && !sees(row.space_id)) continue
    const text = texts.get(row) ?? `id: ${row.xid}-${row.seq}\ndata: ${JSON.stringify({ kind: row.kind, at: row.at.toString(), ...row.payload })}\n\n`
    texts.set(row, text)
    told += text
  }
  const last = rows.at(-1)
  if (last) listener.at = { xid: last.xid, seq: last.seq }
  if (told !== '') listener.write(told)
}

/** What came after a place; stops short of rows whose transaction may still have company. Index: event_stream. */
function eventsAfter(db: Db, workspaceId: string, from: Position): Promise<Row[]> {
  return db.selectFrom('event').select(['xid', 'seq', 'kind', 'at', 'space_id', 'person_id', 'payload'])
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`(xid, seq) > (${from.xid}::xid8, ${from.seq}::bigint)`)
    .where(sql<boolean>`xid < pg_snapshot_xmin(pg_current_snapshot())`)
    .orderBy('xid').orderBy('seq').limit(BATCH).execute()
}

async function placesOf(db: Db, workspaceId: string, rows: readonly Row[]): Promise<Map<string, Place>> {
  const ids = [...new Set(rows.flatMap((row) => row.space_id ?? []))]
  if (ids.length === 0) return new Map()
  const spaces = await db.selectFrom('space').select(['id', 'visibility', 'archived_at']).where('workspace_id', '=', workspaceId).where('id', 'in', ids).execute()
  return new Map(spaces.map(({ id, visibility, archived_at }) => [id, { workspaceId, id, visibility, archived: archived_at !== null }]))
}
