import { useRef, useState } from 'react'
import type { PointerEvent } from 'react'
import type { Interval, Weekday } from '#domain/time/types.ts'
import type { Span } from './day-minutes.ts'
import { DayRibbon } from './DayRibbon.tsx'
import { daySentence, drawnSpan, fromDayBefore, nextFree, ofDay, spanOf, withDay } from './hours.ts'
import { HoursInterval } from './HoursInterval.tsx'
import { LinkAction } from './LinkAction.tsx'
import { t } from './words.ts'

type Props = {
  day: Weekday
  name: string
  hours: readonly Interval[]
  onChange: (hours: Interval[]) => void
}

/** One day of the week: a ribbon to draw on, and its intervals as times. */
export function HoursDay({ day, name, hours, onChange }: Props) {
  const mine = ofDay(hours, day)
  const spans = mine.map(spanOf)
  const change = (next: readonly Span[]) => onChange(withDay(hours, day, next))
  const { drawn, band } = useDrawing((span) => change([...spans, span]))
  return (
    <div className="hours-day" role="group" aria-label={name}>
      <span className="hours-name" aria-hidden>{name}</span>
      <div className="hours-band" {...band}>
        <DayRibbon slim work={[...fromDayBefore(hours, day), ...spans]} share={drawn ? [drawn] : []} sentence={daySentence(name, mine)} />
      </div>
      <div className="hours-times">
        {mine.map((interval, index) => (
          <HoursInterval
            key={index} interval={interval} name={name}
            onChange={(span) => change(spans.map((old, at) => (at === index ? span : old)))}
            onRemove={() => change(spans.filter((_, at) => at !== index))}
          />
        ))}
        <LinkAction label={t`Add hours on ${name}`} onClick={() => change([...spans, nextFree(hours, day)])}>{mine.length === 0 ? t`Add hours` : t`Add`}</LinkAction>
      </div>
    </div>
  )
}

/** Drawing with mouse, pen or finger: press, drag, let go. Escape and a lost pointer draw nothing. */
function useDrawing(onDrawn: (span: Span) => void) {
  const start = useRef<number | undefined>(undefined)
  const [drawn, setDrawn] = useState<Span | undefined>()
  const stop = () => {
    start.current = undefined
    setDrawn(undefined)
  }
  const band = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      start.current = across(event)
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (start.current !== undefined) setDrawn(drawnSpan(start.current, across(event)))
    },
    onPointerUp: () => {
      if (drawn) onDrawn(drawn)
      stop()
    },
    onPointerCancel: stop,
  }
  return { drawn, band }
}

function across(event: PointerEvent<HTMLElement>): number {
  const box = event.currentTarget.getBoundingClientRect()
  return (event.clientX - box.left) / box.width
}
