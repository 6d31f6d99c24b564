import { Refusal } from './refusal.ts'
import { said } from './words/said.ts'

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
export type EntryRights = {
  workspaceId: string; authorId: string; deleted: boolean; place: PlaceRights | null
  /** Set for a page, which is its space's more than its author's: who minds it. */
  page?: { ownerId: string | null }
}

export const ACTIONS = [
  'space.see', 'space.join', 'space.write', 'space.manage', 'space.create',
  'entry.see', 'entry.missed', 'entry.edit', 'entry.delete', 'entry.restore',
  'page.write',
  'thread.write', 'thread.split', 'thread.move', 'text.mark', 'call.see',
  'ask.answer', 'ask.ask-back', 'ask.decline', 'ask.acknowledge', 'ask.rate', 'ask.clarify', 'ask.withdraw', 'ask.reassign', 'ask.change-due', 'ask.not-answered', 'ask.add', 'ask.snooze',
  'decision.speak', 'decision.write', 'decision.decide', 'decision.talk',
  'baton.accept', 'baton.return', 'baton.answer', 'baton.offer', 'baton.withdraw', 'baton.take', 'baton.done', 'baton.reopen', 'line.clear',
  'webhook.see', 'webhook.change', 'webhook.stop',
  'workspace.manage', 'workspace.own', 'import.run', 'audit.read', 'people.see', 'person.edit', 'person.manage',
  'swap.see', 'swap.answer', 'swap.withdraw', 'role.manage', 'holidays.add', 'exception.add', 'agreement.see', 'agreement.change',
  'file.add', 'file.see', 'file.delete', 'file.restore',
] as const
export type Action = (typeof ACTIONS)[number]

/** Somebody as far as rights over them depend on it. */
export type PersonRights = { workspaceId: string; id: string; role: Role; memberOf: readonly string[] }

/** A baton, as far as rights depend on it. */
export type BatonRights = { giverId: string; receiverId: string | null; firstReceiverId: string | null; place: PlaceRights }
/** An ask, as far as rights depend on it. `answererIds`: who is accountable, who was meant first, and whom the escalation path told. */
export type AskRights = { askerId: string; answererIds: readonly string[]; place: PlaceRights }
/**
 * A decision, as far as rights depend on it. `accountableId` null: who was has left. `objectorIds`: whose objections stand.
 */
export type DecisionRights = { authorId: string; accountableId: string | null; responsibleIds: readonly string[]; objectorIds: readonly string[]; place: PlaceRights }
/** A blocker or question in a wrap, as far as rights depend on it. `personId`: who was named to clear it. */
export type LineRights = { authorId: string; personId: string | null; place: PlaceRights }

/** A webhook, as far as rights depend on it: it is told what its owner sees. */
export type WebhookRights = { workspaceId: string; ownerId: string }

/** A call that is offered in a thread, as far as rights depend on it. */
export type CallRights = { people: readonly string[]; entry: EntryRights }

/** An offered shift, as far as rights depend on it. */
export type SwapRights = { workspaceId: string; giverId: string; takerId: string }

/** A text that shows a file, and who put the file there. Hidden: the text was deleted and may come back. */
export type FileUseRights = { entry: EntryRights; byId: string; hidden: boolean }
/** A file, as far as rights depend on it. While no text uses it, it is its owner's alone. */
export type FileRights = { workspaceId: string; ownerId: string; deleted: boolean; uses: readonly FileUseRights[] }

export type Subject = { place?: PlaceRights; entry?: EntryRights; person?: PersonRights; swap?: SwapRights; baton?: BatonRights; line?: LineRights; call?: CallRights; ask?: AskRights; decision?: DecisionRights; file?: FileRights; webhook?: WebhookRights }

/**
 * The one policy: may this actor do this to that? Routes, briefs, timers when they fire, mails, streams and MCP
 * all ask here and nowhere else.
 * @returns true when allowed; anything of another workspace is never allowed
 */
export function may(actor: Actor, action: Action, subject: Subject = {}): boolean {
  const { person, swap, baton, line, call, ask, decision, file, webhook } = subject
  const entry = subject.entry ?? call?.entry
  const place = placeIn(subject)
  if (person && person.workspaceId !== actor.workspaceId) return false
  if (swap && swap.workspaceId !== actor.workspaceId) return false
  if (webhook && webhook.workspaceId !== actor.workspaceId) return false
  if (place && place.workspaceId !== actor.workspaceId) return false
  if (entry && entry.workspaceId !== actor.workspaceId) return false
  if (file && file.workspaceId !== actor.workspaceId) return false
  if (actor.role === 'system') return true
  const manages = actor.role === 'owner' || actor.role === 'admin'
  switch (action) {
    case 'file.add': return true
    case 'file.see': return file !== undefined && seesFile(actor, file)
    case 'file.delete': return file !== undefined && file.ownerId === actor.personId && seesFile(actor, file) && file.uses.every((use) => use.byId === actor.personId)
    case 'file.restore': return file !== undefined && file.deleted && file.ownerId === actor.personId && seesFile(actor, { ...file, deleted: false })
    case 'workspace.own': return actor.role === 'owner'
    case 'import.run':
    case 'audit.read':
    case 'workspace.manage': return manages
    case 'people.see': return person === undefined || seesPerson(actor, person)
    case 'person.edit': return person !== undefined && (manages || person.id === actor.personId)
    case 'person.manage': return person !== undefined && manages && (person.role !== 'owner' || actor.role === 'owner')
    case 'swap.see': return swap !== undefined && (manages || swap.giverId === actor.personId || swap.takerId === actor.personId)
    case 'swap.answer': return swap !== undefined && swap.takerId === actor.personId
    case 'swap.withdraw': return swap !== undefined && swap.giverId === actor.personId
    case 'role.manage': return manages
    case 'webhook.see':
    case 'webhook.stop': return webhook !== undefined && (manages || webhook.ownerId === actor.personId)
    case 'webhook.change': return webhook !== undefined && manages && webhook.ownerId === actor.personId
    case 'holidays.add':
    case 'exception.add': return actor.role !== 'guest'
    case 'agreement.see': return true
    case 'agreement.change': return manages
    case 'space.create': return actor.role !== 'guest'
    case 'space.see': return place !== undefined && seesPlace(actor, place)
    case 'space.join': return place !== undefined && !place.archived && place.visibility === 'open' && actor.role !== 'guest'
    case 'space.write': return place !== undefined && writesIn(actor, place)
    case 'space.manage': return place !== undefined && seesPlace(actor, place) && (manages || (actor.role === 'member' && actor.memberOf.has(place.id)))
    case 'entry.see': return entry !== undefined && seesEntry(actor, entry)
    case 'entry.missed': return entry !== undefined && entry.deleted && seesEntry(actor, { ...entry, deleted: false })
    case 'thread.write': return entry !== undefined && writesOn(actor, entry)
    case 'thread.split':
    case 'thread.move': return entry !== undefined && writesOn(actor, entry) && (entry.authorId === actor.personId || may(actor, 'space.manage', entry.place === null ? {} : { place: entry.place }))
    case 'text.mark': return entry !== undefined && writesOn(actor, entry) && entry.authorId !== actor.personId
    case 'call.see': return call !== undefined && seesEntry(actor, call.entry) && call.people.includes(actor.personId)
    case 'entry.edit': return entry !== undefined && writesOn(actor, entry) && entry.authorId === actor.personId
    case 'entry.delete': return entry !== undefined && writesOn(actor, entry) && mayRemove(actor, entry)
    case 'page.write': return entry !== undefined && writesOn(actor, entry)
    case 'ask.answer':
    case 'ask.ask-back':
    case 'ask.decline':
    case 'ask.acknowledge':
    case 'ask.rate': return ask !== undefined && seesPlace(actor, ask.place) && ask.answererIds.includes(actor.personId)
    case 'ask.clarify':
    case 'ask.withdraw':
    case 'ask.reassign':
    case 'ask.change-due':
    case 'ask.not-answered': return ask !== undefined && seesPlace(actor, ask.place) && ask.askerId === actor.personId
    case 'ask.add': return ask !== undefined && writesIn(actor, ask.place)
    case 'ask.snooze': return ask !== undefined && seesPlace(actor, ask.place) && [ask.askerId, ...ask.answererIds].includes(actor.personId)
    case 'decision.speak': return decision !== undefined && writesIn(actor, decision.place)
    case 'decision.write': return decision !== undefined && writesIn(actor, decision.place) && ([decision.authorId, decision.accountableId, ...decision.responsibleIds].includes(actor.personId) || (manages && decision.accountableId === null))
    case 'decision.decide': return decision !== undefined && writesIn(actor, decision.place) && decision.accountableId === actor.personId
    case 'decision.talk': return decision !== undefined && writesIn(actor, decision.place) && [decision.accountableId, ...decision.objectorIds].includes(actor.personId)
    case 'baton.accept': return baton !== undefined && seesPlace(actor, baton.place) && [baton.receiverId, baton.firstReceiverId].includes(actor.personId)
    case 'baton.done':
    case 'baton.reopen':
    case 'baton.return': return baton !== undefined && seesPlace(actor, baton.place) && baton.receiverId === actor.personId
    case 'baton.answer':
    case 'baton.offer':
    case 'baton.withdraw': return baton !== undefined && seesPlace(actor, baton.place) && baton.giverId === actor.personId
    case 'baton.take': return baton !== undefined && writesIn(actor, baton.place)
    case 'line.clear': return line !== undefined && writesIn(actor, line.place) && (line.personId === null || [line.personId, line.authorId].includes(actor.personId))
    case 'entry.restore': return entry !== undefined && entry.deleted && mayRemove(actor, entry) && (entry.place === null || seesPlace(actor, entry.place))
  }
}

const placeIn = ({ place, baton, line, ask, decision }: Subject): PlaceRights | undefined => place ?? baton?.place ?? line?.place ?? ask?.place ?? decision?.place

function seesPlace(actor: Actor, place: PlaceRights): boolean {
  if (actor.memberOf.has(place.id)) return true
  return place.visibility === 'open' && actor.role !== 'guest'
}

/** Whoever sees a place may write in it, until it is archived. */
const writesIn = (actor: Actor, place: PlaceRights): boolean => !place.archived && seesPlace(actor, place)

function seesPerson(actor: Actor, person: PersonRights): boolean {
  return actor.role !== 'guest' || person.id === actor.personId || person.memberOf.some((space) => actor.memberOf.has(space))
}

function seesEntry(actor: Actor, entry: EntryRights): boolean {
  if (entry.deleted) return false
  if (entry.place === null) return entry.authorId === actor.personId
  return seesPlace(actor, entry.place)
}

/** Whoever sees it may say something on it, while its space is not archived. */
function writesOn(actor: Actor, entry: EntryRights): boolean {
  return seesEntry(actor, entry) && entry.place?.archived !== true
}

/** What somebody wrote is theirs to delete and to bring back; a page also of who minds it, and of who manages its space. */
function mayRemove(actor: Actor, { authorId, page, place }: EntryRights): boolean {
  if (authorId === actor.personId) return true
  return page !== undefined && (page.ownerId === actor.personId || (place !== null && may(actor, 'space.manage', { place })))
}

/** Whoever sees a text sees its files, and loses them with it. Having put a file there is no right by itself. */
function seesFile(actor: Actor, { ownerId, deleted, uses }: FileRights): boolean {
  if (deleted) return false
  if (uses.length === 0) return ownerId === actor.personId
  return uses.some((use) => !use.hidden && seesEntry(actor, use.entry))
}

/** The same question as `may`, answered with a refusal. What may not be seen is said not to exist. */
export function allow(actor: Actor, action: Action, subject: Subject = {}): void {
  if (may(actor, action, subject)) return
  if (action.endsWith('.see') || hides(actor, subject)) {
    throw new Refusal('not_found', said`There is nothing here that you can see.`, said`Check the link, or ask the person who sent it to add you to the space.`)
  }
  throw new Refusal('not_allowed', said`You may not do this here.`, said`Ask an owner or admin of the workspace.`)
}

function hides(actor: Actor, subject: Subject): boolean {
  const { entry, person, webhook } = subject
  const place = placeIn(subject)
  if (person) return !may(actor, 'people.see', { person })
  if (entry) return !may(actor, 'entry.see', { entry }) && !entry.deleted
  if (webhook) return !may(actor, 'webhook.see', { webhook })
  return place !== undefined && !may(actor, 'space.see', { place })
}
