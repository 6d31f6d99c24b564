import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import fastifyCookie from '@fastify/cookie'
import fastifyHelmet from '@fastify/helmet'
import fastifyRateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import { BODY_BYTES, bodyBytesOf } from '#contract/body-limit.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import fastify from 'fastify'
import type { FastifyInstance, FastifyRequest, RouteHandlerMethod } from 'fastify'
import type { Platform } from '../act.ts'
import { answer, isLong, whoAsks } from './answer.ts'
import { acceptJson } from './json.ts'
import { watchMethods, WrongMethod } from './methods.ts'
import type { Route } from './on.ts'
import { sendProblem } from './problems.ts'
import { addShedding } from './shed.ts'
import { traced } from '../telemetry/trace.ts'
import { TryCounter } from './try-counter.ts'
import { parentOf, watchRequests } from './watch.ts'
import { acceptFiles } from './upload.ts'

export type HttpSettings = {
  platform: Platform; routes: readonly Route[]
  /** The built web app; without it only the API is served. */
  webDir: string | null
  /** How often one address may try to sign in or redeem a link, each minute. */
  triesPerMinute: number
  /** Whether X-Forwarded-For of a proxy on this machine is believed; that of anybody else never is. */
  trustProxy: boolean
  /** Routes that are no operations: streams, MCP, health. */
  extend?: (app: FastifyInstance) => void
}

/** Builds the HTTP server: every operation below /api/v1, problem details for every error, then the web app. */
export async function buildHttp({ platform, routes, webDir, triesPerMinute, trustProxy, extend }: HttpSettings): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: BODY_BYTES, genReqId: () => randomUUID(), logger: false, trustProxy: trustProxy ? 'loopback' : false, forceCloseConnections: 'idle', return503OnClosing: false, routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => sendProblem(platform.log, error, request, reply),
  })
  acceptJson(app)
  const methodsAt = watchMethods(app)
  app.setErrorHandler((error, request, reply) => sendProblem(platform.log, error, request, reply))
  addShedding(app, platform.log)
  watchRequests(app, platform)
  await app.register(fastifyCookie)
  await app.register(fastifyRateLimit, { global: false, store: TryCounter })
  await app.register(fastifyHelmet, { contentSecurityPolicy: { directives: CONTENT_POLICY, useDefaults: false }, strictTransportSecurity: platform.facts().publicUrl.startsWith('https:') })
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/') || request.url.startsWith('/mcp')) reply.header('cache-control', 'no-store')
  })
  await app.register(async (uploads) => {
    acceptFiles(uploads)
    for (const route of routes.filter(({ operation }) => operation.takes === 'file')) addRoute(uploads, platform, route, triesPerMinute)
  })
  for (const route of routes.filter(({ operation }) => operation.takes === 'json')) addRoute(app, platform, route, triesPerMinute)
  extend?.(app)
  const served = await serveWeb(app, webDir)
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && !request.url.startsWith('/api/') && request.headers.accept?.includes('text/html')
    if (page && served) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    const taken = methodsAt(request.url.split('?')[0] ?? '')
    sendProblem(platform.log, taken.length > 0 ? new WrongMethod(request.method, taken) : NOTHING_THERE, request, reply)
    return reply
  })
  return app
}

function addRoute(app: FastifyInstance, platform: Platform, route: Route, triesPerMinute: number): void {
  const { method, path, needs, gives } = route.operation
  const limited = needs === 'anyone' && method !== 'GET'
  const { name } = route.operation
  const handler: RouteHandlerMethod = (request, reply) => traced(name, () => answer(platform, route, request, reply), { kind: 'server', from: parentOf(request) })
  if (gives === 'file') {
    // Texts link to files at the root. HEAD is ours too, so that no byte is read for it.
    for (const url of [`/api/v1${path}`, path]) app.route({ method: ['GET', 'HEAD'], url, handler, config: { operation: name } })
    return
  }
  const bodyLimit = route.operation.takes === 'json' ? bodyBytesOf(route.operation) : BODY_BYTES
  app.route({
    method, url: `/api/v1${path}`, handler, bodyLimit,
    ...(bodyLimit > BODY_BYTES && { onRequest: async (request: FastifyRequest) => { if (isLong(request)) await whoAsks(platform, request) } }),
    config: { operation: name, ...(limited && { rateLimit: { max: triesPerMinute, timeWindow: '1 minute' } }) },
  })
}

/** Scripts, styles, fonts and connections from this server only; no frames. */
const CONTENT_POLICY = {
  defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'"],
  connectSrc: ["'self'"], manifestSrc: ["'self'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"],
}

const NOTHING_THERE = new Refusal('not_found', said`There is nothing at this address.`, said`See /api/v1/openapi.json for what there is.`)

/** @returns whether there is a web to serve */
async function serveWeb(app: FastifyInstance, webDir: string | null): Promise<boolean> {
  if (webDir === null || !existsSync(`${webDir}/index.html`)) return false
  await app.register(fastifyStatic, { root: webDir, index: false, setHeaders: (reply, path) => {
    if (path.includes('/assets/')) void reply.header('cache-control', `public, max-age=${Temporal.Duration.from('P365D').total('seconds')}, immutable`)
  } })
  app.get('/', (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html'))
  return true
}
