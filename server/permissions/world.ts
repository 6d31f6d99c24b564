import { randomUUID } from 'node:crypto'
import type { Call } from '#contract/client.ts'
import { deleteEntry } from '#contract/entries.ts'
import { postWrap } from '#contract/handoffs.ts'
import { deactivateMember } from '#contract/members.ts'
import { SCOPES } from '#contract/scopes.ts'
import type { Scope } from '#contract/scopes.ts'
import { archiveSpace } from '#contract/spaces.ts'
import type { Role } from '#domain/policy.ts'
import { adoptPreset } from '#server/agreement/public.ts'
import { addPerson } from '#server/people/public.ts'
import { makeAct, systemActor } from '#server/platform/act.ts'
import { freshToken } from '#server/platform/auth/tokens.ts'
import { newId } from '#server/platform/ids.ts'
import { addMember, addSpace } from '#server/spaces/public.ts'
import { startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'

/** Stands in names and texts of the private space; whoever is not in it must never be answered with it. */
export const SECRET = 'Quetzalcoatl'

export const CALLERS = ['anonymous', 'guest', 'member', 'insider', 'admin', 'owner', 'stranger', 'deactivated', 'readOnly', 'otherScopes'] as const
export type CallerName = (typeof CALLERS)[number]
/** Whoever has no id of their own (nobody) or no right to one (somebody deactivated) builds inputs with the member's. */
export type Caller = { name: CallerName; id: string }

/** The stranger’s workspace. */
export const OTHER_WORKSPACE = '00000000-0000-7000-8000-00000000beba'

type People = Record<'guest' | 'member' | 'insider' | 'admin' | 'owner' | 'stranger' | 'deactivated', string>
/** `elsewhere` is open, with the insider as its only member. */
type Spaces = Record<'open' | 'private' | 'archived' | 'elsewhere', string>

export type World = {
  app: TestApp
  people: People
  spaces: Spaces
  /** Numbers of wraps, all written by the insider. */
  wraps: Record<'open' | 'private' | 'archived' | 'elsewhere' | 'deleted', number>
  /** A new active member of the open space. */
  freshPerson(role?: Role, joins?: boolean): Promise<string>
  /** A new space with these members, the insider unless told otherwise. */
  freshSpace(visibility: 'open' | 'private', members?: readonly string[]): Promise<string>
  /** A new wrap by the insider. */
  freshWrap(spaceId: string): Promise<number>
  /** Speaks as somebody, whatever became of sessions that they had. */
  as(caller: Exclude<keyof People, 'deactivated'>): Promise<Call>
  /** Tokens that have not been used before, made in one statement: sessions, and tokens with other scopes than `needs`. */
  tokensOf(callers: readonly CallerName[], needs: Scope | 'anyone'): Promise<ReadonlyMap<CallerName, string | null>>
  tokenOf(caller: CallerName, needs: Scope | 'anyone'): Promise<string | null>
}

const HOURS = [weekdays('09:00', '17:00')]

/** One workspace with everybody in it who may be told different things, and another workspace beside it. */
export async function buildWorld(on: { url: string }): Promise<World> {
  const app = await startTestApp(on)
  const person = async (name: string, role: Role = 'member', joins = true) => (await app.person(name, { role, joins })).id
  const people: People = {
    guest: await person('Gil Guest', 'guest'), member: await person('Mo Member'), insider: await person('Ines Insider'), admin: await person('Ada Admin', 'admin'),
    owner: app.owner.id, deactivated: await person('Dan Deactivated'), stranger: await otherWorkspace(app, OTHER_WORKSPACE, { name: 'Beta', person: 'Sia Stranger' }),
  }
  const freshSpace: World['freshSpace'] = (visibility, members = [people.insider]) => app.asSystem(async (act) => {
    const [first = people.insider, ...others] = members
    const id = await addSpace(act, { name: `${visibility === 'private' ? SECRET : 'Room'} ${randomUUID()}`, purpose: '', visibility, noise: 'work' }, first)
    for (const other of others) await addMember(act, id, other)
    return id
  })
  const spaces: Spaces = { open: app.spaceId, private: await freshSpace('private', [people.insider, people.deactivated]), archived: await freshSpace('open'), elsewhere: await freshSpace('open') }
  const freshWrap = async (spaceId: string) => {
    const text = spaceId === spaces.private ? SECRET : 'All is well'
    return (await (await app.sessionOf(people.insider)).call(postWrap, { spaceId, state: text, nextAction: text, mostImportant: text })).number
  }
  const wraps = { open: await freshWrap(spaces.open), private: await freshWrap(spaces.private), archived: await freshWrap(spaces.archived), elsewhere: await freshWrap(spaces.elsewhere), deleted: await freshWrap(spaces.open) }
  const insider = await app.sessionOf(people.insider)
  await insider.call(deleteEntry, { number: wraps.deleted })
  await insider.call(archiveSpace, { id: spaces.archived, archived: true })
  const old = (await app.sessionOf(people.deactivated)).token
  await app.owner.call(deactivateMember, { id: people.deactivated })
  let made = 0
  const world: World = {
    app, people, spaces, wraps, freshSpace, freshWrap,
    freshPerson: (role = 'member', joins = true) => person(`Fresh ${made += 1}`, role, joins),
    as: async (caller) => (await app.sessionOf(people[caller], caller === 'stranger' ? OTHER_WORKSPACE : app.workspaceId)).call,
    tokensOf: tokenMaker(app, people, old),
    tokenOf: async (caller, needs) => (await world.tokensOf([caller], needs)).get(caller) ?? null,
  }
  return world
}

/** @param old the session of whoever was deactivated since */
function tokenMaker({ app: { platform }, workspaceId: here }: TestApp, people: People, old: string): World['tokensOf'] {
  return async (callers, needs) => {
    const fresh = callers.filter((caller) => caller !== 'anonymous' && caller !== 'deactivated').map((caller) => ({ caller, ...heldBy(caller, people, needs), workspaceId: caller === 'stranger' ? OTHER_WORKSPACE : here }))
    const held = fresh.map((one) => ({ ...one, ...freshToken(one.kind, one.workspaceId) }))
    const now = platform.clock.now()
    if (held.length > 0) await platform.db.insertInto('credential').values(held.map(({ workspaceId, personId, kind, scopes, hash }) => ({
      workspace_id: workspaceId, id: newId(now), person_id: personId, kind, secret_hash: hash, scopes: [...scopes], label: kind === 'session' ? 'test' : 'script',
      created_by: null, created_at: now, expires_at: null, last_used_at: now, used_at: null, revoked_at: null,
    }))).execute()
    return new Map([['anonymous', null], ['deactivated', old], ...held.map(({ caller, token }) => [caller, token] as const)])
  }
}

/** A session of their own, or the token of a script that lacks something. */
function heldBy(caller: Exclude<CallerName, 'anonymous' | 'deactivated'>, people: People, needs: Scope | 'anyone'): { personId: string; kind: 'session' | 'api'; scopes: readonly Scope[] } {
  switch (caller) {
    case 'readOnly': return { personId: people.member, kind: 'api', scopes: SCOPES.filter((scope) => scope.endsWith(':read')) }
    case 'otherScopes': return { personId: people.owner, kind: 'api', scopes: SCOPES.filter((scope) => scope !== needs) }
    default: return { personId: people[caller], kind: 'session', scopes: SCOPES }
  }
}

/** Another workspace on the same server. @returns its owner */
export async function otherWorkspace({ app: { platform } }: TestApp, workspaceId: string, { name, person, demo = false }: { name: string; person: string; demo?: boolean }): Promise<string> {
  const now = platform.clock.now()
  return platform.db.transaction().execute(async (tx) => {
    await tx.insertInto('workspace').values({ id: workspaceId, name, demo, created_at: now }).execute()
    const act = makeAct(platform, { tx, now, actor: systemActor(workspaceId) })
    const owner = await addPerson(act, { name: person, email: `${person.split(' ')[0]?.toLowerCase()}@example.com`, role: 'owner', zone: 'Europe/Berlin', weeks: HOURS, state: 'active', passwordHash: null })
    await adoptPreset(act, '001', owner)
    await addSpace(act, { name: 'Team', purpose: '', visibility: 'open', noise: 'work' }, owner)
    return owner
  })
}
