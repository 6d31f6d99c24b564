import type { Problem } from '#contract/problem.ts'
import { REFUSALS, Refusal } from '#domain/refusal.ts'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import type { Logger } from 'pino'
import { isOutage } from '../db/outage.ts'
import { StoreOutage } from '../files/store.ts'

/** How long a client should wait when the database did not answer. Unit: seconds. */
const RETRY_AFTER_S = 2

const page = (code: string): string => `/problems/${code}`

/** As PostgreSQL and as the system of the machine say it. */
const DISK_FULL = new Set(['53100', 'ENOSPC', 'EDQUOT'])
/** A unique key that another transaction took between our look and our write. */
const TAKEN = '23505'

/** Every error as problem details: a stable code, what happened, and what to do next. Bugs say nothing of themselves. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Refusal) {
    return { type: page(error.code), title: error.message, status: REFUSALS[error.code], code: error.code, next: error.next }
  }
  if (error instanceof ZodError) return badInput(error)
  const code = errorCode(error)
  if (isOutage(error)) {
    return { type: page('unavailable'), title: 'The database does not answer at the moment.', status: 503, code: 'unavailable', next: 'Try again in a few seconds; nothing you sent was half-written.' }
  }
  if (code === TAKEN) {
    return { type: page('conflict'), title: 'Somebody did the same at this moment.', status: REFUSALS.conflict, code: 'conflict', next: 'Read it again, then decide whether yours is still needed.' }
  }
  if (error instanceof StoreOutage) {
    return { type: page('unavailable'), title: 'The place where files are kept does not answer at the moment.', status: 503, code: 'unavailable', next: 'Try again in a minute; what you wrote is kept, and nothing was half-stored.' }
  }
  if (code !== null && DISK_FULL.has(code)) {
    return { type: page('disk_full'), title: 'The disk of the server is full.', status: 507, code: 'disk_full', next: 'Tell whoever runs this server to free space; reading goes on.' }
  }
  return fromFastify(error) ?? { type: page('unexpected'), title: 'Something went wrong on our side.', status: 500, code: 'unexpected', next: 'Try again; if it happens again, tell whoever runs this server what you did.' }
}

function badInput(error: ZodError): Problem {
  const issues = error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  const first = issues[0]
  return {
    type: page('bad_input'), title: first ? `${first.path || 'The request'}: ${first.message}` : 'The request could not be read.',
    status: REFUSALS.bad_input, code: 'bad_input', next: 'Correct the named fields and send it again; nothing was stored.', issues,
  }
}

function fromFastify(error: unknown): Problem | null {
  const status = (error as FastifyError | null | undefined)?.statusCode
  if (status === undefined || status >= 500) return null
  if (status === 413) return { type: page('too_large'), title: 'This is larger than the server takes in one request.', status, code: 'too_large', next: 'Send less at once: most requests hold 1 MB, and one with a page 6 MB.' }
  if (status === 414) return { type: page('bad_input'), title: 'This address is longer than any of ours.', status, code: 'bad_input', next: 'Check the link; part of another text may have come along.' }
  if (status === 429) return { type: page('too_many'), title: 'Too many tries from this address.', status, code: 'too_many', next: 'Wait a minute and try again.' }
  return { type: page('bad_input'), title: 'The request could not be read.', status, code: 'bad_input', next: 'Send JSON as the API description says, with content-type application/json.' }
}

const errorCode = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null

/** Answers a problem and logs what is a bug or an outage. */
export function sendProblem(log: Logger, error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemFrom(error)
  if (problem.status >= 500) log.error({ err: error, requestId: request.id, method: request.method, route: request.routeOptions.url }, problem.title)
  if (problem.status === 503) reply.header('retry-after', String(RETRY_AFTER_S))
  void reply.status(problem.status).header('cache-control', 'no-store').type('application/problem+json').send(problem.status >= 500 ? { ...problem, instance: `urn:uuid:${request.id}` } : problem)
}
