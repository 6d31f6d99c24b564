import { formatClock, formatDay, formatWhen, zoneCity } from './format.ts'
import { t } from './words.ts'

type Props = {
  at: Temporal.Instant
  /** The reader's zone. */
  zone: string
  now: Temporal.Instant
  /** The zone of the person it is about; shown on hover and focus, and read out. */
  otherZone?: string | undefined
  /** `when` says day and clock; `clock` only the clock; `day` only the day. */
  show?: 'when' | 'clock' | 'day'
}

const SHOWN = {
  when: formatWhen,
  clock: (at: Temporal.Instant, zone: string) => formatClock(at, zone),
  day: formatDay,
}

/** A moment in the reader's zone, never "3 hours ago". The other person's clock is one hover or focus away. */
export function Time({ at, zone, now, otherZone, show = 'when' }: Props) {
  const text = SHOWN[show](at, zone, now)
  if (!otherZone || otherZone === zone) return <time dateTime={at.toString()}>{text}</time>
  const there = t`${formatWhen(at, otherZone, now)} in ${zoneCity(otherZone)}`
  return (
    <time className="time" dateTime={at.toString()} title={there} tabIndex={0} data-there={there}>
      {text}<span className="unseen">, {there}</span>
    </time>
  )
}
