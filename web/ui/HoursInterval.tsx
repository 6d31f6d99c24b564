import { useId, useState } from 'react'
import type { Interval } from '#domain/time/types.ts'
import { clockOf, DAY_MINUTES, minutesOf } from './day-minutes.ts'
import type { Span } from './day-minutes.ts'
import { crossesMidnight, spanOf } from './hours.ts'
import { formatSpan } from './format.ts'
import { t } from './words.ts'

type Props = {
  interval: Interval
  /** The weekday, for people who hear the page. */
  name: string
  onChange: (span: Span) => void
  onRemove: () => void
}

/**
 * An interval as two times. Taken over on Enter or when the field is left, so that half-typed times change nothing. What cannot be
 * taken over stays as it was typed, with a sentence that says why, and holds its form back.
 */
export function HoursInterval({ interval, name, onChange, onRemove }: Props) {
  const from = useClock(spanOf(interval)[0], t`${name}, from`)
  const until = useClock(untilOf(interval), t`${name}, until`)
  const id = useId()
  const take = (start: number, end: number) => {
    if (start === end && start !== 0) return t`An end like the start has no length; a whole day is 00:00 to 24:00.`
    onChange([start, end > start ? end : end + DAY_MINUTES])
    return undefined
  }
  const wrong = from.wrong ?? until.wrong
  return (
    <span className="hours-interval">
      <ClockInput clock={from} errorId={id} onTake={(start) => take(start, untilOf(interval))} />
      <span aria-hidden>–</span>
      <ClockInput clock={until} errorId={id} onTake={(end) => take(spanOf(interval)[0], end)} />
      {crossesMidnight(interval) && <small>{t`next day, after ${formatSpan(lengthOf(interval))}`}</small>}
      <button type="button" className="hours-remove" aria-label={t`Remove ${interval.start} to ${interval.end} on ${name}`} onClick={onRemove}>
        <span aria-hidden>×</span>
      </button>
      <span className="field-error" id={id} aria-live="polite">{wrong}</span>
    </span>
  )
}

/** Unit: minutes since the midnight of the day on which it ends. */
function untilOf(interval: Interval): number {
  const [, to] = spanOf(interval)
  return to > DAY_MINUTES ? to - DAY_MINUTES : to
}

/** Unit: minutes. */
function lengthOf(interval: Interval): number {
  const [from, to] = spanOf(interval)
  return to - from
}

type Clock = { label: string, value: number, typed: string | undefined, setTyped: (typed: string | undefined) => void, wrong: string | undefined, setWrong: (wrong: string | undefined) => void }

/** A time, with what is typed in its place until it is taken over. */
function useClock(value: number, label: string): Clock {
  const [typed, setTyped] = useState<string>()
  const [wrong, setWrong] = useState<string>()
  return { label, value, typed, setTyped, wrong, setWrong }
}

type ClockInputProps = { clock: Clock, errorId: string, /** @returns why it cannot be */ onTake: (minutes: number) => string | undefined }

function ClockInput({ clock: { label, value, typed, setTyped, wrong, setWrong }, errorId, onTake }: ClockInputProps) {
  const write = (next: string | undefined) => {
    setTyped(next)
    setWrong(undefined)
  }
  const take = () => {
    if (typed === undefined) return
    const minutes = minutesOf(typed)
    const why = minutes === undefined ? t`“${typed}” is no time of day. Write one such as 9:30, 17 or 5pm.` : minutes === value ? undefined : onTake(minutes)
    if (why === undefined) write(undefined)
    else setWrong(why)
  }
  return (
    <input
      className="hours-clock" aria-label={label} autoComplete="off" maxLength={10} value={typed ?? clockOf(value)}
      aria-invalid={wrong !== undefined || undefined} aria-describedby={wrong === undefined ? undefined : errorId} data-unread={wrong === undefined ? undefined : true}
      onChange={(event) => write(event.target.value)} onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') { event.preventDefault(); take() }
        if (event.key === 'Escape') write(undefined)
      }}
    />
  )
}
