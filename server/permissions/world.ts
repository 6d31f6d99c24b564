import { randomUUID } from 'node:crypto'
import type { Call } from '#contract/client.ts'
import { createToken } from '#contract/access.ts'
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
import { addMember, addSpace } from '#server/spaces/public.ts'
import { startTestApp, weekdays } from '#server/test-app.ts'
import type { TestApp } from '#server/test-app.ts'

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
  /** A token that has not been used before: a session, or a token with other scopes than `needs`. */
  tokenOf(caller: CallerName, needs: Scope | 'anyone'): Promise<string | null>
}

const HOURS = [weekdays('09:00', '17:00')]

/** One workspace with everybody in it who may be told different things, and another workspace beside it. */
export async function buildWorld(on: { url: string }): Promise<World> {
  const app = await startTestApp(on)
  const person = async (name: string, role: Role = 'member', joins = true) => (await app.person(name, { role, joins })).id
  const people: People = {
    guest: await person('Gil Guest', 'guest'), member: await person('Mo Member'), insider: await person('Ines Insider'), admin: await person('Ada Admin', 'admin'),
    owner: app.owner.id, deactivated: await person('Dan Deactivated'), stranger: await otherWorkspace(app),
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
  return {
    app, people, spaces, wraps, freshSpace, freshWrap,
    freshPerson: (role = 'member', joins = true) => person(`Fresh ${made += 1}`, role, joins),
    as: async (caller) => (await app.sessionOf(people[caller], caller === 'stranger' ? OTHER_WORKSPACE : app.workspaceId)).call,
    async tokenOf(caller, needs) {
      if (caller === 'anonymous') return null
      if (caller === 'deactivated') return old
      if (caller === 'stranger') return (await app.sessionOf(people.stranger, OTHER_WORKSPACE)).token
      const session = await app.sessionOf(caller === 'readOnly' ? people.member : caller === 'otherScopes' ? people.owner : people[caller])
      if (caller === 'readOnly') return (await session.call(createToken, { label: 'reads', scopes: SCOPES.filter((scope) => scope.endsWith(':read')) })).token
      if (caller === 'otherScopes') return (await session.call(createToken, { label: 'others', scopes: SCOPES.filter((scope) => scope !== needs) })).token
      return session.token
    },
  }
}

/** Another workspace on the same server; returns its owner. */
async function otherWorkspace(app: TestApp): Promise<string> {
  const { platform } = app.app
  const now = platform.clock.now()
  const workspaceId = OTHER_WORKSPACE
  return platform.db.transaction().execute(async (tx) => {
    await tx.insertInto('workspace').values({ id: workspaceId, name: 'Beta', created_at: now }).execute()
    const act = makeAct(platform, { tx, now, actor: systemActor(workspaceId) })
    const owner = await addPerson(act, { name: 'Sia Stranger', email: 'sia@example.com', role: 'owner', zone: 'Europe/Berlin', weeks: HOURS, state: 'active', passwordHash: null })
    await adoptPreset(act, '001', owner)
    await addSpace(act, { name: 'Team', purpose: '', visibility: 'open', noise: 'work' }, owner)
    return owner
  })
}
