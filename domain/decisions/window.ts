import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'
import { absenceAt } from '../time/cover.ts'
import { nthWorkingDay } from '../time/nth-working-day.ts'
import { isBefore } from '../time/spans.ts'
import type { Instant, WorkCalendar } from '../time/types.ts'
import type { DecisionRoles } from './decision.ts'

/** How long each reader has unless the author says otherwise (001:32). Unit: working days. */
export const WINDOW_DAYS = 5
/** Longer than any reader waits for a decision; what takes longer is a project. Unit: working days. */
export const WINDOW_DAYS_MAX = 60
/** What the accountable gets, once asked by name. Unit: working days. */
export const DECIDE_DAYS = 2

/** Who sets the deadline: those whose position or signature is waited for. The informed are told, and hold nobody up. */
export function readerIds({ accountableId, responsibleIds, consultedIds }: DecisionRoles): string[] {
  return [...new Set([...(accountableId === null ? [] : [accountableId]), ...responsibleIds, ...consultedIds])]
}

export type NamedReader = { readonly id: string; readonly calendar: WorkCalendar }
/** When one reader has had the whole window; null where they do not work that much within a year. */
export type ReaderEnd = { readonly personId: string; readonly endsAt: Instant | null }
export type Window = {
  readonly deadline: Instant
  /** The reader whose calendar sets it; null where it was chosen, and later than anybody needs. */
  readonly setById: string | null
  readonly readers: readonly ReaderEnd[]
}

/**
 * The deadline of a decision that opens now: the moment by which the last of the named readers has had `days` working
 * days on the own calendar, or the chosen one where that is later. An absence with a cover holds nobody up, since the
 * cover reads; one without a cover does.
 *
 * @throws {Refusal} `bad_input` for a chosen moment in the past, or a window out of range; `no_working_time` when nobody
 * named works that much within a year
 * @example Mon 10:00, 5 days, one reader Mon–Fri and one Sun–Thu → Mon 17:00 of the week after, set by the later one
 */
export function windowFor({ readers, days, chosen }: { readers: readonly NamedReader[]; days: number; chosen: Instant | null }, now: Instant): Window {
  if (!Number.isInteger(days) || days < 0 || days > WINDOW_DAYS_MAX) throw new Refusal('bad_input', said`A window has 0 to ${WINDOW_DAYS_MAX} working days.`, said`Choose a number in between.`)
  if (chosen !== null && !isBefore(now, chosen)) throw new Refusal('bad_input', said`The deadline has passed already.`, said`Choose a later one, or leave it to the window.`)
  const ends = readers.map(({ id, calendar }): ReaderEnd => ({ personId: id, endsAt: endOf(now, days, calendar) }))
  const last = lastOf(ends)
  if (chosen !== null && (last === null || !isBefore(chosen, last.endsAt))) return { deadline: chosen, setById: null, readers: ends }
  if (last === null) throw new Refusal('no_working_time', said`Nobody who is named works within the next year.`, said`Name somebody who works, or choose a deadline.`)
  return { deadline: last.endsAt, setById: last.personId, readers: ends }
}

/** The reader who is done last, the first named of those; null where none of them works. */
function lastOf(ends: readonly ReaderEnd[]): { personId: string; endsAt: Instant } | null {
  let last: { personId: string; endsAt: Instant } | null = null
  for (const { personId, endsAt } of ends) if (endsAt !== null && (last === null || isBefore(last.endsAt, endsAt))) last = { personId, endsAt }
  return last
}

/** The end of the n-th working day after today's, which is the shift that is on, or else the next one. */
function endOf(now: Instant, days: number, calendar: WorkCalendar): Instant | null {
  try {
    return nthWorkingDay(now, days, uncovered(calendar))
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** A calendar in which absences with a cover are worked: the cover reads meanwhile. */
const uncovered = (calendar: WorkCalendar): WorkCalendar => ({ ...calendar, absences: calendar.absences.filter(({ coverId }) => coverId === null) })

/** Who of these is absent at a moment while somebody covers. */
export function absentWithCover(readers: readonly NamedReader[], at: Instant): Set<string> {
  return new Set(readers.filter(({ calendar }) => (absenceAt(at, calendar)?.coverId ?? null) !== null).map(({ id }) => id))
}
