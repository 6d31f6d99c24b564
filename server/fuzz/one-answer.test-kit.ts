import { isDeepStrictEqual } from 'node:util'
import { OPERATIONS } from '#contract/index.ts'
import { Problem } from '#contract/problem.ts'
import { REFUSALS } from '#domain/refusal.ts'
import type { Described, Request } from './requests.test-kit.ts'

export type Answer = { statusCode: number; body: string; headers: Record<string, unknown> }

/** Codes of the HTTP layer, whatever the operation is. */
const FROM_HTTP = new Set(['bad_input', 'not_found', 'too_large', 'not_signed_in', 'scope_missing', 'foreign_origin', 'too_many', 'conflict'])
const byName = new Map(OPERATIONS.map((one) => [one.name, one]))

/** What is wrong with an answer, against our own description; null when nothing is. */
export function wrongWith(operation: Described, request: Request, { statusCode, body, headers }: Answer): string | null {
  if (statusCode >= 500) return `${statusCode} ${body.slice(0, 200)}`
  if (request.method === 'HEAD' || request.method === 'OPTIONS') return null
  if (statusCode >= 400) return wrongProblem(operation, request, { statusCode, body, headers })
  if (request.method !== operation.method || request.how === 'odd address') return null
  const contract = byName.get(operation.name)
  if (!contract || contract.gives === 'file') return null
  const parsed = contract.output.safeParse(JSON.parse(body))
  if (!parsed.success) return `an answer that is not as described: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ').slice(0, 300)}`
  return isDeepStrictEqual(JSON.parse(JSON.stringify(parsed.data)), JSON.parse(body)) ? null : 'an answer that holds more than is described'
}

function wrongProblem(operation: Described, request: Request, { statusCode, body, headers }: Answer): string | null {
  if (!String(headers['content-type']).startsWith('application/problem+json')) return `${statusCode} without problem details: ${body.slice(0, 100)}`
  const problem = Problem.safeParse(JSON.parse(body))
  if (!problem.success) return `${statusCode} with other problem details: ${body.slice(0, 200)}`
  const { code, status, title, next } = problem.data
  if (status !== statusCode) return `${statusCode}, and a problem of ${status}`
  if (title.trim() === '' || next.trim() === '') return `${code} says nothing`
  if (!(code in REFUSALS)) return `an unknown code ${code}`
  if (request.method !== operation.method || request.how === 'odd address' || FROM_HTTP.has(code)) return null
  return operation.refusals.get(statusCode)?.has(code) ? null : `${statusCode} ${code}, which its description does not name`
}
