import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'
import { addWorkingMinutes } from '../time/add-working-minutes.ts'
import { nextDate } from '../time/dates.ts'
import { localDate, startOfDate } from '../time/local.ts'
import { isWorking } from '../time/next-working-moment.ts'
import { noWorkingTime } from '../time/no-working-time.ts'
import { zoneAt } from '../time/periods.ts'
import { shiftAt, shiftsFrom } from '../time/shifts.ts'
import { isBefore } from '../time/spans.ts'
import { workingMinutes } from '../time/types.ts'
import type { Instant, Shift, WorkCalendar } from '../time/types.ts'
import { OPEN_STATES } from './ask-table.ts'
import type { Ask } from './ask.ts'
import { later, minutesWithinAYear } from './clock.ts'

export const OWE_GROUPS = ['now', 'today', 'tomorrow', 'later'] as const
/**
 * On the reader's own clock. `now`: overdue, or they work and have an hour or less. `today`: due by the end of the shift
 * that is on, or of a later one that starts on this date. `tomorrow`: due by the end of the next working day, whichever
 * day that is. A question that is back with somebody has no due time and is for today: somebody stands still.
 */
export type OweGroup = (typeof OWE_GROUPS)[number]

/** What the lists need of an ask. */
export type Listed = Pick<Ask, 'id' | 'askerId' | 'answererId' | 'state' | 'urgent' | 'askedAt' | 'clock'>

/** With this much or less left, an ask runs out. Unit: working minutes. */
const RUNNING_OUT_MINUTES = 60
/** How far "in an hour" of snoozing reaches. Unit: working minutes. */
const SNOOZE_MINUTES = 60

/** Who has to do something for it to go on: the answerer, or the asker while a question is back with them. */
export function whoOwes({ state, askerId, answererId }: Pick<Ask, 'state' | 'askerId' | 'answererId'>): string | null {
  if (!OPEN_STATES.has(state)) return null
  return state === 'question_back' ? askerId : answererId
}

/** Who waits for that. */
export function whoWaits(ask: Pick<Ask, 'state' | 'askerId' | 'answererId'>): string | null {
  if (!OPEN_STATES.has(ask.state)) return null
  return ask.state === 'question_back' ? ask.answererId : ask.askerId
}

/** Asks in their groups, each group in the order in which to do them. Groups without any are there too. */
export function groupAsks<Item extends Listed>(asks: readonly Item[], calendar: WorkCalendar, now: Instant): Record<OweGroup, Item[]> {
  const days = daysFrom(now, calendar)
  const groups: Record<OweGroup, Item[]> = { now: [], today: [], tomorrow: [], later: [] }
  for (const ask of asks.toSorted(inOrder)) groups[groupOf(ask, calendar, now, days)].push(ask)
  return groups
}

/** Where the reader's today and tomorrow end; read once for a whole list. */
export type Days = { readonly today: Instant; readonly tomorrow: Instant; readonly working: boolean }

/** Today reaches to the end of its last shift, at least to midnight; tomorrow likewise, and is the next working day. */
export function daysFrom(now: Instant, calendar: WorkCalendar): Days {
  const { today, next } = nextWorkingDay(now, calendar)
  const tomorrow = next === null ? today : later(next.end, startOfDate(nextDate(next.date), next.zone))
  return { today, tomorrow, working: isWorking(now, calendar) }
}

/** Where today ends, and the first shift after it; null when none comes within a year. A shift that is on is today's. */
function nextWorkingDay(now: Instant, calendar: WorkCalendar): { today: Instant; next: Shift | null } {
  const zone = zoneAt(calendar, now)
  const date = shiftAt(now, calendar)?.date ?? localDate(now, zone)
  let today = startOfDate(nextDate(date), zone)
  for (const shift of shiftsFrom(now, calendar)) {
    if (shift.date > date) return { today, next: shift }
    today = later(today, shift.end)
  }
  return { today, next: null }
}

function groupOf(ask: Listed, calendar: WorkCalendar, now: Instant, days: Days): OweGroup {
  const { dueAt } = ask.clock
  if (ask.state === 'question_back') return ask.urgent ? 'now' : 'today'
  if (!isBefore(now, dueAt) || ask.state === 'overdue' || ask.state === 'escalated' || ask.urgent) return 'now'
  if (days.working && minutesWithinAYear(now, dueAt, calendar) <= RUNNING_OUT_MINUTES) return 'now'
  if (!isBefore(days.today, dueAt)) return 'today'
  return isBefore(days.tomorrow, dueAt) ? 'later' : 'tomorrow'
}

/** What is overdue first, then what is urgent, then by due time, by age, by id. */
function inOrder(a: Listed, b: Listed): number {
  return Number(isLate(b)) - Number(isLate(a)) || Number(b.urgent) - Number(a.urgent)
    || a.clock.dueAt.epochMilliseconds - b.clock.dueAt.epochMilliseconds || a.askedAt.epochMilliseconds - b.askedAt.epochMilliseconds
    || (a.id < b.id ? -1 : Number(a.id > b.id))
}

const isLate = ({ state }: Listed): boolean => state === 'overdue' || state === 'escalated'

/** `hour`: one working hour from now. `tomorrow`: when the next working day begins. */
export type SnoozeChoice = { readonly kind: 'hour' | 'tomorrow' } | { readonly kind: 'at'; readonly at: Instant }

/**
 * Until when an ask stays out of sight. It never hides what is due: at its due time it comes back. The clock runs on.
 *
 * @param dueAt null for what has no clock
 * @throws {Refusal} `bad_input` for a moment that has passed and for what is overdue, `no_working_time` when no shift comes within a year
 */
export function snoozeUntil(choice: SnoozeChoice, calendar: WorkCalendar, dueAt: Instant | null, now: Instant): Instant {
  if (dueAt !== null && !isBefore(now, dueAt)) throw new Refusal('bad_input', said`This is due already and cannot be put away.`, said`Answer it, ask something back, or decline it.`)
  const until = snoozedTo(choice, calendar, now)
  if (!isBefore(now, until)) throw new Refusal('bad_input', said`This time has passed.`, said`Choose a later time.`)
  return dueAt !== null && isBefore(dueAt, until) ? dueAt : until
}

function snoozedTo(choice: SnoozeChoice, calendar: WorkCalendar, now: Instant): Instant {
  if (choice.kind === 'at') return choice.at
  if (choice.kind === 'hour') return addWorkingMinutes(now, workingMinutes(SNOOZE_MINUTES), calendar)
  const { next } = nextWorkingDay(now, calendar)
  if (next === null) throw noWorkingTime(said`shift`, now, calendar)
  return next.start
}
