import type { Span, WorkCalendar } from '../time/types.ts'

/** Somebody who is asked, as far as a clock depends on them. */
export type Reader = {
  readonly id: string
  readonly calendar: WorkCalendar
  /** Focus blocks from the past that still matters to the days ahead; laid out, they may overlap. */
  readonly focus: readonly Span[]
}

/** The time in which one ask's clock runs. */
export type ClockTime = {
  /** Working time without absences and holidays; ends of working days are read here. */
  readonly working: WorkCalendar
  /** What the clock counts: the same, without focus where it stands still there. */
  readonly counted: WorkCalendar
}

/** A calendar in which nobody works during these spans. They are cut like absences that nobody covers. */
export function without(calendar: WorkCalendar, spans: readonly Span[]): WorkCalendar {
  if (spans.length === 0) return calendar
  return { ...calendar, absences: [...calendar.absences, ...spans.map((span) => ({ ...span, coverId: null }))] }
}

/**
 * The time that counts for one ask to one reader. Urgent asks reach through focus, so their clock runs on in it.
 *
 * @param stopsInFocus the agreement's setting, on by default
 */
export function clockTime({ calendar, focus }: Reader, { urgent, stopsInFocus }: { urgent: boolean; stopsInFocus: boolean }): ClockTime {
  return { working: calendar, counted: urgent || !stopsInFocus ? calendar : without(calendar, focus) }
}
