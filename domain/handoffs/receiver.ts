import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'
import { addWorkingMinutes } from '../time/add-working-minutes.ts'
import { absenceAt, coverAt } from '../time/cover.ts'
import { nextWorkingMoment } from '../time/next-working-moment.ts'
import { noWorkingTime } from '../time/no-working-time.ts'
import { shiftsFrom } from '../time/shifts.ts'
import { isBefore } from '../time/spans.ts'
import type { Instant, Span, WorkCalendar, WorkingMinutes } from '../time/types.ts'
import { shiftOfWrap } from './shift-of-wrap.ts'
import type { Plan } from './baton.ts'

/** What is known about the people of a space when a baton is handed over. */
export type Handover = {
  now: Instant
  giverId: string
  /** Working time that the receiver has from the start of their shift; `handoff.grace_minutes` of the agreement. */
  grace: WorkingMinutes
  /** Of everybody who may be asked, and of their covers; without the giver's, the next shift counts from now. */
  calendars: ReadonlyMap<string, WorkCalendar>
  names: ReadonlyMap<string, string>
  /** Active people who can see the space. */
  mayReceive: ReadonlySet<string>
}

/**
 * A baton for one person. Somebody away when they would start is stood in for at once; without a cover it waits for
 * their return.
 * @throws {Refusal} `no_working_time` when they do not work within a year
 */
export function planForPerson(personId: string, handover: Handover): Plan {
  const due = whenDue(personId, handover.now, handover)
  if (due === null) throw nobodyWorks(said`${handover.names.get(personId) ?? said`This person`} has no working time within a year.`)
  if (due.away) {
    const coverId = coverFor(personId, due.rostered, handover)
    const stoodIn = coverId === null ? null : planWhereWorking(coverId, handover.now, handover)
    if (stoodIn !== null) return { ...stoodIn, firstReceiverId: personId }
  }
  return planFrom(personId, due.moment, handover)
}

/**
 * A baton for a role: the holder who works next; ties by name, then id. The giver only when nobody else holds it.
 * @throws {Refusal} `bad_input` when nobody who can see the space holds it, `no_working_time` when no holder works
 */
export function planForRole(role: { name: string; holders: readonly string[] }, handover: Handover): Plan {
  const able = role.holders.filter((id) => handover.mayReceive.has(id))
  if (able.length === 0) {
    throw new Refusal('bad_input', said`Nobody who can see this space holds the role ${role.name}.`, said`Choose a person, or give the role to somebody in the space.`)
  }
  const others = able.filter((id) => id !== handover.giverId)
  const first = earliest(others.length > 0 ? others : able, handover, (id) => whenDue(id, handover.now, handover))
  if (first === null) throw nobodyWorks(said`Nobody who holds the role ${role.name} has no working time within a year.`)
  return first.away ? planForPerson(first.id, handover) : planFrom(first.id, first.moment, handover)
}

/**
 * A baton for the next shift: the member whose shift starts next, counted from the middle of the giver's own shift, so
 * that shifts which overlap for the handover count and colleagues of the same shift do not. A wrap written soon after
 * a shift still belongs to it; otherwise it counts from now.
 * @throws {Refusal} `no_working_time` when no other member starts a shift within a year
 */
export function planForShift(members: readonly string[], handover: Handover): Plan {
  const giver = handover.calendars.get(handover.giverId)
  const own = giver === undefined ? null : shiftOfWrap(handover.now, giver)
  const after = own === null ? handover.now : middleOf(own)
  const others = members.filter((id) => id !== handover.giverId && handover.mayReceive.has(id))
  const first = earliest(others, handover, (id) => whenShiftStarts(id, after, handover))
  if (first === null) {
    throw new Refusal('no_working_time', said`Nobody else in this space starts a shift within a year.`, said`Hand it to a person, or add people to the space.`)
  }
  return first.away ? planForPerson(first.id, handover) : planFrom(first.id, first.moment, handover)
}

/**
 * Where a baton goes when its receiver did not take it: to whoever covers for them at this moment.
 * @returns null when nobody covers, or the cover is the giver, cannot see the space, or does not work within a year
 */
export function planForCover(receiverId: string, handover: Handover): Plan | null {
  const coverId = coverFor(receiverId, handover.now, handover)
  return coverId === null ? null : planWhereWorking(coverId, handover.now, handover)
}

/**
 * The same receiver's clock under new hours, from the moment they were asked. An absence that was added since does
 * not stop it: the cover steps in when it runs out.
 * @returns null when they do not work within a year any more; then what was shown stays
 */
export function planAgain(receiverId: string, askedAt: Instant, handover: Handover): Plan | null {
  const due = whenDue(receiverId, askedAt, handover)
  return due === null ? null : unlessNoWork(() => planFrom(receiverId, due.rostered, handover))
}

type Due = { moment: Instant; rostered: Instant; away: boolean }

/** When somebody works next, and when they would without their absences. Null when not within a year. */
function whenDue(personId: string, from: Instant, { calendars }: Handover): Due | null {
  const calendar = calendars.get(personId)
  return calendar === undefined ? null : dueIn(calendar, (one) => nextWorkingMoment(from, one))
}

function whenShiftStarts(personId: string, after: Instant, { calendars, now }: Handover): Due | null {
  const calendar = calendars.get(personId)
  return calendar === undefined ? null : dueIn(calendar, (one) => {
    const shift = shiftsFrom(now, one).find((each) => !isBefore(each.start, after))
    if (shift === undefined) throw noWorkingTime(said`shift`, now, one)
    return nextWorkingMoment(isBefore(now, shift.start) ? shift.start : now, one)
  })
}

const middleOf = ({ start, end }: Span): Instant =>
  Temporal.Instant.fromEpochMilliseconds((start.epochMilliseconds + end.epochMilliseconds) / 2)

function dueIn(calendar: WorkCalendar, find: (calendar: WorkCalendar) => Instant): Due | null {
  return unlessNoWork(() => {
    const rostered = find(rosterOf(calendar))
    return absenceAt(rostered, calendar) === null ? { moment: rostered, rostered, away: false } : { moment: find(calendar), rostered, away: true }
  })
}

function planWhereWorking(personId: string, from: Instant, handover: Handover): Plan | null {
  const due = whenDue(personId, from, handover)
  return due === null ? null : unlessNoWork(() => planFrom(personId, due.moment, handover))
}

/** Null instead of the refusal that somebody has no working time within a year. */
function unlessNoWork<T>(find: () => T): T | null {
  try {
    return find()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'no_working_time') return null
    throw error
  }
}

/** Working time as it was planned, before anybody was away. */
const rosterOf = (calendar: WorkCalendar): WorkCalendar => ({ ...calendar, absences: [] })

/** People who are there come before people who are away, then the earliest, then by name and id. */
function earliest(ids: readonly string[], { names }: Handover, when: (id: string) => Due | null): (Due & { id: string }) | null {
  const found = ids.flatMap((id) => { const due = when(id); return due === null ? [] : [{ ...due, id, name: names.get(id) ?? '' }] })
  const [first] = found.toSorted((a, b) => Number(a.away) - Number(b.away) || a.moment.epochMilliseconds - b.moment.epochMilliseconds
    || order(a.name, b.name) || order(a.id, b.id))
  return first ?? null
}

const order = (a: string, b: string): number => a < b ? -1 : Number(a > b)

/** Grace runs on planned working time, so that an absence that begins meanwhile brings in the cover instead of days of silence. */
function planFrom(receiverId: string, startsAt: Instant, handover: Handover): Plan {
  const calendar = handover.calendars.get(receiverId)
  if (calendar === undefined) throw new Error(`No calendar of ${receiverId} was given.`)
  const lapsesAt = addWorkingMinutes(startsAt, handover.grace, rosterOf(calendar))
  return { receiverId, firstReceiverId: receiverId, startsAt, lapsesAt, coverId: coverFor(receiverId, lapsesAt, handover) }
}

function coverFor(personId: string, at: Instant, { calendars, giverId, mayReceive }: Handover): string | null {
  const { personId: coverId } = coverAt(personId, at, calendars)
  if (coverId === null || coverId === personId || coverId === giverId) return null
  return mayReceive.has(coverId) ? coverId : null
}

function nobodyWorks(why: Said): Refusal {
  return new Refusal('no_working_time', why, said`Ask them to set working hours, or hand it to somebody else.`)
}
