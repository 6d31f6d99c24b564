import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'

/** A point in time. All of `domain/time` counts whole milliseconds; finer parts are ignored. */
export type Instant = Temporal.Instant

/** ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/**
 * One stretch of a working day in local time, `HH:MM`. An end that is not after the start lies on the next date, so
 * `22:00`–`06:00` crosses midnight. The end may be `24:00`. It belongs to the date on which it starts.
 */
export type Interval = { readonly day: Weekday; readonly start: string; readonly end: string }

/** Where and when a person works from one local date on. */
export type Period = {
  /** ISO date in `zone` from which this holds; null means always. */
  readonly from: string | null
  /** IANA name, e.g. `Europe/Berlin`. */
  readonly zone: string
  /** Any ISO date in the week that is `weeks[0]`; weeks begin on Monday. */
  readonly anchor: string
  /** One week that repeats, or several that rotate. */
  readonly weeks: readonly (readonly Interval[])[]
}

/** Half-open: `start` is inside, `end` is not. */
export type Span = { readonly start: Instant; readonly end: Instant }

/** Time away, cut out of working time exactly as long as it lasts. */
export type Absence = Span & {
  /** The person who covers; null when nobody was named. */
  readonly coverId: string | null
}

/** All that decides when one person works. A value: build a new one instead of changing it. */
export type WorkCalendar = {
  /** Sorted by `from`; the last one with `from` ≤ the local date holds. Moving zone adds a period. */
  readonly periods: readonly Period[]
  /** ISO local dates on which no shift starts. */
  readonly holidays: ReadonlySet<string>
  readonly absences: readonly Absence[]
  /** ISO local dates whose shift was given away in a swap. */
  readonly given: ReadonlySet<string>
  /** Shifts taken over in a swap; they count on holidays too, but not during an absence. */
  readonly taken: readonly Span[]
}

type SpanJson = { readonly start: string; readonly end: string }

/** A calendar as it travels over the wire: instants as ISO strings, sets as sorted arrays. */
export type WorkCalendarJson = {
  readonly periods: readonly Period[]
  readonly holidays: readonly string[]
  readonly absences: readonly (SpanJson & { readonly coverId: string | null })[]
  readonly given: readonly string[]
  readonly taken: readonly SpanJson[]
}

/** A person's work on one date; breaks lie between the spans, inside the one shift. */
export type Shift = {
  /** ISO local date on which it starts and to which it belongs. */
  readonly date: string
  /** IANA name of the zone in which `date` is meant. */
  readonly zone: string
  /** Start of the first span. */
  readonly start: Instant
  /** End of the last span. */
  readonly end: Instant
  /** Sorted, disjoint, never empty. */
  readonly spans: readonly Span[]
}

/** Minutes of somebody's working time; real minutes, not clock-face minutes. Never negative. */
export type WorkingMinutes = number & { readonly unit: 'working minutes' }

/**
 * @throws {Refusal} `bad_input` when n is negative or not a number
 * @example workingMinutes(240) is four working hours
 */
export function workingMinutes(n: number): WorkingMinutes {
  if (!Number.isFinite(n) || n < 0) {
    throw new Refusal('bad_input', said`${String(n)} is not a number of working minutes.`, said`Give a number of minutes that is 0 or more.`)
  }
  return n as WorkingMinutes
}

/** How far ahead, and back, we look for working time before giving up. Unit: days of 24 hours. */
export const HORIZON_DAYS = 366

/** Reads a calendar that came over the wire. Shape and zones are the contract's to check. */
export function calendarFromJson(json: WorkCalendarJson): WorkCalendar {
  return {
    periods: json.periods,
    holidays: new Set(json.holidays),
    absences: json.absences.map((absence) => ({ ...spanFromJson(absence), coverId: absence.coverId })),
    given: new Set(json.given),
    taken: json.taken.map(spanFromJson),
  }
}

/** Writes a calendar so that `calendarFromJson` gives the same one back. */
export function calendarToJson(calendar: WorkCalendar): WorkCalendarJson {
  return {
    periods: calendar.periods,
    holidays: [...calendar.holidays].sort(),
    absences: calendar.absences.map((absence) => ({ ...spanToJson(absence), coverId: absence.coverId })),
    given: [...calendar.given].sort(),
    taken: calendar.taken.map(spanToJson),
  }
}

function spanFromJson(span: { readonly start: string; readonly end: string }): Span {
  return { start: Temporal.Instant.from(span.start), end: Temporal.Instant.from(span.end) }
}

function spanToJson(span: Span) {
  return { start: span.start.toString(), end: span.end.toString() }
}
