import { addWorkingMinutes } from '../time/add-working-minutes.ts'
import { isWorking } from '../time/next-working-moment.ts'
import { workingMinutes } from '../time/types.ts'
import type { Instant, WorkCalendar } from '../time/types.ts'
import type { Ask } from './ask.ts'
import { KIND_RULES } from './kinds.ts'
import { unlessNoWork } from './unless-no-work.ts'

/** The agreement's escalation path (001:72): people in their order, then whoever holds a role and works, then the space. */
export type EscalationPath = {
  readonly personIds: readonly string[]
  /** Null when the path names no role. */
  readonly role: { readonly name: string; readonly holderIds: readonly string[] } | null
  /** How long each step has before the next is told. Unit: minutes, of the wall for urgent asks, else of the working time of whoever was told last. */
  readonly stepMinutes: number
}

/** Whom to tell next, and when. `space`: an alarm in the ask's space, after which nobody else is told. */
export type Escalation =
  | { readonly kind: 'person' | 'role'; readonly personId: string; readonly at: Instant }
  | { readonly kind: 'space'; readonly personId: null; readonly at: Instant }

/** What is known of the people of the path. `mayHear`: active people who can see the ask. */
export type PathPeople = { readonly calendars: ReadonlyMap<string, WorkCalendar>; readonly mayHear: ReadonlySet<string> }

/**
 * Whom to tell next that an ask is overdue: the first at once when it becomes so, then one step at a time. The path
 * leaves out the asker and the answerer, who know, and whoever cannot see the ask. Of a role, the holder who works then
 * is told; when nobody does, or one was told already, the role is left out. Whom the path gained meanwhile is told too.
 * @returns null when it is not overdue, its kind raises no alarm, or the space was told
 */
export function nextEscalation(ask: Ask, path: EscalationPath, people: PathPeople): Escalation | null {
  const late = ask.state === 'overdue' || ask.state === 'escalated'
  if (!late || ask.overdueAt === null || !KIND_RULES[ask.kind].escalates || ask.escalatedTo.includes(null)) return null
  const at = ask.escalatedAt === null ? ask.overdueAt : stepEnds(ask, ask.escalatedAt, path, people)
  const fresh = (id: string): boolean => id !== ask.askerId && id !== ask.answererId && people.mayHear.has(id) && !ask.escalatedTo.includes(id)
  const personId = path.personIds.find(fresh)
  if (personId !== undefined) return { kind: 'person', personId, at }
  const holders = path.role?.holderIds ?? []
  const holderId = holders.some((id) => ask.escalatedTo.includes(id)) ? undefined : holders.find((id) => fresh(id) && works(id, at, people))
  return holderId === undefined ? { kind: 'space', personId: null, at } : { kind: 'role', personId: holderId, at }
}

/** Whoever was told last has this long: on the wall where it is urgent, else of their own working time. */
function stepEnds(ask: Ask, since: Instant, { stepMinutes }: EscalationPath, { calendars }: PathPeople): Instant {
  const lastId = ask.escalatedTo.at(-1)
  const calendar = typeof lastId === 'string' ? calendars.get(lastId) : undefined
  const onTheWall = since.add({ minutes: stepMinutes })
  if (ask.urgent || calendar === undefined) return onTheWall
  return unlessNoWork(() => addWorkingMinutes(since, workingMinutes(stepMinutes), calendar)) ?? onTheWall
}

function works(id: string, at: Instant, { calendars }: PathPeople): boolean {
  const calendar = calendars.get(id)
  return calendar !== undefined && isWorking(at, calendar)
}
