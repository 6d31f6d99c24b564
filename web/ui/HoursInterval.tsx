import { useState } from 'react'
import type { Interval } from '#domain/time/types.ts'
import { clockOf, DAY_MINUTES, minutesOf } from './day-minutes.ts'
import type { Span } from './day-minutes.ts'
import { crossesMidnight, spanOf } from './hours.ts'
import { t } from './words.ts'

type Props = {
  interval: Interval
  /** The weekday, for people who hear the page. */
  name: string
  onChange: (span: Span) => void
  onRemove: () => void
}

/** An interval as two times. Taken over on Enter or when the field is left, so that half-typed times change nothing. */
export function HoursInterval({ interval, name, onChange, onRemove }: Props) {
  const [from, to] = spanOf(interval)
  const until = to > DAY_MINUTES ? to - DAY_MINUTES : to
  const change = (start: number, end: number) => onChange([start, end > start ? end : end + DAY_MINUTES])
  return (
    <span className="hours-interval">
      <ClockInput label={t`${name}, from`} value={from} onChange={(start) => change(start, until)} />
      <span aria-hidden>–</span>
      <ClockInput label={t`${name}, until`} value={until} onChange={(end) => change(from, end)} />
      {crossesMidnight(interval) && <small>{t`next day`}</small>}
      <button type="button" className="hours-remove" aria-label={t`Remove ${interval.start} to ${interval.end} on ${name}`} onClick={onRemove}>
        <span aria-hidden>×</span>
      </button>
    </span>
  )
}

type ClockInputProps = { label: string, value: number, onChange: (minutes: number) => void }

function ClockInput({ label, value, onChange }: ClockInputProps) {
  const [typed, setTyped] = useState(clockOf(value))
  const take = () => {
    const minutes = minutesOf(typed)
    if (minutes === undefined) setTyped(clockOf(value))
    else if (minutes !== value) onChange(minutes)
    else setTyped(clockOf(value))
  }
  return (
    <input
      className="hours-clock" aria-label={label} inputMode="numeric" autoComplete="off" maxLength={5} value={typed}
      onChange={(event) => setTyped(event.target.value)} onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') { event.preventDefault(); take() }
        if (event.key === 'Escape') setTyped(clockOf(value))
      }}
    />
  )
}
