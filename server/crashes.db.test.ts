import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeClient } from '#contract/client.ts'
import { sql } from 'kysely'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { arm } from '#server/platform/failpoint.ts'
import type { Room } from '#server/platform/db/room.ts'
import type { Failpoint } from '#server/platform/failpoint.ts'
import type { TestPerson } from '#server/app.test-kit.ts'
import { startServerProcess } from '#server/server.test-kit.ts'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { DEEDS, makeWorld, REPEATS } from './crashes.test-kit.ts'
import type { Deed, World } from './crashes.test-kit.ts'
import { brokenFacts } from './invariants.test-kit.ts'

const LONG = process.env['LONGHAND_LONG'] === '1'
/** How often a place fails before it holds. */
const FAILURES = 2
/** A stall on Longhand's clock, shorter than the lease on a message. Unit: s. */
const STALL_S = 60
/** So long it stands still on the machine's. */
const STALL_MS = 1000
/** Until failed timers were tried again, and everything that was told has left; two days in all, so that each case begins at the same hour. */
const LATER = [{ minutes: 10 }, { minutes: 10 }, { hours: 47, minutes: 40 }] as const
const FRIDAY = 5
/** How long others are waited for while they send: shortly where one of them stalls or was killed, since nobody gives its lease back. Unit: ms. */
const WAIT_MS = { error: undefined, stall: 300, kill: 300 } as const
/** The others look at nothing by themselves meanwhile, so that it is the one to be killed that comes to the place. */
const RESTS: Room = { isLeft: () => false, require: () => undefined }
const SLOW_MS = 600_000

/** With each `npm test` those that no other test goes through. */
const PLACES = (Object.keys(DEEDS) as Failpoint[]).filter((name) => LONG || !/^(timer|outbox|write)\./.test(name))
/** Which of these happens at a place: the process is killed, the code throws, or it stands still for a minute. With each `npm test` the code throws; `LONGHAND_HARMS=stall` names others. */
const HARMS = (process.env['LONGHAND_HARMS'] ?? (LONG ? 'error,stall,kill' : 'error')).split(',') as Harm[]
type Harm = 'error' | 'stall' | 'kill'


describeOnNewest('a crash', (on) => {
  let world: World
  let disarm: () => unknown = () => undefined
  const figures = { places: new Set<string>(), cases: 0, lost: 0, twice: 0, repeated: 0, foreignRepeats: 0 }
  beforeAll(async () => { world = await makeWorld(on) })
  afterEach(() => { disarm() })
  afterAll(async () => {
    const { app, others, receiver, service, mailServer } = world
    for (const other of others) await other.stop()
    await app.stop()
    for (const one of [receiver, service, mailServer]) await one.stop()
    for (const [what, value, wanted, met] of [
      ['failpoints at which the whole app crashed; 7 more under mail in, G13 and G14', figures.places.size, '≥ 25 together', figures.places.size + 7 >= 25], [`crashes, each with four processes at one clock (${HARMS.join(', ')})`, figures.cases, `${HARMS.length} for each failpoint`, figures.cases === figures.places.size * HARMS.length],
      ['things told in the app that were lost or told twice', figures.twice, '0', figures.twice === 0], ['mails, webhooks and pushes that were lost', figures.lost, '0', figures.lost === 0],
      ['repeats of mails and webhooks, each under its first id', figures.repeated, 'only between sent and noted', figures.foreignRepeats === 0],
    ] as const) figure({ gate: 'G5', what, value, wanted, met, postgres: String(on.version) })
  })

  /** A deed, once without harm and once with it: what came of both is the same. */
  const cases = PLACES.flatMap((name) => HARMS.map((harm): [Harm, Failpoint, Deed] => [harm, name, DEEDS[name] as Deed]))
  const expected = new Map<Deed, unknown>()

  test.each(cases)('(%s) at %s: nothing is lost, nothing is told twice', async (harm, name, deed) => {
    if (!expected.has(deed)) expected.set(deed, (await live(deed, `plain${expected.size}`)).effects)
    const label = `${harm}${name.replaceAll(/\W/g, '')}`
    const told = await live(deed, label, { harm, name })
    figures.places.add(name)
    figures.cases += 1
    figures.repeated += told.repeats
    if (!REPEATS.has(name)) figures.foreignRepeats += told.repeats
    if (JSON.stringify(told.effects) !== JSON.stringify(expected.get(deed))) figures.lost += 1
    expect(told.effects).toEqual(expected.get(deed))
    if (!REPEATS.has(name)) expect(told.repeats).toBe(0)
    const broken = await brokenFacts(on.url)
    figures.twice += broken.length
    expect(broken).toEqual([])
  }, SLOW_MS)

  async function live(deed: Deed, label: string, harmed?: { harm: Harm; name: Failpoint }) {
    const { app, ana, ben } = world
    const key = (name: string) => ({ idempotencyKey: `${label} ${name}` })
    const hits = { left: harmed?.harm === 'error' ? FAILURES : harmed?.harm === 'stall' ? 1 : 0 }
    if (harmed?.harm === 'kill') return killedAndDoneAgain(deed, label, harmed.name)
    if (harmed) disarm = arm(harmed.name, () => { if (hits.left > 0) { hits.left -= 1; return harmed.harm === 'stall' ? stall() : fail(harmed.name) } })
    const given = { ana: ana.call, ben: ben.call, owner: app.owner.call, at: { ...world.at, now: app.app.platform.clock.now() }, label, key }
    for (let tries = 0; ; tries += 1) {
      const done = await deed(given).then(() => true, (error: unknown) => { if (tries > FAILURES) throw error; return false })
      if (done) break
    }
    await twoDays(harmed?.harm)
    if (harmed) expect([harmed.name, hits.left]).toEqual([harmed.name, 0])
    return effectsOf(label)
  }

  /** Until all has left that was told, and on to a day that two working days begin with. */
  async function twoDays(harm?: Harm): Promise<void> {
    for (const step of LATER) await moveOn(step, harm)
    disarm()
    while (world.app.app.platform.clock.now().toZonedDateTimeISO('UTC').dayOfWeek >= FRIDAY) await moveOn({ hours: 24 }, harm)
  }

  /** By a server that is killed there, and again, with the same keys, by one that lives. */
  async function killedAndDoneAgain(deed: Deed, label: string, name: Failpoint) {
    const { app, ana, ben, others } = world
    const at = { ...world.at, now: app.app.platform.clock.now() }
    for (const { platform } of [app.app, ...others]) platform.room = RESTS
    try { await killed(deed, label, { name, at }) } finally { for (const { platform } of [app.app, ...others]) delete platform.room }
    await deed({ ana: ana.call, ben: ben.call, owner: app.owner.call, at, label, key: (one) => ({ idempotencyKey: `${label} ${one}` }) })
    await twoDays('kill')
    return effectsOf(label)
  }

  const fail = (name: string): void => { throw new Error(`Failed at ${name}.`) }
  /** Nobody of this process goes on for a minute of Longhand's clock, while the others do. */
  async function stall(): Promise<void> {
    const now = world.app.app.platform.clock.now().add({ seconds: STALL_S })
    for (const other of world.others) other.development?.moveTo(now)
    // What stalls may hold what the others wait for.
    await Promise.race([Promise.all(world.others.map((other) => other.worker.runDue())), pause(STALL_MS)])
  }
  /**
   * The others act as they do, and are waited for while they send: the clock would move past their lease otherwise, and what they
   * are sending would be sent again.
   */
  const moveOn = (by: Temporal.DurationLike, harm: Harm = 'error'): Promise<void> =>
    world.app.advanceTo(world.app.app.platform.clock.now().add(by).toString(), WAIT_MS[harm])

  /** The same deed by a server of its own, which is killed on the way or soon after. */
  async function killed(deed: Deed, label: string, { name, at }: { name: Failpoint; at: World['at'] & { now: Temporal.Instant } }): Promise<void> {
    const { app, ana, ben, receiver, service, mailServer } = world
    const dataDir = join(tmpdir(), `longhand-killed-${randomUUID()}`)
    const server = await startServerProcess({ dataDir, args: ['--clock', app.app.platform.clock.now().toString()], env: {
      DATABASE_URL: on.url, LONGHAND_FAILPOINT: name, SMTP_URL: mailServer.url, MAIL_FROM: 'Longhand <longhand@example.com>', LONGHAND_OUTBOUND_ALLOW: `${receiver.host},${service.host}`, LONGHAND_UPGRADE_BACKUP: 'off',
    } })
    const as = ({ token }: TestPerson) => makeClient({ base: server.url, token, newKey: randomUUID })
    await deed({ ana: as(ana), ben: as(ben), owner: as(app.owner), at, label, key: (one) => ({ idempotencyKey: `${label} ${one}` }) }).catch(() => undefined)
    for (const { minutes, hours = 0 } of LATER as readonly { minutes: number; hours?: number }[]) {
      await fetch(`${server.url}/dev/clock`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${app.owner.token}` }, body: JSON.stringify({ advance: `PT${minutes + hours * 60}M` }) }).catch(() => undefined)
    }
    expect([name, await server.end('SIGTERM')]).toEqual([name, 'SIGKILL'])
    await rm(dataDir, { recursive: true, force: true })
    await world.app.advanceTo((await sql<{ at: Temporal.Instant }>`select greatest(development_clock, ${world.app.app.platform.clock.now().toString()}::timestamptz) as at from instance`.execute(on.db)).rows[0]?.at.toString() ?? '', WAIT_MS.kill)
  }

  /** What a label has left behind: rows, and what came to people, mail server, receiver and device. */
  async function effectsOf(label: string) {
    const { rows } = await sql<{ what: string; n: string }>`
      with mine as (select id, kind from entry where title like ${`${label} %`})
      select 'entry ' || kind as what, count(*)::text as n from mine group by kind
      union all select 'reply ' || r.kind, count(*)::text from reply r join mine m on m.id = r.entry_id group by r.kind
      union all select 'told ' || i.kind, count(*)::text from attention_item i join mine m on m.id = i.conversation_id group by i.kind
      union all select 'file', count(*)::text from file where name like ${`${label} %`} having count(*) > 0
      union all select 'baton ' || b.state, count(*)::text from baton b where b.text like ${`${label} %`} group by b.state
      union all select 'run', count(*)::text from run where title like ${`${label} %`} having count(*) > 0
      union all select 'message ' || d.channel || ' ' || d.state, count(*)::text from delivery d where d.channel <> 'push' and d.subject like ${`%${label} %`} group by d.channel, d.state order by 1`.execute(on.db)
    const mails = [...world.mails.filter(({ subject }) => subject.includes(`${label} `)).map(({ messageId }) => messageId), ...world.mailServer.received.filter(({ mail }) => mail.subject?.includes(`${label} `)).map(({ mail }) => mail.messageId)]
    const hooks = world.receiver.got.filter(({ text }) => text.includes(`${label} `)).map(({ headers }) => headers['webhook-id'])
    const numbers = await sql<{ number: string }>`select number::text from entry where title like ${`${label} %`}`.execute(on.db)
    const byNumber = world.receiver.got.filter(({ text }) => numbers.rows.some(({ number }) => (JSON.parse(text) as { data: { number?: number } }).data.number === Number(number))).map(({ headers }) => headers['webhook-id'])
    const told = [...new Set([...hooks, ...byNumber])]
    const repeats = mails.length - new Set(mails).size + byNumber.length - new Set(byNumber).size
    return { effects: { rows: rows.map(({ what, n }) => `${what}: ${n}`), mails: new Set(mails).size, webhooks: told.length }, repeats }
  }
})
