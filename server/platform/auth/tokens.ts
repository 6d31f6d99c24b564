import { hashSecret, longId, newSecret, shortId } from '../ids.ts'
import type { CredentialKind } from '../db/tables/workspace.ts'

/**
 * What people and scripts hold: `lh_<kind>_<workspace>_<secret>`. The workspace stands in it, so that looking one up
 * never reads another tenant's rows; the prefix lets secret scanners find leaks. Only the hash of the whole is stored.
 */
export type FreshToken = { token: string; hash: Buffer }

const LETTER: Record<CredentialKind, string> = { session: 's', api: 'a', magic: 'm', invite: 'i', baton: 'b' }

export function freshToken(kind: CredentialKind, workspaceId: string): FreshToken {
  const token = `lh_${LETTER[kind]}_${shortId(workspaceId)}_${newSecret()}`
  return { token, hash: hashSecret(token) }
}

export type ReadToken = { kind: CredentialKind; workspaceId: string; hash: Buffer }

/** @returns null for anything that was never one of our tokens */
export function readToken(token: string): ReadToken | null {
  const match = /^lh_([samib])_([\w-]{22})_([\w-]{43})$/.exec(token)
  if (!match) return null
  const kind = (Object.keys(LETTER) as CredentialKind[]).find((one) => LETTER[one] === match[1])
  const workspaceId = longId(match[2] ?? '')
  return kind && workspaceId ? { kind, workspaceId, hash: hashSecret(token) } : null
}
