import { OPERATIONS } from '#contract/index.ts'
import type { FastifyInstance } from 'fastify'
import type { DestinationStream } from 'pino'
import { FEATURES } from './features.ts'
import type { ItemSource, Listener, Platform, ServerFacts, TimerHandler } from './platform/act.ts'
import type { Recorders } from './platform/audit/recorded.ts'
import { mailChannel } from './platform/channels/mail-channel.ts'
import { listenForMail } from './platform/channels/inbound/listener.ts'
import type { MailListener } from './platform/channels/inbound/listener.ts'
import { addUnsubscribePages } from './platform/channels/unsubscribe-pages.ts'
import { smtpSender } from './platform/channels/mail.ts'
import type { MailSender } from './platform/channels/mail.ts'
import type { Senders } from './platform/channels/sender.ts'
import type { DevelopmentClock, Instant } from './platform/clock.ts'
import type { MailInSettings, ModelSettings, Repository } from './platform/config.ts'
import { ConfigError } from './platform/config.ts'
import { connect } from './platform/db/connect.ts'
import { migrate } from './platform/db/migrate.ts'
import { roomOn } from './platform/db/room.ts'
import { openReplica } from './platform/db/replica.ts'
import { catchUpAfterRestore } from './platform/backup/catch-up.ts'
import { machineClock } from './platform/clock.ts'
import { openStore } from './platform/files/open-store.ts'
import type { FileSettings } from './platform/files/open-store.ts'
import { addDescription } from './platform/http/description.ts'
import { addDevClock } from './platform/http/dev-clock.ts'
import { limitWrites } from './platform/http/person-limit.ts'
import { addHealth } from './platform/http/health.ts'
import { addMetrics } from './platform/http/metrics.ts'
import { addLeaving, newLeaving } from './platform/http/leaving.ts'
import { addProblemPages } from './platform/http/problem-pages.ts'
import { buildHttp } from './platform/http/server.ts'
import { addStream } from './platform/http/stream.ts'
import { makeOutbound } from './platform/outbound.ts'
import { NO_EXCEPTIONS } from './platform/outbound-target.ts'
import type { Allowed } from './platform/outbound-target.ts'
import { openLog } from './platform/telemetry/log.ts'
import { openInstance } from './platform/instance.ts'
import { startWorker } from './platform/jobs/worker.ts'
import type { Worker } from './platform/jobs/worker.ts'
import { addMcp } from './platform/mcp/mcp.ts'
import { listenForNews } from './platform/news.ts'

/** How long requests that came in may take to end once nothing is accepted any more. Unit: ms. */
const FINISH_MS = 5000

export type AppSettings = {
  databaseUrl: string
  /** The same database without a pooler that gives each transaction another connection; null where there is none before it. */
  sessionUrl?: string | null
  /** A replica of it, for reads of briefs and search; none unless given. */
  replicaUrl?: string | null
  /** How long a stopping process goes on answering, so that the front notices. Unit: ms; 0 unless given. */
  leavingMs?: number
  /** Where a development clock begins; null for the machine's. */
  clockStart: Instant | null
  smtp: { url: string; from: string } | null
  /** Tests record mails with a sender of their own. */
  sender?: MailSender
  webDir: string | null
  logLevel: string
  /** Where the log goes instead of the standard error; for tests. */
  logTo?: DestinationStream
  /** Who reads /metrics from elsewhere than this machine; nobody unless given. */
  metricsToken?: string | null
  /** Sign-ins and redeemed links that one address may try a minute. */
  triesPerMinute: number
  /** What one person may change within a minute; without a limit unless given. */
  writesPerMinute?: number
  /** Whether a proxy on this machine says whose address it is; nobody is believed unless given. */
  trustProxy?: boolean
  /** Set once the server listens, unless people reach it under another name. */
  publicUrl: string
  /** Git repositories from which wraps are prefilled; none unless given. */
  repositories?: readonly Repository[]
  /** Where the bytes of files are; none can be kept unless given. */
  files?: FileSettings
  /** The data folder, for what the status page says of it. */
  dataDir?: string
  /** Where the embedded database lies; not given for one that somebody else runs. */
  databaseFolder?: string | null
  /** Hosts that may be called although they are private or without encryption; none unless given. */
  outboundAllow?: Allowed
  /** The model that may order passages of answers; none unless given. */
  model?: ModelSettings | null
  /** Where mails that answer ours come in; nowhere unless given. */
  mailIn?: MailInSettings | null
  /** False for a server that runs what is due only when it is told to. */
  worksByItself?: boolean
}

export type App = {
  http: FastifyInstance; platform: Platform; worker: Worker; development: DevelopmentClock | null
  /** The port on which mails come in; null where they do not. */
  mailInPort: number | null
  setPublicUrl(url: string): void
  stop(): Promise<void>
}

/** Puts the whole server together on one database: migrations, clock, rooms, HTTP, timers and deliveries. */
export async function createApp(settings: AppSettings): Promise<App> {
  const log = openLog(settings.logLevel, settings.logTo)
  const sessionUrl = settings.sessionUrl ?? settings.databaseUrl
  await migrate(sessionUrl, { now: settings.clockStart ?? machineClock().now() })
  const connection = connect(settings.databaseUrl, { pooled: sessionUrl !== settings.databaseUrl })
  const { clock, development } = await openInstance(connection.db, settings.clockStart)
  const send = settings.sender ?? smtpSender(settings.smtp)
  const facts: ServerFacts = { publicUrl: settings.publicUrl, mailWorks: send !== null, mailInDomain: settings.mailIn?.domain ?? null, clockStands: development !== null, repositories: settings.repositories ?? [], outboundAllow: settings.outboundAllow ?? NO_EXCEPTIONS, model: settings.model ?? null, ...(settings.dataDir !== undefined && { dataDir: settings.dataDir }) }
  const platform: Platform = { db: connection.db, clock, log, files: openStore(settings.files ?? null), outbound: makeOutbound(facts.outboundAllow), facts: () => facts, timers: timersOf(), listeners: listenersOf(), items: itemsOf(), recorders: recordersOf() }
  if (settings.writesPerMinute !== undefined) platform.writeLimit = limitWrites(settings.writesPerMinute)
  if (settings.databaseFolder) platform.room = roomOn(settings.databaseFolder)
  const replica = settings.replicaUrl ? openReplica(settings.replicaUrl, connection.db) : null
  if (replica) platform.replica = replica
  await catchUpAfterRestore(platform)
  const news = await listenForNews({ connectionString: sessionUrl }, log)
  if (development) news.onClock((at) => { if (Temporal.Instant.compare(at, development.now()) > 0) development.moveTo(Temporal.Instant.from(at)) })
  const worker = startWorker(platform, news, sendersOf(send), { byItself: settings.worksByItself ?? true, finders: FEATURES.flatMap(({ finders = [] }) => finders) })
  const routes = allRoutes()
  const leaving = newLeaving()
  const http = await buildHttp({
    platform, routes, webDir: settings.webDir, triesPerMinute: settings.triesPerMinute, trustProxy: settings.trustProxy ?? false,
    extend: (app) => {
      addLeaving(app, leaving)
      addHealth(app, platform, leaving)
      addMetrics(app, platform, { token: settings.metricsToken ?? null, pool: () => ({ total: connection.pool.totalCount, idle: connection.pool.idleCount, waiting: connection.pool.waitingCount }) })
      addProblemPages(app)
      addUnsubscribePages(app, platform, settings.triesPerMinute)
      addDescription(app)
      addMcp(app, platform, routes)
      addStream(app, platform, news, leaving)
      if (development) addDevClock(app, platform, development, worker)
    },
  })
  const stop = async () => {
    await leaving.leave(settings.leavingMs ?? 0)
    await closeWithin(http, FINISH_MS)
    await worker.stop()
    await news.stop()
    await replica?.close()
    await connection.close()
  }
  const mailIn = await openMailIn(platform, settings.mailIn ?? null, stop)
  return {
    http, platform, worker, development, mailInPort: mailIn?.port ?? null,
    setPublicUrl: (url) => { facts.publicUrl = url },
    async stop() {
      await mailIn?.stop()
      await stop()
    },
  }
}

/** Accepts nothing more and waits for what came in; what takes longer is cut. */
async function closeWithin(http: FastifyInstance, ms: number): Promise<void> {
  const cut = setTimeout(() => http.server.closeAllConnections(), ms)
  await http.close()
  clearTimeout(cut)
}

/** @throws {ConfigError} when nobody can listen there; everything else is stopped before */
async function openMailIn(platform: Platform, settings: MailInSettings | null, stop: () => Promise<void>): Promise<MailListener | null> {
  if (!settings) return null
  return listenForMail(platform, settings).catch(async (error: unknown) => {
    await stop()
    throw new ConfigError(`Mails cannot come in at ${settings.host}:${settings.port} (${error instanceof Error ? error.message : String(error)}). Set MAIL_IN to an address of this machine with a free port.`, { cause: error })
  })
}

/** Every operation of the contract has exactly one route; anything else is a fault in the house, found at start. */
export function allRoutes() {
  const routes = FEATURES.flatMap((feature) => feature.routes)
  const missing = OPERATIONS.filter((operation) => !routes.some((route) => route.operation === operation))
  if (missing.length > 0) throw new Error(`No feature answers ${missing.map((operation) => operation.name).join(', ')}.`)
  return routes
}

function timersOf(): Map<string, TimerHandler> {
  return new Map(FEATURES.flatMap((feature) => Object.entries(feature.timers ?? {})))
}

function sendersOf(send: MailSender | null): Senders {
  return FEATURES.reduce<Senders>((all, feature) => ({ ...all, ...feature.sends }), { mail: mailChannel(send) })
}

function recordersOf(): Recorders {
  return new Map(FEATURES.flatMap((feature) => feature.records ?? []).map((one) => [one.operation.name, one]))
}

function itemsOf(): Map<string, ItemSource> {
  return new Map(FEATURES.flatMap((feature) => Object.entries(feature.items ?? {})))
}

function listenersOf(): Map<string, Listener[]> {
  const all = new Map<string, Listener[]>()
  for (const feature of FEATURES) {
    for (const [kind, listener] of Object.entries(feature.listens ?? {})) all.set(kind, [...all.get(kind) ?? [], listener])
  }
  return all
}
