import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { FastifyRequest } from 'fastify'
import type { Platform } from '../act.ts'

/**
 * A browser that carries our cookie may write only from our own pages. Requests with a bearer token cannot be forged
 * by another site. A missing Origin counts as foreign once a cookie speaks, and `null` always does.
 */
export function requireOwnOrigin(platform: Platform, request: FastifyRequest, credential: 'cookie' | 'header' | null): void {
  if (credential === 'header') return
  const origin = request.headers.origin
  if (origin === undefined && credential === null) return
  if (origin !== undefined && isOwn(platform, request, origin)) return
  throw new Refusal('foreign_origin', said`This request came from another site.`, said`Open Longhand itself and try there, or use a personal token.`)
}

function isOwn(platform: Platform, request: FastifyRequest, origin: string): boolean {
  if (origin === new URL(platform.facts().publicUrl).origin) return true
  return origin === `${request.protocol}://${request.headers.host ?? ''}` && request.headers['sec-fetch-site'] !== 'cross-site'
}
