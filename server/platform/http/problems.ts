import { issuesOf } from '#contract/issues.ts'
import type { Problem } from '#contract/problem.ts'
import { REFUSALS, Refusal } from '#domain/refusal.ts'
import type { Sentence } from '#domain/refusal.ts'
import { ENGLISH, inWords, said } from '#domain/words/said.ts'
import type { Words } from '#domain/words/said.ts'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import type { Logger } from 'pino'
import { isOutage } from '../db/outage.ts'
import { StoreOutage } from '../files/store.ts'
import { WrongMethod } from './methods.ts'
import { TooMany } from './person-limit.ts'
import { readerWords } from './reader.ts'

/** How long a client should wait when the database did not answer. Unit: seconds. */
const RETRY_AFTER_S = 2

const page = (code: string): string => `/problems/${code}`

/** As PostgreSQL and as the system of the machine say it. */
const DISK_FULL = new Set(['53100', 'ENOSPC', 'EDQUOT'])
/** A unique key that another transaction took between our look and our write. */
const TAKEN = '23505'

type Fault = { code: string; status: number; title: Sentence; next: Sentence }

/** Every error as problem details in a reader's words: a stable code, what happened, and what to do next. Bugs say nothing of themselves. */
export function problemFrom(error: unknown, words: Words = ENGLISH): Problem {
  if (error instanceof ZodError) return badInput(error, words)
  const { code, status, title, next } = faultOf(error)
  return { type: page(code), title: inWords(title, words), status, code, next: inWords(next, words) }
}

function faultOf(error: unknown): Fault {
  if (error instanceof Refusal) return { code: error.code, status: REFUSALS[error.code], title: error.said.message, next: error.said.next }
  const code = errorCode(error)
  if (isOutage(error)) return { code: 'unavailable', status: 503, title: said`The database does not answer at the moment.`, next: said`Try again in a few seconds; nothing you sent was half-written.` }
  if (code === TAKEN) return { code: 'conflict', status: REFUSALS.conflict, title: said`Somebody did the same at this moment.`, next: said`Read it again, then decide whether yours is still needed.` }
  if (error instanceof StoreOutage) {
    return { code: 'unavailable', status: 503, title: said`The place where files are kept does not answer at the moment.`, next: said`Try again in a minute; what you wrote is kept, and nothing was half-stored.` }
  }
  if (code !== null && DISK_FULL.has(code)) return { code: 'disk_full', status: 507, title: said`The disk of the server is full.`, next: said`Tell whoever runs this server to free space; reading goes on.` }
  return fromFastify(error) ?? { code: 'unexpected', status: 500, title: said`Something went wrong on our side.`, next: said`Try again; if it happens again, tell whoever runs this server what you did.` }
}

function badInput(error: ZodError, words: Words): Problem {
  const { issues, title, detail } = issuesOf(error, words)
  return { type: page('bad_input'), title, status: REFUSALS.bad_input, code: 'bad_input', next: inWords(said`Correct the named fields and send it again; nothing was stored.`, words), ...(detail !== undefined && { detail }), issues }
}

function fromFastify(error: unknown): Fault | null {
  const status = (error as FastifyError | null | undefined)?.statusCode
  if (status === undefined || status >= 500) return null
  if (status === 413) return { code: 'too_large', status, title: said`This is larger than the server takes in one request.`, next: said`Send less at once: most requests hold 1 MB, and one with a page 6 MB.` }
  if (status === 414) return { code: 'bad_input', status, title: said`This address is longer than any of ours.`, next: said`Check the link; part of another text may have come along.` }
  if (status === 429) return { code: 'too_many', status, title: said`Too many tries from this address.`, next: said`Wait a minute and try again.` }
  return { code: 'bad_input', status, title: said`The request could not be read.`, next: said`Send JSON as the API description says, with content-type application/json.` }
}

const errorCode = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null

/** Answers a problem and logs what is a bug, an outage, or goes beyond somebody's rights. */
export function sendProblem(log: Logger, error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemFrom(error, readerWords(request))
  if (problem.status >= 500) log.error({ err: error, requestId: request.id, method: request.method, route: request.routeOptions.url }, problemFrom(error).title)
  if (problem.status === REFUSALS.not_allowed) log.warn({ refused: problem.code, requestId: request.id, method: request.method, route: request.routeOptions.url }, 'more was asked for than is allowed')
  if (problem.status === 503) reply.header('retry-after', String(RETRY_AFTER_S))
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="Longhand"')
  if (error instanceof WrongMethod) reply.header('allow', error.allow)
  if (error instanceof TooMany) reply.header('retry-after', String(error.retryAfter))
  void reply.status(problem.status).header('cache-control', 'no-store').type('application/problem+json').send(problem.status >= 500 ? { ...problem, instance: `urn:uuid:${request.id}` } : problem)
}
