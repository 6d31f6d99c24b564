import type { FocusNow } from '#contract/attention.ts'
import { capital, counted, formatAt, formatClock, formatSpan } from '../ui/format.ts'
import { t } from '../ui/words.ts'

/** Lengths to start with; the first is the floor of the agreement. Unit: minutes. */
const LENGTHS = [120, 180, 240]

/** The page in one sentence: until when the reader is in focus, or when the next block begins. */
export function headline({ now: running, next }: Pick<FocusNow, 'now' | 'next'>, zone: string, now: Temporal.Instant): string {
  if (running) return t`In focus until ${formatClock(Temporal.Instant.from(running.endsAt), zone)}`
  return next ? t`Your next focus begins ${formatAt(Temporal.Instant.from(next.start), zone, now)}` : t`You keep no focus yet`
}

/** What waits for the end, in words. */
export function heldWords(held: number): string {
  if (held === 0) return t`Nothing waits for its end.`
  const things = capital(counted(held, 'thing'))
  return held === 1 ? t`${things} waits for its end.` : t`${things} wait for its end.`
}

/** How long focus may be, from the floor on. */
export function lengths(floorMinutes: number): { value: string, label: string }[] {
  return [floorMinutes, ...LENGTHS.filter((minutes) => minutes > floorMinutes)].map((minutes) => ({ value: String(minutes), label: capital(formatSpan(minutes)) }))
}

/** Between two moments of today, `09:00–11:30`. */
export const betweenWords = (start: string, end: string, zone: string): string => `${formatClock(Temporal.Instant.from(start), zone)}–${formatClock(Temporal.Instant.from(end), zone)}`

export const WINDOW_NAMES = [
  { value: 'shift-start', label: t`At the start of my shift` }, { value: 'midday', label: t`In the middle of my shift` },
  { value: 'focus-end', label: t`At the end of a focus` }, { value: 'before-wrap', label: t`Half an hour before my shift ends` },
] as const

/** Times of day among the windows, as they are typed: `10:30, 15:00`. */
export const timesIn = (windows: readonly string[]): string => windows.filter((window) => /^\d\d:\d\d$/.test(window)).join(', ')

/** Times of day as typed, or what is wrong with them. */
export function readTimes(typed: string): { times: string[], error?: string } {
  const times = typed.split(/[,\s]+/).filter(Boolean)
  const wrong = times.find((time) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
  return wrong === undefined ? { times } : { times: [], error: t`${wrong} is not a time of day. Write times such as 10:30, with commas between them.` }
}
