/**
 * The network's and PostgreSQL's codes for "not now": gone, starting, ending, full, a race that was lost again and again, or
 * no primary any more (25006). pgbouncer says of everything that it has no server (08P01), and so does PostgreSQL of what is
 * no PostgreSQL at all; pg never speaks wrongly.
 */
const CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN',
  '57P01', '57P02', '57P03', '57P05', '53300', '08000', '08001', '08003', '08006', '08P01', '25006', '40001', '40P01'])

/** pg says these without a code. */
const SENTENCES = ['Connection terminated', 'Client has encountered a connection error and is not queryable', 'Client was closed and is not queryable',
  'timeout exceeded when trying to connect', 'timeout expired', 'Cannot use a pool after calling end on the pool']

/** True when the database could not answer, and the same request may well succeed in a few seconds. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string') return CODES.has(error.code)
  return SENTENCES.some((sentence) => error.message.startsWith(sentence))
}
