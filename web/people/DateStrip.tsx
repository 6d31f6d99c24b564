import { useRef } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { LinkAction } from '../ui/LinkAction.tsx'
import { daysAfter, daysBetween, dragStep, keyStep, pressStep, stripOf } from './date-steps.ts'
import { t } from '../ui/words.ts'
import { dateInWords } from '../ui/calendar-words.ts'

type Props = {
  /** ISO date shown. */
  date: string
  /** The reader's today. */
  today: string
  onDate: (date: string) => void
}

/** How far the slider reaches from today. Unit: days. */
const REACH = 366

/** The day shown: by buttons, by arrow keys, by pressing a day or pulling the strip. */
export function DateStrip({ date, today, onDate }: Props) {
  const drag = useDrag(date, onDate)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyStep(event.key, date, today)
    if (next === undefined) return
    event.preventDefault()
    onDate(next)
  }
  const said = dateInWords(Temporal.PlainDate.from(date), { weekday: 'long', day: 'numeric', month: 'long' })
  return (
    <div className="date-strip" role="group" aria-label={t`Day shown`}>
      <LinkAction label={t`Earlier, the day before`} onClick={() => onDate(daysAfter(date, -1))}>{t`Earlier`}</LinkAction>
      <div
        className="date-strip-days" role="slider" tabIndex={0} aria-label={t`Day`} aria-valuemin={-REACH} aria-valuemax={REACH}
        aria-valuenow={daysBetween(today, date)} aria-valuetext={date === today ? t`${said}, today` : said} onKeyDown={onKeyDown} {...drag}
      >
        {stripOf(date).map((cell) => (
          <span key={cell.date} data-shown={cell.date === date || undefined} data-today={cell.date === today || undefined}><small>{cell.weekday}</small>{cell.day}</span>
        ))}
      </div>
      <LinkAction label={t`Later, the day after`} onClick={() => onDate(daysAfter(date, 1))}>{t`Later`}</LinkAction>
      {date !== today && <LinkAction onClick={() => onDate(today)}>{t`Today`}</LinkAction>}
    </div>
  )
}

function useDrag(date: string, onDate: (date: string) => void) {
  const from = useRef<{ date: string, at: number, moved: boolean } | undefined>(undefined)
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      from.current = { date, at: across(event), moved: false }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const { current } = from
      if (!current) return
      const next = dragStep(current.date, current.at, across(event))
      if (next === date) return
      current.moved = true
      onDate(next)
    },
    onPointerUp: () => {
      const { current } = from
      if (current && !current.moved) onDate(pressStep(current.date, current.at))
      from.current = undefined
    },
    onPointerCancel: () => { from.current = undefined },
  }
}

function across(event: PointerEvent<HTMLElement>): number {
  const box = event.currentTarget.getBoundingClientRect()
  return (event.clientX - box.left) / box.width
}
