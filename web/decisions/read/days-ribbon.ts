import { dayRibbon } from '#domain/time/ribbon.ts'
import type { WorkCalendar } from '#domain/time/types.ts'
import type { Span } from '../../ui/day-minutes.ts'
import { formatClock } from '../../ui/format.ts'
import { ribbonDay } from '../../ui/ribbon-day.ts'
import type { Landing, RibbonShape } from '../../ui/ribbon-geometry.ts'
import { dateInWords } from '../../ui/calendar-words.ts'

type Instant = Temporal.Instant
/** More days than this would be hairlines; the words beside say the rest. */
const DAYS_MAX = 35
/** So many days have room for their names on a narrow rail. */
const NAMED_MAX = 9

/**
 * The working time of one person from today to a deadline, laid out in the zone of whoever looks.
 * @returns undefined where the deadline has passed, or is too far away to be drawn
 */
export function daysRibbon({ calendar, zone, now, until, label }: { calendar: WorkCalendar, zone: string, now: Instant, until: Instant, label?: string }): RibbonShape | undefined {
  if (Temporal.Instant.compare(until, now) <= 0) return undefined
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const last = until.toZonedDateTimeISO(zone).toPlainDate()
  const count = today.until(last, { largestUnit: 'days' }).days + 1
  if (count > DAYS_MAX) return undefined
  const work: Span[] = []
  const ticks: Landing[] = []
  const first = ribbonDay(today, zone)
  let from = 0
  for (let at = 0; at < count; at++) {
    const date = today.add({ days: at })
    const day = dayRibbon(calendar, date.toString(), zone)
    work.push(...day.segments.map(({ start, end }): Span => [start + from, end + from]))
    if (count <= NAMED_MAX) ticks.push({ at: from + day.dayMinutes / 2, label: dateInWords(date, { weekday: 'short' }) })
    else if (date.dayOfWeek === 1) ticks.push({ at: from, label: dayName(date) })
    from += day.dayMinutes
  }
  return { dayMinutes: from, work, now: first.minuteOf(now), ticks, due: { at: first.minuteOf(until), label: label ?? `${dayName(last)} ${formatClock(until, zone)}` } }
}

const dayName = (date: Temporal.PlainDate): string => dateInWords(date, { weekday: 'short', day: 'numeric' })
