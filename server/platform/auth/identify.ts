import { SCOPES } from '#contract/scopes.ts'
import type { Scope } from '#contract/scopes.ts'
import { sql } from 'kysely'
import type { ActingPerson } from '../act.ts'
import type { Db } from '../db/schema.ts'
import { readToken } from './tokens.ts'
import type { ReadToken } from './tokens.ts'

/** Where Longhand is reached without encryption, as on one's own machine. */
export const SESSION_COOKIE = 'longhand_session'
/** Elsewhere: browsers take this name only by https, for this host alone and all of it, so that no neighbour can set it (RFC 6265bis, 4.1.3.2). */
export const HOST_COOKIE = `__Host-${SESSION_COOKIE}`

/** A session that nobody used for so long has ended, however long it would have lasted. Unit: days. */
const IDLE_DAYS = 14
/** How stale "last used" may be before it is written again. Unit: minutes. */
const LAST_USED_STEP_MIN = 5
const ALL_SCOPES: ReadonlySet<Scope> = new Set(SCOPES)
/** What a session may before the passkey that it needs is there. */
const OWN_SCOPES: ReadonlySet<Scope> = new Set<Scope>(['account:read', 'account:write'])

/**
 * Who a token speaks for, asked of the database each time, so that revoking works at once.
 * @returns null for unknown, expired, used or revoked tokens and for deactivated people
 */
export async function identify(db: Db, token: string, now: Temporal.Instant): Promise<ActingPerson | null> {
  const read = readToken(token)
  return read && ((await identifyAll(db, read.workspaceId, [read], now)).get(read.hash.toString('hex')) ?? null)
}

/** The same for many tokens of one workspace, by their hashes in hexadecimal; those that speak for nobody are left out. */
export async function identifyAll(db: Db, workspaceId: string, tokens: readonly ReadToken[], now: Temporal.Instant): Promise<Map<string, ActingPerson>> {
  const given = tokens.filter((read) => (read.kind === 'session' || read.kind === 'api') && read.workspaceId === workspaceId)
  const rows = await credentials(db, workspaceId, given.map(({ hash }) => hash), now)
  const stale = rows.filter((row) => row.stale)
  if (stale.length > 0) {
    await db.updateTable('credential').set({ last_used_at: now }).where('workspace_id', '=', workspaceId).where('id', 'in', stale.map((row) => row.credential_id)).execute()
  }
  const kinds = new Map(given.map(({ kind, hash }) => [hash.toString('hex'), kind]))
  return new Map(rows.flatMap((row) => {
    const kind = kinds.get(row.hash)
    return row.kind === kind && (kind === 'session' || kind === 'api') ? [[row.hash, personOf(row, workspaceId, kind)] as const] : []
  }))
}

function credentials(db: Db, workspaceId: string, hashes: readonly Buffer[], now: Temporal.Instant) {
  return db.selectFrom('credential as c')
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'c.workspace_id').onRef('p.id', '=', 'c.person_id'))
    .select(['c.id as credential_id', 'c.kind', 'c.scopes', 'p.id', 'p.name', 'p.role', 'p.zone', 'p.locale', 'p.undo_s'])
    .select([memberships, passkeyFirst(workspaceId), sql<string>`encode(c.secret_hash, 'hex')`.as('hash'), sql<boolean>`(c.last_used_at is null or c.last_used_at <= ${now.subtract({ minutes: LAST_USED_STEP_MIN })})`.as('stale')])
    .where('c.workspace_id', '=', workspaceId).where('c.secret_hash', 'in', [...hashes])
    .where('c.revoked_at', 'is', null).where(alive(now, 'c.'))
    .where('p.state', '=', 'active').execute()
}

/** Not at its end, and, for a session that has one, not idle. */
export const alive = (now: Temporal.Instant, table: '' | 'c.' = '') => sql<boolean>`(${sql.ref(`${table}expires_at`)} is null
  or (${sql.ref(`${table}expires_at`)} > ${now} and (${sql.ref(`${table}kind`)} <> 'session' or ${sql.ref(`${table}last_used_at`)} > ${now.subtract({ hours: IDLE_DAYS * 24 })})))`

/** Whether they have yet to add the passkey that their workspace asks everybody for; the workspace is asked once for any number of people. */
const passkeyFirst = (workspaceId: string) => sql<boolean>`exists (select 1 from workspace w where w.id = ${workspaceId} and w.passkeys_required)
  and not exists (select 1 from passkey k where k.workspace_id = p.workspace_id and k.person_id = p.id)`.as('passkey_first')

function personOf(row: Awaited<ReturnType<typeof credentials>>[number], workspaceId: string, kind: 'session' | 'api'): ActingPerson {
  return {
    workspaceId, personId: row.id, role: row.role, memberOf: placesIn(row.member_of), name: row.name, zone: row.zone, locale: row.locale, undoS: row.undo_s,
    scopes: kind !== 'session' ? new Set(row.scopes as Scope[]) : row.passkey_first ? OWN_SCOPES : ALL_SCOPES, passkeyFirst: kind === 'session' && row.passkey_first, credentialId: row.credential_id, via: kind === 'session' ? 'web' : 'api',
  }
}

/** The same actor without a request: for briefs, mails and streams that act for a person. Null once deactivated. */
export async function actorOf(db: Db, workspaceId: string, personId: string): Promise<ActingPerson | null> {
  return (await actorsOf(db, workspaceId, [personId])).get(personId) ?? null
}

/** Many at once, by id; whoever is not active is left out. */
async function actorsOf(db: Db, workspaceId: string, personIds: readonly string[]): Promise<Map<string, ActingPerson>> {
  if (personIds.length === 0) return new Map()
  const rows = await db.selectFrom('person as p').select(['p.id', 'p.name', 'p.role', 'p.zone', 'p.locale', 'p.undo_s']).select([memberships, passkeyFirst(workspaceId)])
    .where('p.workspace_id', '=', workspaceId).where('p.id', 'in', [...personIds]).where('p.state', '=', 'active').execute()
  return new Map(rows.map((row) => [row.id, {
    workspaceId, personId: row.id, role: row.role, memberOf: placesIn(row.member_of), name: row.name, zone: row.zone,
    locale: row.locale, undoS: row.undo_s, scopes: ALL_SCOPES, passkeyFirst: row.passkey_first, credentialId: null, via: 'api',
  }]))
}

/** As one text: a thousand people are read again several times a second, and arrays are taken apart letter by letter. */
const memberships = sql<string | null>`(select string_agg(m.space_id::text, ' ') from space_member m where m.workspace_id = p.workspace_id and m.person_id = p.id)`.as('member_of')
const placesIn = (memberOf: string | null): ReadonlySet<string> => new Set(memberOf?.split(' '))
