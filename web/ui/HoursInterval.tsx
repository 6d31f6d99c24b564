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
 * An interval as two times. Taken over on Enter or when a field is left, so that half-typed times change nothing. What cannot be
 * taken over stays as it was typed, with a sentence that says why, and holds its form back.
 */
export function HoursInterval({ interval, name, onChange, onRemove }: Props) {
  const { clock, wrong } = useClocks(interval, onChange)
  const id = useId()
  return (
    <span className="hours-interval">
      <ClockInput label={t`${name}, from`} errorId={id} {...clock('from')} />
      <span aria-hidden>–</span>
      <ClockInput label={t`${name}, until`} errorId={id} {...clock('until')} />
      {wrong === undefined && crossesMidnight(interval) && <small>{t`next day, after ${formatSpan(lengthOf(interval))}`}</small>}
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

type End = 'from' | 'until'
type Texts = Readonly<Partial<Record<End, string>>>
/** What is wrong with a time by itself, and with the two together. */
type Wrong = Readonly<Partial<Record<End | 'both', string>>>

/** Both times of an interval, with what is typed in their places until it is taken over. Whichever is left, both are judged, from what stands in them. */
function useClocks(interval: Interval, onChange: (span: Span) => void) {
  const [typed, setTyped] = useState<Texts>({})
  const [wrong, setWrong] = useState<Wrong>({})
  const value: Record<End, number> = { from: spanOf(interval)[0], until: untilOf(interval) }
  const judge = (texts: Texts) => {
    const read = (end: End) => (texts[end] === undefined ? value[end] : minutesOf(texts[end]))
    const [from, until] = [read('from'), read('until')]
    const found = wrongWith(texts, { from, until })
    setWrong(found)
    setTyped(Object.keys(found).length > 0 ? texts : {})
    if (Object.keys(found).length > 0 || from === undefined || until === undefined) return
    if (from !== value.from || until !== value.until) onChange([from, until > from ? until : until + DAY_MINUTES])
  }
  const without = (end: End): Texts => Object.fromEntries(Object.entries(typed).filter(([one]) => one !== end))
  const clock = (end: End) => ({
    value: typed[end] ?? clockOf(value[end]), wrong: (wrong[end] ?? wrong.both) !== undefined,
    onType: (text: string) => {
      setTyped({ ...typed, [end]: text })
      setWrong(Object.fromEntries(Object.entries(wrong).filter(([one]) => one !== end && one !== 'both')))
    },
    onTake: () => { if (typed[end] !== undefined) judge(typed) },
    onForget: () => { if (typed[end] !== undefined) judge(without(end)) },
  })
  return { clock, wrong: wrong.from ?? wrong.until ?? wrong.both }
}

/** Why the times cannot be taken over; empty when they can. One that cannot be read says so itself, and the other waits for it. */
function wrongWith(texts: Texts, { from, until }: Record<End, number | undefined>): Wrong {
  if (from === undefined || until === undefined) {
    return { ...(from === undefined && { from: noTime(texts.from) }), ...(until === undefined && { until: noTime(texts.until) }) }
  }
  return from === until && from !== 0 ? { both: t`An end like the start has no length; a whole day is 00:00 to 24:00.` } : {}
}

const noTime = (typed = '') => typed.trim() === '' ? t`Write a time such as 9:30.` : t`“${typed}” is no time of day. Write one such as 9:30, 17 or 5pm.`

type ClockInputProps = { label: string, errorId: string, value: string, wrong: boolean, onType: (text: string) => void, onTake: () => void, onForget: () => void }

function ClockInput({ label, errorId, value, wrong, onType, onTake, onForget }: ClockInputProps) {
  return (
    <input
      className="hours-clock" aria-label={label} autoComplete="off" maxLength={10} value={value}
      aria-invalid={wrong || undefined} aria-describedby={wrong ? errorId : undefined} data-unread={wrong || undefined}
      onChange={(event) => onType(event.target.value)} onBlur={onTake}
      onKeyDown={(event) => {
        if (event.key === 'Enter') { event.preventDefault(); onTake() }
        if (event.key === 'Escape') onForget()
      }}
    />
  )
}
