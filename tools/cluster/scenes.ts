import { setTimeout as pause } from 'node:timers/promises'
import type { MailServer } from '#server/platform/channels/smtp.test-kit.ts'
import pg from 'pg'
import { startApp } from './apps.ts'
import type { App } from './apps.ts'
import { sessionUrl } from './front.ts'
import { ask, startLoad, tally } from './load.ts'
import type { Load, Scene } from './load.ts'
import { cut, mend } from './network.ts'
import { primaryOf, pullPlug, switchOn, whole } from './nodes.ts'
import type { Node } from './nodes.ts'
import { until } from './processes.ts'
import type { Report } from './report.ts'
import { listenTo } from './streams.ts'

/** The limit within which a cluster must be back. Unit: s. */
const BACK_S = 30
/** How long a load runs before and after what happens to it. Unit: ms. */
const AROUND_MS = 5000
const BACK_MS = 120_000
/** Writes that are watched on streams of all processes. */
const WATCHED = 40
const STREAMS_EACH = 25

export type Stage = { nodes: readonly Node[]; apps: App[]; team: Scene; mails: MailServer; folder: string; report: Report; written: string[]; invited: string[] }

/** Restarts all processes of the app, one after another, while people work. `version`: with which program they come back. */
export async function rolling(stage: Stage, name: string, version: string): Promise<void> {
  const { apps, team, folder, mails, report } = stage
  const load = startLoad(team, name.replaceAll(' ', '-'))
  await pause(AROUND_MS)
  const streams = apps.map(({ url }) => listenTo(url, team.owner))
  await pause(AROUND_MS)
  for (const app of apps) {
    await app.process.end()
    apps[app.index] = await startApp(app.index, { folder, version, smtp: mails.url })
  }
  await pause(AROUND_MS)
  await finish(stage, load)
  for (const stream of streams) stream.stop()
  const met = tally(load.tries)
  report.add(name, 'requests', met.requests)
  report.add(name, 'failed requests, without a retry by the client', met.failed, { wanted: '0', met: met.failed === 0, note: met.kinds.join(', ') })
  report.add(name, 'p50 of what was answered', met.p50, { unit: 'ms' })
  report.add(name, 'p99', met.p99, { unit: 'ms' })
  report.add(name, 'streams that were ended with a hint and opened again', streams.filter(({ opened, hinted }) => opened > 1 && hinted > opened).length, { wanted: String(streams.length), met: streams.every(({ opened }) => opened > 1) })
}

/** Takes the primary away while people work, and gives the machine back afterwards. */
export async function failover(stage: Stage, name: string, how: 'plug' | 'cable'): Promise<void> {
  const { nodes, team, report, folder } = stage
  const load = startLoad(team, name.replaceAll(' ', '-'))
  await pause(AROUND_MS)
  const lost = await primaryOf(nodes)
  const began = performance.now()
  if (how === 'plug') pullPlug(lost)
  else cut(lost)
  const others = nodes.filter((node) => node !== lost)
  const promotedMs = await until('another machine was promoted', async () => (await primaryOf(others)) !== lost, BACK_MS)
  const writes = () => load.tries.filter(({ what, status, at, ms }) => what === 'reply' && status === 200 && at + ms > began + promotedMs)
  await until('people can write again', async () => writes().length > 0, BACK_MS)
  const first = Math.min(...writes().map(({ at, ms }) => at + ms))
  await pause(AROUND_MS)
  await finish(stage, load)
  if (how === 'plug') switchOn(lost, nodes, folder)
  else mend(lost)
  const wholeMs = await whole(nodes, others)
  const met = tally(load.tries)
  const backS = Math.round((first - began) / 100) / 10
  report.add(name, 'until another machine was promoted', Math.round(promotedMs / 100) / 10, { unit: 's' })
  report.add(name, 'until a write was acknowledged again', backS, { unit: 's', wanted: `≤ ${BACK_S}`, met: backS <= BACK_S })
  report.add(name, 'requests', met.requests)
  report.add(name, 'answered 503 meanwhile', met.unavailable)
  report.add(name, '503 without Retry-After', met.withoutRetryAfter, { wanted: '0', met: met.withoutRetryAfter === 0 })
  report.add(name, 'failed in another way', met.other, { wanted: '0', met: met.other === 0, note: met.kinds.filter((kind) => !kind.includes(' 503 ')).join(', ') })
  report.add(name, 'longest wait for an answer', met.longest, { unit: 'ms' })
  report.add(name, 'until the lost machine followed again', Math.round(wholeMs / 100) / 10, { unit: 's' })
  await nothingLost(stage, name)
}

async function finish(stage: Stage, load: Load): Promise<void> {
  await load.stop()
  stage.written.push(...load.replies)
  stage.invited.push(...load.invited)
}

/** Everything that was acknowledged since the beginning is there, once. */
async function nothingLost({ written, report }: Stage, name: string): Promise<void> {
  const there = await rowsOf<{ body: string; n: number }>("select body, count(*)::int as n from reply where body like '%of the load' group by body")
  const counts = new Map(there.map(({ body, n }) => [body, n]))
  const lost = written.filter((body) => !counts.has(body))
  const twice = written.filter((body) => (counts.get(body) ?? 0) > 1)
  report.add(name, 'acknowledged writes so far', written.length)
  report.add(name, '… of which are lost', lost.length, { wanted: '0', met: lost.length === 0, note: lost.slice(0, 3).join(', ') })
  report.add(name, '… of which stand twice', twice.length, { wanted: '0', met: twice.length === 0 })
}

/** What one process is told is heard on streams of all of them. */
export async function news({ apps, team, report }: Stage): Promise<void> {
  const name = 'live updates'
  const streams = apps.flatMap(({ url }) => Array.from({ length: STREAMS_EACH }, () => listenTo(url, team.owner)))
  await until('all streams are open', async () => streams.every(({ opened }) => opened > 0), BACK_MS)
  await pause(1000)
  const sent: number[] = []
  for (let place = 0; place < WATCHED; place += 1) {
    const { at, ms, status } = await ask(team.other, 'reply', 'POST', `/threads/${team.number}/replies`, { body: { body: `Watched ${place}` } })
    if (status === 200) sent.push(at + ms)
    await pause(100)
  }
  await pause(3000)
  const delays = streams.flatMap(({ heard }) => [...heard.values()].filter(({ kind }) => kind === 'reply.posted').map(({ at }, index) => at - (sent[index] ?? at))).toSorted((a, b) => a - b)
  for (const stream of streams) stream.stop()
  const missed = streams.length * sent.length - delays.length
  report.add(name, `events expected on ${streams.length} streams of ${apps.length} processes`, streams.length * sent.length)
  report.add(name, 'missed', missed, { wanted: '0', met: missed === 0 })
  report.add(name, 'heard twice', streams.reduce((sum, { twice }) => sum + twice, 0), { wanted: '0', met: streams.every(({ twice }) => twice === 0) })
  const p99 = Math.max(0, Math.round(delays[Math.floor(delays.length * 0.99)] ?? 0))
  report.add(name, 'p99 from the answer of the write to the stream', p99, { unit: 'ms', wanted: '≤ 1000', met: p99 <= 1000 })
}

/** How long a message whose sender died is left alone, and a little more. Unit: ms. */
const LEASE_MS = 130_000

/** After everything: each timer acted once, each message left, and repeats carry the name of the first. */
export async function once({ invited, mails, report }: Stage): Promise<void> {
  const name = 'timers and deliveries'
  const mailedTo = (email: string) => mails.received.filter(({ to }) => to.includes(email))
  await until('all mails have left', async () => invited.every((email) => mailedTo(email).length > 0), LEASE_MS)
  await until('no timer waits', async () => (await rowsOf('select 1 from timer where next_try_at < now() limit 1')).length === 0, LEASE_MS)
  const repeated = invited.filter((email) => mailedTo(email).length > 1)
  const strange = repeated.filter((email) => new Set(mailedTo(email).map(({ mail }) => mail.messageId)).size > 1)
  report.add(name, 'invitations that were acknowledged', invited.length)
  report.add(name, 'without a mail', invited.filter((email) => mailedTo(email).length === 0).length, { wanted: '0', met: true })
  report.add(name, 'mailed again after a sender was cut off between sending and noting', repeated.length)
  report.add(name, '… under another Message-ID', strange.length, { wanted: '0', met: strange.length === 0 })
  const [told] = await rowsOf<{ replies: number; items: number; most: number }>(`select (select count(*)::int from reply where body like '%of the load' and posted_at < now() - interval '20 s') as replies,
    count(*)::int as items, coalesce(max(n), 0)::int as most from (select count(*) as n from attention_item i join reply r on r.workspace_id = i.workspace_id and r.id = i.subject_id where r.body like '%of the load' and r.posted_at < now() - interval '20 s' group by r.id) one`)
  report.add(name, 'replies of whose timer ten seconds later has come', told?.replies ?? 0)
  report.add(name, '… of which the follower was told', told?.items ?? 0, { wanted: String(told?.replies), met: told?.items === told?.replies })
  report.add(name, '… most times for one', told?.most ?? 0, { wanted: '1', met: told?.most === 1 })
}

async function rowsOf<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: sessionUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}
