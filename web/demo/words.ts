import { partsAt } from '../ui/calendar-words.ts'
import { formatClock, formatWhen, zoneCity } from '../ui/format.ts'
import type { ClockMove } from './clock-moves.ts'
import { t } from '../ui/words.ts'

type Here = { demo: boolean, name: string, zone: string }

/** `Demo. You are Kenji Mori in Tokyo; it is Tuesday 09:04.` */
export function hereAndNow({ demo, name, zone }: Here, now: Temporal.Instant): string {
  const first = demo ? t`Demo.` : t`The clock stands until you move it.`
  return t`${first} You are ${name} in ${zoneCity(zone)}; it is ${partsAt(now, zone).weekday} ${formatClock(now, zone)}.`
}

/** A move as a link says it, in the reader's time. */
export function moveWords({ kind, at, who }: ClockMove, zone: string, now: Temporal.Instant): string {
  if (kind === 'hour') return t`One hour on`
  if (kind === 'evening') return t`To my evening, ${formatWhen(at, zone, now)}`
  const [name, when] = [who?.name ?? t`somebody¦start`, formatWhen(at, zone, now)]
  return who && who.zone !== zone ? t`To ${name}’s start, ${when} my time` : t`To ${name}’s start, ${when}`
}
