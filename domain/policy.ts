import { Refusal } from './refusal.ts'

/** What a person is in a workspace. A guest sees only the spaces that were opened to them, and the people in those. */
export const ROLES = ['owner', 'admin', 'member', 'guest'] as const
export type Role = (typeof ROLES)[number]

/** Who asks. `system` is Longhand itself: timers and deliveries, which act for a workspace and read nothing for anybody. */
export type Actor = {
  workspaceId: string
  personId: string
  role: Role | 'system'
  /** Spaces this person is a member of. */
  memberOf: ReadonlySet<string>
}

/** The place something stands in, as far as rights depend on it. */
export type PlaceRights = { workspaceId: string; id: string; visibility: 'open' | 'private'; archived: boolean }
/** Something written, as far as rights depend on it. `place` is null for what belongs to its author alone. */
export type EntryRights = { workspaceId: string; authorId: string; deleted: boolean; place: PlaceRights | null }

export const ACTIONS = [
  'space.see', 'space.join', 'space.write', 'space.manage', 'space.create',
  'entry.see', 'entry.edit', 'entry.delete', 'entry.restore',
  'workspace.manage', 'workspace.own', 'people.see', 'agreement.see', 'agreement.change',
] as const
export type Action = (typeof ACTIONS)[number]

export type Subject = { place?: PlaceRights; entry?: EntryRights }

/**
 * The one policy: may this actor do this to that? Routes, briefs, timers when they fire, mails, streams and MCP
 * all ask here and nowhere else.
 * @returns true when allowed; anything of another workspace is never allowed
 */
export function may(actor: Actor, action: Action, subject: Subject = {}): boolean {
  const { place, entry } = subject
  if (place && place.workspaceId !== actor.workspaceId) return false
  if (entry && entry.workspaceId !== actor.workspaceId) return false
  if (actor.role === 'system') return true
  const manages = actor.role === 'owner' || actor.role === 'admin'
  switch (action) {
    case 'workspace.own': return actor.role === 'owner'
    case 'workspace.manage': return manages
    case 'people.see': return true
    case 'agreement.see': return true
    case 'agreement.change': return manages
    case 'space.create': return actor.role !== 'guest'
    case 'space.see': return place !== undefined && seesPlace(actor, place)
    case 'space.join': return place !== undefined && !place.archived && place.visibility === 'open' && actor.role !== 'guest'
    case 'space.write': return place !== undefined && !place.archived && seesPlace(actor, place)
    case 'space.manage': return place !== undefined && seesPlace(actor, place) && (manages || (actor.role === 'member' && actor.memberOf.has(place.id)))
    case 'entry.see': return entry !== undefined && seesEntry(actor, entry)
    case 'entry.edit':
    case 'entry.delete': return entry !== undefined && !entry.deleted && entry.authorId === actor.personId && seesEntry(actor, entry)
    case 'entry.restore': return entry !== undefined && entry.deleted && entry.authorId === actor.personId
  }
}

function seesPlace(actor: Actor, place: PlaceRights): boolean {
  if (actor.memberOf.has(place.id)) return true
  return place.visibility === 'open' && actor.role !== 'guest'
}

function seesEntry(actor: Actor, entry: EntryRights): boolean {
  if (entry.deleted) return false
  if (entry.place === null) return entry.authorId === actor.personId
  return seesPlace(actor, entry.place)
}

/** The same question as `may`, answered with a refusal. What may not be seen is said not to exist. */
export function allow(actor: Actor, action: Action, subject: Subject = {}): void {
  if (may(actor, action, subject)) return
  if (action.endsWith('.see') || hides(actor, subject)) {
    throw new Refusal('not_found', 'There is nothing here that you can see.', 'Check the link, or ask the person who sent it to add you to the space.')
  }
  throw new Refusal('not_allowed', 'You may not do this here.', 'Ask an owner or admin of the workspace.')
}

function hides(actor: Actor, { place, entry }: Subject): boolean {
  if (entry) return !may(actor, 'entry.see', { entry }) && !entry.deleted
  return place !== undefined && !may(actor, 'space.see', { place })
}
