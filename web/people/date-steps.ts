import { dateInWords } from '../ui/calendar-words.ts'

/** Days drawn on the strip: the one shown in the middle, three on each side. */
const SHOWN = 7
const MIDDLE = (SHOWN - 1) / 2

/** @param date ISO date */
export const daysAfter = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()
export const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days

/** The dates of the strip, as its cells show them. */
export function stripOf(date: string): { date: string, weekday: string, day: number }[] {
  return Array.from({ length: SHOWN }, (_, at) => {
    const shown = Temporal.PlainDate.from(date).add({ days: at - MIDDLE })
    return { date: shown.toString(), weekday: dateInWords(shown, { weekday: 'short' }), day: shown.day }
  })
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7 }

/** Where a key leads; Home is today. Undefined for keys that mean something else. */
export function keyStep(key: string, date: string, today: string): string | undefined {
  const days = STEPS[key]
  if (days !== undefined) return daysAfter(date, days)
  return key === 'Home' ? today : undefined
}

/** Where a pointer leads: a press chooses the day under it, a drag pulls the days along. Positions are 0–1 across the strip. */
export function dragStep(startedOn: string, start: number, now: number): string {
  const moved = Math.round((start - now) * SHOWN)
  return daysAfter(startedOn, moved)
}

export const pressStep = (date: string, at: number): string => daysAfter(date, Math.min(SHOWN - 1, Math.max(0, Math.floor(at * SHOWN))) - MIDDLE)

/** The date that an address names; undefined where it is none, so that today is shown. */
export function dateIn(value: unknown): string | undefined {
  try {
    return typeof value === 'string' && value.length === 10 ? Temporal.PlainDate.from(value).toString() : undefined
  } catch {
    return undefined
  }
}
