import type { readAttention } from '#contract/attention.ts'
import type { OutputOf } from '#contract/operation.ts'
import { dayRibbon } from '#domain/time/ribbon.ts'
import { calendarFromJson } from '#domain/time/types.ts'
import { DayRibbon } from '../ui/DayRibbon.tsx'
import { formatAt, listInWords } from '../ui/format.ts'
import { ribbonDay } from '../ui/ribbon-day.ts'
import { betweenWords } from './focus-words.ts'
import { t } from '../ui/words.ts'

type Props = { attention: OutputOf<typeof readAttention>, zone: string, now: Temporal.Instant }

/** The reader's day with its focus and the next moment at which things are handed over. */
export function FocusRibbon({ attention, zone, now }: Props) {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const day = ribbonDay(today, zone)
  const work = dayRibbon(calendarFromJson(attention.calendar), today.toString(), zone, now)
  const here = attention.focus.map(({ start, end }) => ({ start, end, span: day.spanOf(Temporal.Instant.from(start), Temporal.Instant.from(end)) })).filter(({ span: [from, to] }) => to > 0 && from < day.dayMinutes)
  const next = attention.next === null ? undefined : Temporal.Instant.from(attention.next)
  const tick = next && day.minuteOf(next)
  const times = here.map(({ start, end }) => betweenWords(start, end, zone))
  const sentence = `${times.length === 0 ? t`No focus today.` : t`Focus today ${listInWords(times)}.`}${next ? t` What waits comes ${formatAt(next, zone, now)}.` : ''}`
  return (
    <DayRibbon
      dayMinutes={day.dayMinutes} ticks={day.ticks} now={work.now ?? undefined} work={work.segments.map(({ start, end }) => [start, end])} focus={here.map(({ span }) => span)}
      windows={tick !== undefined && tick >= 0 && tick <= day.dayMinutes ? [tick] : []} sentence={sentence} caption={sentence}
    />
  )
}
