import { MINUTE_MS, dayNumber, nextDate, weekNumber, weekdayOf } from '../time/dates.ts'
import { localDate, startOfDate } from '../time/local.ts'
import { nextLocalTime } from '../time/local-times.ts'
import { contains } from '../time/spans.ts'
import type { Instant, Shift } from '../time/types.ts'
import { DEFAULT_WINDOWS } from './choices.ts'
import { focusSpans } from './focus.ts'
import type { DigestChoice, Reader, WindowChoice } from './types.ts'

/** A moment at which a reader chose to read, before it is moved. */
export type Chosen = { readonly kind: WindowChoice['kind']; readonly at: Instant }

/** What the reader chose for one shift, its start where nothing else falls in it. The ends of focus come from elsewhere. */
export function windowsOfShift(shift: Shift, reader: Reader): Chosen[] {
  const moments = choicesOf(reader).flatMap((choice): Chosen[] => {
    const at = momentOf(choice, shift)
    return at === null ? [] : [{ kind: choice.kind, at }]
  })
  if (moments.some(({ at }) => contains(shift, at)) || (wantsFocusEnds(reader) && focusEndsIn(shift, reader))) return moments
  return [...moments, { kind: 'shift_start', at: shift.start }]
}

export function wantsFocusEnds(reader: Reader): boolean {
  return choicesOf(reader).some(({ kind }) => kind === 'focus_end')
}

function choicesOf({ windows }: Reader): readonly WindowChoice[] {
  return windows.length === 0 ? DEFAULT_WINDOWS : windows
}

function focusEndsIn(shift: Shift, { focus, calendar }: Reader): boolean {
  const from = shift.start.subtract({ milliseconds: 1 })
  return focusSpans(focus, calendar, from, shift.end).some(({ end }) => contains(shift, end))
}

function momentOf(choice: WindowChoice, shift: Shift): Instant | null {
  switch (choice.kind) {
    case 'focus_end': return null
    case 'shift_start': return shift.start
    case 'midday': return middleOf(shift)
    case 'before_wrap': return shift.end.subtract({ minutes: choice.minutes })
    case 'local_time': return localTimeOf(shift, choice.time)
  }
}

/** On a whole minute, as people write times. */
function middleOf({ start, end }: Shift): Instant {
  const middle = Math.floor((start.epochMilliseconds + end.epochMilliseconds) / 2 / MINUTE_MS) * MINUTE_MS
  return Temporal.Instant.fromEpochMilliseconds(Math.max(middle, start.epochMilliseconds))
}

/** The moment of one shift's digest, before it is moved. */
export function digestOfShift(shift: Shift, { time }: DigestChoice): Instant {
  return time === null ? shift.start : localTimeOf(shift, time)
}

/** The week, Monday to Sunday, to which a shift's date belongs. */
export function weekOfShift(shift: Shift): number {
  return weekNumber(dayNumber(shift.date))
}

/** When the clock first shows a time in a shift; else when it shows it on the shift's own date. */
function localTimeOf(shift: Shift, time: string): Instant {
  const first = localDate(shift.start, shift.zone)
  for (const date of [first, nextDate(first)]) {
    const at = momentOn(date, time, shift.zone)
    if (contains(shift, at)) return at
  }
  return momentOn(shift.date, time, shift.zone)
}

/** Each local date has exactly one such moment, whatever the clocks do; one that a zone jumped over has it a week later. */
function momentOn(date: string, time: string, zone: string): Instant {
  const before = startOfDate(date, zone).subtract({ milliseconds: 1 })
  return nextLocalTime(before, { zone, time, days: [weekdayOf(dayNumber(date))] })
}
