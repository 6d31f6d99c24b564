import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { elapsedMs } from '../clock.ts'
import { connect } from './connect.ts'
import { isOutage } from './outage.ts'
import type { Db } from './schema.ts'

/** How long a read waits for the replica to come as far as the primary was when it was asked, and how often it looks. Unit: ms. */
const WAIT_MS = 50
const LOOK_MS = 5
/** After a replica was too far behind or away, everything is read from the primary for so long. Unit: ms. */
const REST_MS = 1000
/** Fewer than for the primary: only reads that are marked come here. */
const CONNECTIONS = 8
/** Longer than this is no connection that a reader should wait for, since the primary is there. Unit: ms. */
const CONNECT_MS = 500

export type Replica = {
  /**
   * Reads where it is cheapest without anybody seeing less than the primary held when they asked: on the replica once it
   * has come that far, else on the primary. So people always see what they wrote, on whichever device, and what they were
   * told of; nothing that is read this way is older than its request. `work` only reads, and may be called twice.
   */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** How many reads were answered where. */
  readonly counts: { replica: number; primary: number }
  close(): Promise<void>
}

/** Where a history of writes stands: after each promotion it goes on as another timeline. */
type Position = { lsn: string; timeline: number }

class NotReached extends Error { override readonly name = 'NotReached' }

/** Opens a replica beside its primary. It need not be there yet, nor stay. */
export function openReplica(url: string, primary: Db): Replica {
  const { db, close } = connect(url, { connections: CONNECTIONS, waitMs: CONNECT_MS })
  const counts = { replica: 0, primary: 0 }
  let restsUntil = 0
  const readHere = <T>(work: (db: Db) => Promise<T>, position: Position): Promise<T> => db.connection().execute(async (one) => {
    if (!await reaches(one, position)) throw new NotReached()
    return work(one)
  })
  return {
    counts, close,
    async read(work) {
      if (elapsedMs() >= restsUntil) {
        try {
          const answer = await readHere(work, await positionOf(primary))
          counts.replica += 1
          return answer
        } catch (error) {
          if (!(error instanceof NotReached) && !isOutage(error)) throw error
          restsUntil = elapsedMs() + REST_MS
        }
      }
      counts.primary += 1
      return work(primary)
    },
  }
}

/** Everything that anybody can see on the primary now lies before this. Where commits do not wait for the disk, neither does this. */
async function positionOf(primary: Db): Promise<Position> {
  const { rows: [position] } = await sql<Position>`select lsn::text, ('x' || left(pg_walfile_name(lsn), 8))::bit(32)::int as timeline
    from (select case current_setting('synchronous_commit') when 'off' then pg_current_wal_insert_lsn() else pg_current_wal_flush_lsn() end as lsn) here`.execute(primary)
  if (!position) throw new NotReached()
  return position
}

async function reaches(replica: Db, position: Position): Promise<boolean> {
  const until = elapsedMs() + WAIT_MS
  while (!await hasReached(replica, position)) {
    if (elapsedMs() >= until) return false
    await pause(LOOK_MS)
  }
  return true
}

/**
 * False on what is no replica (any more), and on one that still follows the history of a primary that was replaced, whose
 * positions say nothing of the new one's. PostgreSQL notes the timeline of a replica a little late, never early.
 */
async function hasReached(replica: Db, { lsn, timeline }: Position): Promise<boolean> {
  const { rows: [here] } = await sql<{ reached: boolean | null }>`select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= ${lsn}::pg_lsn
    and min_recovery_end_timeline = ${timeline}::int as reached from pg_control_recovery()`.execute(replica)
  return here?.reached ?? false
}
