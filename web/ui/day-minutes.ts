/** Minutes since midnight of an ordinary day. A day with a clock change is shorter or longer: see `ribbonDay`. */
export const DAY_MINUTES = 1440

/** A stretch of a day, from and to, in minutes since its midnight. `to` may pass the day's end. */
export type Span = readonly [from: number, to: number]

const pad = (value: number) => String(value).padStart(2, '0')

/** 570 → `09:30`. Minutes past the day's end start again at `00:00`; exactly one day is `24:00`. */
export function clockOf(minutes: number): string {
  if (minutes === DAY_MINUTES) return '24:00'
  const inDay = ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES
  return `${pad(Math.floor(inDay / 60))}:${pad(inDay % 60)}`
}

/**
 * Reads a time as people type it: `9`, `930`, `9:30`, `9.30`, `24:00`, `17h`, `17 Uhr`, `5pm`.
 * @returns minutes since midnight, 0–1440, or undefined when it is no time
 */
export function minutesOf(typed: string): number | undefined {
  const match = /^(\d{1,2})(?:[:.h]?([0-5]\d))?(?:\s*(h|uhr|[ap]\.?m\.?))?$/i.exec(typed.trim())
  if (!match) return undefined
  const hour = hourOf(Number(match[1]), match[3]?.[0]?.toLowerCase())
  const minutes = hour * 60 + Number(match[2] ?? 0)
  return minutes <= DAY_MINUTES ? minutes : undefined
}

/** The hour of 24, where `a` and `p` are halves of a day with an hour of 1 to 12; one that is none makes no time. */
function hourOf(hour: number, half: string | undefined): number {
  if (half !== 'a' && half !== 'p') return hour
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half === 'p' ? 12 : 0) : Number.NaN
}
