import { pino } from 'pino'
import { makeAct, systemActor } from './act.ts'
import type { Act, Platform, TimerHandler } from './act.ts'
import { developmentClock } from './clock.ts'
import type { DevelopmentClock } from './clock.ts'
import { connect } from './db/connect.ts'
import { openStore } from './files/open-store.ts'
import { newId } from './ids.ts'
import { makeOutbound } from './outbound.ts'
import { NO_EXCEPTIONS } from './outbound-target.ts'
import type { Outbound } from './outbound.ts'

/** A Monday morning; any moment will do, as long as tests agree on it. */
export const START = Temporal.Instant.from('2026-03-23T07:00:00Z')
export const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)

/** Nobody tells these workers that there is news: tests say when to look. */
export const silence = { onNews: () => () => undefined }

export type TestPlatform = Platform & {
  clock: DevelopmentClock; workspaceId: string
  /** Runs something as Longhand itself, in one transaction. */
  asSystem<T>(work: (act: Act) => Promise<T>): Promise<T>
  /** Somebody who can be written to. */
  person(given?: { name?: string; email?: string; state?: 'active' | 'deactivated' }): Promise<string>
  close(): Promise<void>
}

type Given = { timers?: Record<string, TimerHandler>; clock?: DevelopmentClock; workspaceId?: string; demo?: boolean; connections?: number; outbound?: Outbound }

/** The platform without rooms and HTTP, on a workspace of its own unless one is given. Several on one database are several processes. */
export async function testPlatform(url: string, { timers = {}, clock = developmentClock(START), workspaceId, demo = false, connections = 4, outbound = makeOutbound(NO_EXCEPTIONS) }: Given = {}): Promise<TestPlatform> {
  const connection = connect(url, { connections })
  const { db } = connection
  const platform: Platform = {
    db, clock, files: openStore(null), outbound, log: pino({ level: 'silent' }), timers: new Map(Object.entries(timers)), listeners: new Map(), items: new Map(),
    facts: () => ({ publicUrl: 'http://longhand.test', mailWorks: true, mailInDomain: 'ws.example', clockStands: true, repositories: [], outboundAllow: NO_EXCEPTIONS, model: null }),
  }
  const workspace = workspaceId ?? newId(clock.now())
  if (workspaceId === undefined) await db.insertInto('workspace').values({ id: workspace, name: 'Acme', demo, created_at: clock.now() }).execute()
  return {
    ...platform, clock, workspaceId: workspace,
    asSystem: (work) => db.transaction().execute((tx) => work(makeAct(platform, { tx, actor: systemActor(workspace), now: clock.now() }))),
    async person({ name = 'Ben Reader', email, state = 'active' } = {}) {
      const id = newId(clock.now())
      await db.insertInto('person').values({
        workspace_id: workspace, id, name, email: email ?? `${id}@example.com`, role: 'member', state, zone: 'Europe/Berlin', password_hash: null,
        created_at: clock.now(), deactivated_at: null,
      }).execute()
      return id
    },
    close: () => connection.close(),
  }
}
