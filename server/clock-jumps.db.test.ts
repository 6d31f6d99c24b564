import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { setUpWorkspace, signIn } from '#contract/account.ts'
import { postAsk, readAsk } from '#contract/asks.ts'
import { makeClient } from '#contract/client.ts'
import type { Call } from '#contract/client.ts'
import { acceptInvite, invitePerson } from '#contract/members.ts'
import { postThread } from '#contract/threads.ts'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { sizeOf } from '#tools/reliability/size.test-kit.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startMailServer, type MailServer } from './platform/channels/smtp.test-kit.ts'
import { machineClock } from './platform/clock.ts'
import { describeOnNewest } from './platform/db/db.test-kit.ts'
import { weekdays } from './app.test-kit.ts'
import { brokenFacts } from './invariants.test-kit.ts'
import { startServerProcess, temporaryData, type ServerProcess } from './server.test-kit.ts'

/** Where Debian's `faketime` puts the library that answers a process when it asks for the time. */
const LIBRARY = [`/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/faketime/libfaketime.so.1`, '/usr/lib/faketime/libfaketime.so.1'].find((path) => existsSync(path))

const [HOUR_S, DAY_S] = [3600, 86_400]
const TEN_YEARS_S = 3653 * DAY_S
/** RELIABILITY G8 (iii): how far from the machine's own time the clock is set, one after the other. Unit: seconds. */
const ROUND = [1, 0, -1, 0, HOUR_S, 0, -HOUR_S, 0, DAY_S, 0, -DAY_S, 0, TEN_YEARS_S, 0, -TEN_YEARS_S, 0]
const ROUNDS = sizeOf(2, 0)
const OFFSETS = ROUNDS > 0 ? Array.from({ length: ROUNDS }, () => ROUND).flat() : [HOUR_S, 0]
const STALL_MS = 60_000
/** How long somebody writes between two jumps. Unit: ms. */
const WRITING_MS = sizeOf(4000, 700)
const SLOW_MS = sizeOf(1_800_000, 120_000)
const OWNER = { email: 'olga@example.com', password: 'a long password' }
/** Somebody who can be told at any hour. */
const ALWAYS = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, start: '00:00', end: '23:59' }))

type Told = { what: string; from: number; ms: number }

describeOnNewest('the clock of the machine jumps while people write', (on) => {
  let server: ServerProcess
  let mails: MailServer
  let dataDir = ''
  const folder = mkdtempSync(join(tmpdir(), 'longhand-clock-'))
  const file = join(folder, 'offset')
  let offset = 0
  /** The whole new content is there at once, since the server reads it whenever it asks for the time. */
  const setClock = (seconds: number) => {
    offset = seconds
    writeFileSync(`${file}.new`, `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}\n`)
    renameSync(`${file}.new`, file)
  }
  beforeAll(async () => {
    if (LIBRARY === undefined) return
    setClock(0)
    mails = await startMailServer()
    dataDir = temporaryData()
    server = await startServerProcess({ dataDir, env: {
      DATABASE_URL: on.url, SMTP_URL: mails.url, MAIL_FROM: 'Longhand <longhand@example.com>',
      LD_PRELOAD: LIBRARY, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1', NO_FAKE_STAT: '1',
    } })
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    if (LIBRARY === undefined) return
    await server.end('SIGTERM')
    await mails.stop()
    rmSync(dirname(dataDir), { recursive: true, force: true })
  })

  const client = (token?: string): Call => makeClient({ base: server.url, newKey: () => crypto.randomUUID(), ...(token !== undefined && { token }) })
  const signedIn = async () => client((await client()(signIn, OWNER)).token)
  const arrived = (address: string) => mails.received.filter(({ to }) => to.includes(address))
  const items = async (number: number) => (await sql<{ n: number }>`select count(*)::int as n from attention_item i join entry e on e.workspace_id = i.workspace_id and e.id = i.conversation_id where e.number = ${number}`.execute(on.db)).rows[0]?.n ?? 0
  const until = async (what: string, holds: () => Promise<boolean> | boolean): Promise<Told> => {
    const from = performance.now()
    while (!await holds()) {
      if (performance.now() - from > STALL_MS) return { what: `${what} at ${offset} s`, from, ms: Number.POSITIVE_INFINITY }
      await pause(25)
    }
    return { what, from, ms: performance.now() - from }
  }

  async function begin() {
    const { me } = await client()(setUpWorkspace, { workspace: 'Acme', name: 'Olga Owner', ...OWNER, zone: 'Europe/Berlin', weeks: [weekdays('09:00', '17:00')], preset: '002' })
    const spaceId = me.spaces[0]?.id ?? ''
    const { link } = await (await signedIn())(invitePerson, { email: 'ben@example.com', spaceIds: [spaceId] })
    const ben = await client()(acceptInvite, { token: link.split('/').at(-1) ?? '', name: 'Ben', password: OWNER.password, zone: 'Asia/Tokyo', weeks: [ALWAYS] })
    return { spaceId, benId: ben.me.person.id, asks: new Map<number, string>(), waits: [] as Promise<Told>[], written: 0, call: await signedIn(), signIns: 0 }
  }
  type World = Awaited<ReturnType<typeof begin>>

  /** One mail that leaves at once, one thread of which somebody is told, one ask with its deadline. */
  async function write(world: World, call: Call): Promise<void> {
    const email = `guest.${world.written += 1}@example.com`
    await call(invitePerson, { email })
    world.waits.push(until(`the mail to ${email}`, () => arrived(email).length > 0))
    const { number } = await call(postThread, { spaceId: world.spaceId, title: `Thread ${world.written}`, body: 'Look, @Ben.' })
    world.waits.push(until(`what Ben is told of #${number}`, async () => await items(number) > 0))
    const asked = await call(postAsk, { spaceId: world.spaceId, title: `Ask ${world.written}`, kind: 'answer', to: world.benId })
    if (asked.dueAt !== null) world.asks.set(asked.number, asked.dueAt)
  }

  /** Sessions end where the clock passes their end: whoever hears that signs in again. */
  async function writeThrough(world: World, jumpTo: number): Promise<void> {
    const end = performance.now() + WRITING_MS
    for (let jumped = false; performance.now() < end || !jumped;) {
      const writing = write(world, world.call).catch(async () => { world.call = await signedIn(); world.signIns += 1 })
      if (!jumped && performance.now() > end - WRITING_MS / 2) { setClock(jumpTo); jumped = true }
      await writing
    }
  }

  test('each mail leaves once, nobody waits a minute longer, and no shown deadline moves', { timeout: SLOW_MS }, async () => {
    const say = (what: string, value: number, wanted: string, met: boolean, unit?: string) => figure({ gate: 'G8', what, value, wanted, met, ...(unit !== undefined && { unit }) })
    if (LIBRARY === undefined) {
      console.warn('libfaketime is not on this machine (apt-get install faketime), so that its clock was not made to jump: this is not shown.')
      return say('jumps of the machine’s clock under a running server; libfaketime is not here', 0, `${ROUND.length}`, false)
    }
    const world = await begin()
    for (const jumpTo of OFFSETS) await writeThrough(world, jumpTo)
    const waits = await Promise.all(world.waits)
    const longest = Math.round(Math.max(...waits.map(({ ms }) => ms)))
    const twice = Object.values(Object.groupBy(mails.received, ({ mail }) => mail.messageId ?? '')).filter((some) => (some?.length ?? 0) > 1)
    const { rows: late } = await sql<{ kind: string; due_at: Temporal.Instant }>`select kind, due_at from timer where kind in ('attention.release', 'brief.compose') and due_at > ${machineClock().now().add({ hours: 24 * 8 })}`.execute(on.db)
    const call = await signedIn()
    const moved: string[] = []
    for (const [number, dueAt] of world.asks) {
      const now = await call(readAsk, { number })
      if (now.dueAt !== dueAt) moved.push(`#${number} was due at ${dueAt}, and is at ${now.dueAt}`)
    }
    const { rows: overdue } = await sql<{ ask_id: string }>`select ask_id from ask_step where kind = 'overdue' group by ask_id having count(*) > 1`.execute(on.db)
    const broken = await brokenFacts(on.url)
    say('jumps of the machine’s clock under a running server: ±1 s, ±1 h, ±1 day, ±10 years and back', OFFSETS.length, `≥ ${ROUND.length}`, OFFSETS.length >= ROUND.length)
    say('mails, tellings and deadlines that were waited for', waits.length + world.asks.size, '', true)
    say('longest that one of them took', longest, '≤ 60,000 ms', longest <= STALL_MS, 'ms')
    say('mails that left twice, and deadlines that passed twice', twice.length + overdue.length, '0', twice.length + overdue.length === 0)
    say('shown deadlines that moved', moved.length, '0', moved.length === 0)
    say('digests and briefs that wait for the time of a clock that was wrong', late.length, '0', late.length === 0)
    expect(world.signIns).toBeLessThanOrEqual(OFFSETS.length)
    expect(waits.filter(({ ms }) => ms > STALL_MS)).toEqual([])
    expect([twice.map((some) => some?.[0]?.to), overdue, moved, late, broken]).toEqual([[], [], [], [], []])
  })
})
