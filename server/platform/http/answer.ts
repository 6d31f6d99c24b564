import { BODY_BYTES } from '#contract/body-limit.ts'
import { CLI_AGENT } from '#contract/client.ts'
import type { SentFile } from '#contract/files.ts'
import { pathNames } from '#contract/operation.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ActingPerson, Platform } from '../act.ts'
import { HOST_COOKIE, identify, SESSION_COOKIE } from '../auth/identify.ts'
import { idempotencyKey } from './idempotency.ts'
import type { Route } from './on.ts'
import { requireOwnOrigin } from './origin.ts'
import { readBy, readerWords } from './reader.ts'
import { runAsPerson, runAsVisitor } from './run.ts'
import { sendFile } from './send-file.ts'
import { runUpload } from './upload.ts'

/** Cookie and bearer token of a request, if any. */
export function tokenOf(request: FastifyRequest): { token: string; from: 'cookie' | 'header' } | null {
  const header = request.headers.authorization
  if (header !== undefined) return { token: header.replace(/^Bearer\s+/i, ''), from: 'header' }
  const cookie = request.cookies[HOST_COOKIE] ?? request.cookies[SESSION_COOKIE]
  return cookie ? { token: cookie, from: 'cookie' } : null
}

/** More than every request may hold, or who knows: not read from somebody who is not signed in. */
export const isLong = ({ headers }: FastifyRequest): boolean => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > BODY_BYTES

/** Who asks, or a refusal that says how to sign in. */
export async function whoAsks(platform: Platform, request: FastifyRequest): Promise<ActingPerson> {
  const held = tokenOf(request)
  const actor = held && await identify(platform.db, held.token, platform.clock.now())
  if (!actor) throw new Refusal('not_signed_in', said`You are not signed in.`, said`Sign in, or send a personal token as "Authorization: Bearer …".`)
  readBy(request, actor)
  return held.from === 'header' && request.headers['user-agent']?.startsWith(CLI_AGENT) ? { ...actor, via: 'cli' } : actor
}

/** Puts path, query and body together; a name that comes twice is an error, since two ids that disagree are an attack. */
function inputOf(operation: AnyOperation, request: FastifyRequest): unknown {
  const rest = operation.method === 'GET' || operation.takes === 'file' ? request.query : request.body ?? {}
  if (typeof rest !== 'object' || rest === null || Array.isArray(rest)) {
    throw new Refusal('bad_input', said`The body must be a JSON object.`, said`Send an object such as {"name": "…"}.`)
  }
  for (const name of pathNames(operation.path)) {
    if (Object.hasOwn(rest, name)) throw new Refusal('bad_input', said`${name} stands in the path and again in the request.`, said`Send it in the path only.`)
  }
  return { ...rest, ...(request.params as object) }
}

/** Runs one route for one request: who, whether, what, and one transaction. */
export async function answer(platform: Platform, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { operation, run } = route
  const setSession = (token: string | null) => writeCookie(platform, reply, token)
  if (operation.method !== 'GET') requireOwnOrigin(platform, request, tokenOf(request)?.from ?? null)
  const given = () => inputOf(operation, request)
  if (run.by === 'anyone') return runAsVisitor(platform, route, { given, setSession, words: readerWords(request), userAgent: request.headers['user-agent'] ?? '', held: heldBy(request), byBrowser: isBrowser(request) })
  const key = () => idempotencyKey(request.headers['idempotency-key'])
  if (run.by === 'upload') return runUpload(platform, route, { given, key, request, whoSends: () => whoAsks(platform, request) })
  const actor = await whoAsks(platform, request)
  renameCookie(platform, request, setSession)
  const answered = await runAsPerson(platform, route, { actor, given, setSession, key: key() })
  return operation.gives === 'file' ? sendFile(platform.files, answered as SentFile, request, reply) : answered
}

/** Browsers say from where a write comes, in a header that no script of a page can leave out (Fetch, 3.2). */
const isBrowser = ({ headers }: FastifyRequest): boolean => headers.origin !== undefined

/** How long a browser keeps a session. Unit: days. */
export const SESSION_DAYS = 30

const isSecure = (platform: Platform): boolean => platform.facts().publicUrl.startsWith('https:')

function writeCookie(platform: Platform, reply: FastifyReply, token: string | null): void {
  const secure = isSecure(platform)
  const shared = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  const name = secure ? HOST_COOKIE : SESSION_COOKIE
  if (token === null) void reply.clearCookie(name, shared)
  else void reply.setCookie(name, token, { ...shared, maxAge: SESSION_DAYS * 86_400 })
  if (secure) void reply.clearCookie(SESSION_COOKIE, shared)
}

/** The session that a browser holds, whoever it is of. */
const heldBy = (request: FastifyRequest): string | null => request.cookies[HOST_COOKIE] ?? request.cookies[SESSION_COOKIE] ?? null

/** A session that began under the name without a prefix goes on under the one with it. */
function renameCookie(platform: Platform, request: FastifyRequest, setSession: (token: string) => void): void {
  const old = request.cookies[SESSION_COOKIE]
  if (old !== undefined && isSecure(platform) && request.cookies[HOST_COOKIE] === undefined && request.headers.authorization === undefined) setSession(old)
}
