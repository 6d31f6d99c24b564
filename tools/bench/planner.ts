import { randomUUID } from 'node:crypto'
import { planner } from '#domain/attention/plan.ts'
import { DEFAULT_CLAUSES } from '#domain/attention/types.ts'
import type { FocusBlock, Item, Reader, Standing } from '#domain/attention/types.ts'
import type { Interval, Weekday } from '#domain/time/types.ts'
import { planTold } from '#server/attention/planning.ts'
import { developmentClock } from '#server/platform/clock.ts'
import { SESSION } from '#server/platform/db/connect.ts'
import { testPlatform } from '#server/platform/platform.test-kit.ts'
import { embeddedUrl, postgresPid } from '#server/server.test-kit.ts'
import pg from 'pg'
import { costOf, type Cost } from './cost.ts'
import { NOW, type Seeded } from './seed.ts'

/** People of a large company, and how many things of a morning each of them is told of. */
const READERS = 10_000
const ITEMS_EACH = 20
const ZONES = ['Europe/Berlin', 'Europe/Lisbon', 'Asia/Manila', 'Asia/Kolkata', 'America/New_York', 'America/Los_Angeles', 'Asia/Tokyo', 'Australia/Adelaide']
const HOURS: readonly (readonly (readonly [string, string])[])[] = [[['09:00', '17:00']], [['09:00', '12:30'], ['13:30', '18:00']], [['22:00', '06:00']], [['08:30', '12:00']]]
const DAYS: readonly Weekday[] = [1, 2, 3, 4, 5]
const STANDINGS: readonly Standing[] = ['asked', 'mentioned', 'following', 'following', 'space', 'broadcast']
const MINUTE_MS = 60_000

/** Items planned in a second, by one thread. `first`: one item each, with the reader's time laid out for it; `more`: many items on one layout. */
export type PlannerFigures = { readers: number; first: number; more: number; told: { readers: number; ours: Cost; limit: Cost } }

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

/** The n-th of many people who differ in zone, hours, focus and choices; always the same one. */
function reader(n: number): Reader {
  const week = DAYS.flatMap((day) => pick(HOURS, n).map(([start, end]): Interval => ({ day, start, end })))
  const focus: FocusBlock[] = n % 3 === 0 ? [] : [{ kind: 'recurring', id: `focus ${n}`, days: DAYS, start: '09:30', end: '11:30', from: '2000-01-01', until: null }]
  return {
    calendar: { periods: [{ from: null, zone: pick(ZONES, n), anchor: '2026-01-05', weeks: [week] }], holidays: new Set(n % 5 === 0 ? ['2026-03-24'] : []), absences: [], given: new Set(), taken: [] },
    focus, windows: n % 2 === 0 ? [] : [{ kind: 'shift_start' }, { kind: 'midday' }, { kind: 'focus_end' }], digest: { every: n % 7 === 0 ? 'week' : 'day', time: null }, active: true, clauses: DEFAULT_CLAUSES,
  }
}

function item(n: number, k: number): Item {
  const at = Temporal.Instant.from(NOW).add({ milliseconds: ((n * 7 + k * 31) % (24 * 60)) * MINUTE_MS })
  return { id: `${n}-${k}`, conversation: `thread ${k}`, at, urgent: false, standing: pick(STANDINGS, n + k), quiet: k % 9 === 0, mutedUntil: null, maySee: true }
}

function perSecond(readers: number, items: number): number {
  const now = Temporal.Instant.from(NOW)
  const people = Array.from({ length: readers }, (_none, n) => reader(n))
  const things = people.map((_person, n) => Array.from({ length: items }, (_none, k) => item(n, k)))
  const began = performance.now()
  for (const [n, person] of people.entries()) {
    const plan = planner(person)
    for (const thing of things[n] ?? []) plan(thing, now)
  }
  return readers * items / (performance.now() - began) * 1000
}

type Given = { seeded: Seeded; dataDir: string; requests: number }

/** How fast the rules plan alone, and what it costs to plan one text for 200 readers through the database. */
export async function benchPlanner({ seeded, dataDir, requests }: Given): Promise<PlannerFigures> {
  const readers = Math.min(READERS, requests * ITEMS_EACH)
  perSecond(Math.min(readers, 500), 1)
  return { readers, first: perSecond(readers, 1), more: perSecond(readers, ITEMS_EACH), told: await benchTold({ seeded, dataDir, requests: Math.ceil(requests / 10) }) }
}

/** The limit is the one statement that writes a row for each reader. */
async function benchTold({ seeded: { workspaceId, peopleIds, spaceId, oldThreadId, readerId }, dataDir, requests }: Given): Promise<PlannerFigures['told']> {
  const url = embeddedUrl(dataDir)
  const platform = await testPlatform(url, { workspaceId, clock: developmentClock(Temporal.Instant.from(NOW)) })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(SESSION)
  const { rows: [backend] } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const told = () => ({
    key: `bench:${randomUUID()}`, kind: 'thread', source: 'threads.thread', subjectId: oldThreadId, conversationId: oldThreadId, spaceId, urgent: 'false', obliges: 'false', authorId: readerId,
    toldAt: NOW, notBefore: Temporal.Instant.from(NOW).add({ seconds: 10 }).toString(), readers: peopleIds.map((id) => `${id}:following`).join(' '),
  })
  const ours = await costOf(() => platform.asSystem((act) => planTold(act, told())), { connections: 1, requests, pids: [process.pid], postgres: [postgresPid(dataDir) ?? 0] })
  const limit = await costOf(async () => { await client.query({ name: 'told', text: ROWS, values: [workspaceId, peopleIds, `limit:${randomUUID()}`, oldThreadId, spaceId, NOW] }) }, { connections: 1, requests, pids: [], postgres: [backend?.pid ?? 0] })
  await client.end()
  await platform.close()
  return { readers: peopleIds.length, ours, limit }
}

const ROWS = `insert into attention_item (workspace_id, id, person_id, event_key, kind, source, subject_id, conversation_id, space_id, standing, created_at, not_before, plan, deliver_at, state)
  select $1::uuid, gen_random_uuid(), person, $3::text, 'thread', 'threads.thread', $4::uuid, $4::uuid, $5::uuid, 'following', $6::timestamptz, $6, '{}', $6, 'waiting' from unnest($2::uuid[]) person`
