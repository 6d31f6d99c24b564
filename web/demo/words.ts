import { partsAt } from '../ui/calendar-words.ts'
import { formatClock, formatWhen, zoneCity } from '../ui/format.ts'
import type { ClockMove } from './clock-moves.ts'

type Here = { demo: boolean, name: string, zone: string }

/** `Demo. You are Kenji Mori in Tokyo; it is Tuesday 09:04.` */
export function hereAndNow({ demo, name, zone }: Here, now: Temporal.Instant): string {
  const first = demo ? 'Demo.' : 'The clock stands until you move it.'
  return `${first} You are ${name} in ${zoneCity(zone)}; it is ${partsAt(now, zone).weekday} ${formatClock(now, zone)}.`
}

/** A move as a link says it, in the reader's time. */
export function moveWords({ kind, at, who }: ClockMove, zone: string, now: Temporal.Instant): string {
  if (kind === 'hour') return 'One hour on'
  if (kind === 'evening') return `To my evening, ${formatWhen(at, zone, now)}`
  return `To ${who?.name ?? 'somebody'}’s start, ${formatWhen(at, zone, now)}${who && who.zone !== zone ? ' my time' : ''}`
}
