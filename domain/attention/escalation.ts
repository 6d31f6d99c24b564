import { coverAt } from '../time/cover.ts'
import { MINUTE_MS } from '../time/dates.ts'
import { isWorking } from '../time/next-working-moment.ts'
import { isBefore } from '../time/spans.ts'
import type { Instant, WorkCalendar } from '../time/types.ts'

/** Who is told when nobody is on it: somebody by name, whoever of a role is on shift, or everybody in the space. */
export type PathStep = { readonly kind: 'person'; readonly personId: string } | { readonly kind: 'role'; readonly role: string } | { readonly kind: 'space' }

/** The agreement's way for an urgent ask (001:72). */
export type UrgentPath = {
  /** How often it is repeated until somebody is on it: the agreement's `urgent.repeat_minutes`, 10 by default. */
  readonly repeatMinutes: number
  /** How long each step has before the next: the agreement's `urgent.step_minutes`, 30 by default, after 001:45. */
  readonly stepMinutes: number
  readonly steps: readonly PathStep[]
}

/** One urgent ask on its way, as it is stored. */
export type UrgentState = {
  /** When it left, and who is told; those it was sent to at first. */
  readonly leftAt: Instant
  readonly told: readonly string[]
  /** When they were told last; null before the first time. */
  readonly toldAt: Instant | null
  /** How many steps of the path are behind it, and when the last one was; null before the first telling. */
  readonly steps: number
  readonly steppedAt: Instant | null
  /** Whether somebody said that they are on it, answered, or withdrew it. */
  readonly acknowledged: boolean
}

/** Who holds a role, and everybody's calendar, to find who is on shift and who covers. */
export type Team = { readonly roles: ReadonlyMap<string, readonly string[]>; readonly calendars: ReadonlyMap<string, WorkCalendar> }

/** What is told next, and what to store then. */
export type Telling = {
  /** When: `now` where it should have been before. */
  readonly at: Instant
  /** Everybody to tell: those who were told before, again, and those who are new. */
  readonly personIds: readonly string[]
  /** Who hears of it for the first time because of a step. */
  readonly added: readonly string[]
  /** Whether the alarm goes up in the space; once. */
  readonly alarm: boolean
  readonly next: UrgentState
}

/** The path of an agreement: its people one after the other, its role unless it is empty, then the space. */
export function urgentPath(numbers: Pick<UrgentPath, 'repeatMinutes' | 'stepMinutes'>, personIds: readonly string[], role: string): UrgentPath {
  const people = personIds.map((personId): PathStep => ({ kind: 'person', personId }))
  return { ...numbers, steps: [...people, ...(role === '' ? [] : [{ kind: 'role', role } as const]), { kind: 'space' }] }
}

/** An urgent ask that is about to leave. */
export function urgentState(leftAt: Instant, to: readonly string[]): UrgentState {
  return { leftAt, told: [...to], toldAt: null, steps: 0, steppedAt: null, acknowledged: false }
}

/**
 * What happens next to an urgent ask: first those it was sent to are told, and who covers for those away; then all of
 * them again at each repeat; and after each step's time the next of the path as well. A step that finds nobody new gives
 * way to the next at once. What was missed while nothing ran happens once, now.
 *
 * @returns null once somebody is on it
 */
export function nextTelling(state: UrgentState, path: UrgentPath, team: Team, now: Instant): Telling | null {
  if (state.acknowledged) return null
  if (state.toldAt === null || state.steppedAt === null) return firstTelling(state, team, now)
  const repeat = nextRepeat(state.leftAt, state.toldAt, path.repeatMinutes)
  const step = state.steps < path.steps.length ? state.steppedAt.add({ minutes: path.stepMinutes }) : null
  const at = laterOf(now, step !== null && isBefore(step, repeat) ? step : repeat)
  const stepping = step !== null && !isBefore(at, step)
  const { steps, added, alarm } = stepping ? climb(state, path.steps, team, at) : { steps: state.steps, added: [], alarm: false }
  const told = [...state.told, ...added]
  return { at, personIds: told, added, alarm, next: { ...state, told, toldAt: at, steps, steppedAt: stepping ? at : state.steppedAt } }
}

function firstTelling(state: UrgentState, team: Team, now: Instant): Telling {
  const at = laterOf(now, state.leftAt)
  const covers = state.told.map((personId) => coverAt(personId, at, team.calendars).personId).filter((id) => id !== null)
  const added = unknownTo(state.told, covers)
  const told = [...state.told, ...added]
  return { at, personIds: told, added, alarm: false, next: { ...state, told, toldAt: at, steppedAt: at } }
}

/** Repeats keep their rhythm from the start, however late one of them was. */
function nextRepeat(leftAt: Instant, toldAt: Instant, repeatMinutes: number): Instant {
  const rhythm = repeatMinutes * MINUTE_MS
  const done = Math.floor((toldAt.epochMilliseconds - leftAt.epochMilliseconds) / rhythm)
  return leftAt.add({ milliseconds: (done + 1) * rhythm })
}

function climb(state: UrgentState, path: readonly PathStep[], team: Team, at: Instant): { steps: number; added: string[]; alarm: boolean } {
  for (let steps = state.steps; steps < path.length; steps++) {
    const step = path[steps]
    if (step?.kind === 'space') return { steps: steps + 1, added: [], alarm: true }
    const added = step === undefined ? [] : unknownTo(state.told, reachedBy(step, team, at))
    if (added.length > 0) return { steps: steps + 1, added, alarm: false }
  }
  return { steps: path.length, added: [], alarm: false }
}

function reachedBy(step: Exclude<PathStep, { kind: 'space' }>, { roles, calendars }: Team, at: Instant): string[] {
  if (step.kind === 'person') return [coverAt(step.personId, at, calendars).personId].filter((id) => id !== null)
  return (roles.get(step.role) ?? []).filter((id) => {
    const calendar = calendars.get(id)
    return calendar !== undefined && isWorking(at, calendar)
  })
}

function unknownTo(told: readonly string[], personIds: readonly string[]): string[] {
  return [...new Set(personIds)].filter((id) => !told.includes(id))
}

function laterOf(a: Instant, b: Instant): Instant {
  return isBefore(a, b) ? b : a
}
