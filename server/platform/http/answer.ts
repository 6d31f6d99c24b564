import { changes, pathNames } from '#contract/operation.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { makeAct, systemActor } from '../act.ts'
import type { ActingPerson, Platform, Visit } from '../act.ts'
import { identify, SESSION_COOKIE } from '../auth/identify.ts'
import type { Db } from '../db/schema.ts'
import { failpoint } from '../failpoint.ts'
import { newId } from '../ids.ts'
import { idempotencyKey, once } from './idempotency.ts'
import type { Route } from './on.ts'
import { requireOwnOrigin } from './origin.ts'

/** How often a write that lost a race inside the database is tried. */
const TRIES = 4
const LOST_RACE = new Set(['40001', '40P01'])

/** Cookie and bearer token of a request, if any. */
export function tokenOf(request: FastifyRequest): { token: string; from: 'cookie' | 'header' } | null {
  const header = request.headers.authorization
  if (header !== undefined) return { token: header.replace(/^Bearer\s+/i, ''), from: 'header' }
  const cookie = request.cookies[SESSION_COOKIE]
  return cookie ? { token: cookie, from: 'cookie' } : null
}

/** Who asks, or a refusal that says how to sign in. */
export async function whoAsks(platform: Platform, request: FastifyRequest): Promise<ActingPerson> {
  const held = tokenOf(request)
  const actor = held && await identify(platform.db, held.token, platform.clock.now())
  if (!actor) throw new Refusal('not_signed_in', 'You are not signed in.', 'Sign in, or send a personal token as "Authorization: Bearer …".')
  return actor
}

function requireScope(actor: ActingPerson, { needs }: AnyOperation): void {
  if (needs === 'anyone' || actor.scopes.has(needs)) return
  throw new Refusal('scope_missing', `This token does not have the scope ${needs}.`, 'Make a token with that scope under Settings, or sign in.')
}

/** Puts path, query and body together; a name that comes twice is an error, since two ids that disagree are an attack. */
function inputOf(operation: AnyOperation, request: FastifyRequest): unknown {
  const rest = operation.method === 'GET' ? request.query : request.body ?? {}
  if (typeof rest !== 'object' || rest === null || Array.isArray(rest)) {
    throw new Refusal('bad_input', 'The body must be a JSON object.', 'Send an object such as {"name": "…"}.')
  }
  for (const name of pathNames(operation.path)) {
    if (Object.hasOwn(rest, name)) throw new Refusal('bad_input', `${name} stands in the path and again in the request.`, 'Send it in the path only.')
  }
  return operation.input.parse({ ...rest, ...(request.params as object) })
}

/** Runs one route for one request: who, whether, what, and one transaction. */
export async function answer(platform: Platform, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { operation, run } = route
  const now = platform.clock.now()
  const setSession = (token: string | null) => writeCookie(platform, reply, token)
  if (changes(operation)) requireOwnOrigin(platform, request, tokenOf(request)?.from ?? null)
  if (run.by === 'anyone') {
    const input = inputOf(operation, request)
    return inTransaction(platform, operation, (tx) => {
      const visit: Visit = {
        tx, now, platform, server: platform.facts(), newId: () => newId(now), setSession, userAgent: request.headers['user-agent'] ?? '',
        as: (workspaceId) => makeAct(platform, { tx, now, actor: systemActor(workspaceId), setSession }),
      }
      return run.answer(visit, input as never)
    })
  }
  const actor = await whoAsks(platform, request)
  requireScope(actor, operation)
  const input = inputOf(operation, request)
  const key = idempotencyKey(request.headers['idempotency-key'])
  return inTransaction(platform, operation, (tx) => {
    const act = makeAct(platform, { tx, actor, now, setSession })
    if (!changes(operation)) return run.answer(act, input as never)
    return once(act, key, { operation: operation.name, input, secret: operation.secret }, async () => operation.output.parse(await run.answer(act, input as never)))
  })
}

async function inTransaction(platform: Platform, operation: AnyOperation, work: (tx: Db) => Promise<unknown>): Promise<unknown> {
  if (!changes(operation)) return operation.output.parse(await work(platform.db))
  for (let attempt = 1; ; attempt += 1) {
    try {
      const result = await platform.db.transaction().execute(async (tx) => {
        const done = await work(tx)
        await failpoint('write.before_commit')
        return done
      })
      await failpoint('write.after_commit')
      return operation.output.parse(result)
    } catch (error) {
      const code = (error as { code?: unknown }).code
      if (attempt >= TRIES || typeof code !== 'string' || !LOST_RACE.has(code)) throw error
    }
  }
}

/** How long a browser keeps a session. Unit: days. */
export const SESSION_DAYS = 30

function writeCookie(platform: Platform, reply: FastifyReply, token: string | null): void {
  const secure = platform.facts().publicUrl.startsWith('https:')
  const shared = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  if (token === null) void reply.clearCookie(SESSION_COOKIE, shared)
  else void reply.setCookie(SESSION_COOKIE, token, { ...shared, maxAge: SESSION_DAYS * 86_400 })
}
