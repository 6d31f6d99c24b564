import { dayRibbon } from '#domain/time/ribbon.ts'
import type { Span as TimeSpan, WorkCalendar } from '#domain/time/types.ts'
import type { Span } from './day-minutes.ts'
import { formatClock, formatDay, isToday } from './format.ts'
import { ribbonDay } from './ribbon-day.ts'
import type { Landing, RibbonShape } from './ribbon-geometry.ts'
import { locale } from './spoken.ts'
import { t } from './words.ts'

type Instant = Temporal.Instant
const HOUR = 60
/** Shown before the first and after the last thing on the ribbon. Unit: minutes. */
const AROUND = HOUR
/** What a reader's ribbon shows at least, so that an hour has the same feel on all of them. Unit: minutes. */
const SHOWN_AT_LEAST = 12 * HOUR

/** When one reader works, reads it, and has to answer. */
export type ReaderTimes = {
  /** Where the reader is. */
  zone: string
  calendar: WorkCalendar
  focus: readonly TimeSpan[]
  /** Null where it cannot be said yet. */
  readsAt: Instant | null
  dueAt: Instant | null
}

/**
 * The day on which a text is read, in the reader's own zone, with the moment it lands and the moment it is due; into the
 * next day where it is due then. What is due later still is told in words alone.
 */
export function readerRibbon({ zone, calendar, focus, readsAt, dueAt }: ReaderTimes, now: Instant): RibbonShape {
  const date = (readsAt ?? now).toZonedDateTimeISO(zone).toPlainDate()
  const day = ribbonDay(date, zone)
  const dueMinute = dueAt === null ? undefined : day.minuteOf(dueAt)
  const nextDay = dueMinute !== undefined && dueMinute > day.dayMinutes && dueMinute <= 2 * day.dayMinutes
  const first = dayRibbon(calendar, date.toString(), zone)
  const second = nextDay ? dayRibbon(calendar, date.add({ days: 1 }).toString(), zone) : undefined
  const work: Span[] = [...first.segments.map(({ start, end }): Span => [start, end]), ...(second?.segments ?? []).map(({ start, end }): Span => [start + day.dayMinutes, end + day.dayMinutes])]
  const land = readsAt === null ? undefined : { at: day.minuteOf(readsAt), label: t`reads ${clockAt(readsAt, zone, now)}` }
  const due = dueAt === null || dueMinute === undefined ? undefined : { at: dueMinute, label: t`due ${clockAt(dueAt, zone, now)}` }
  const marks = [land?.at, due?.at, day.minuteOf(now)].flatMap((at) => (at !== undefined && at >= 0 && at <= day.dayMinutes * (nextDay ? 2 : 1) ? [at] : []))
  const [from, to] = stretch([...work.flat(), ...marks], day.dayMinutes * (nextDay ? 2 : 1))
  return { dayMinutes: day.dayMinutes, work, focus: focus.map(({ start, end }) => day.spanOf(start, end)), now: day.minuteOf(now), land, due, from, to, notch: nextDay ? day.dayMinutes : undefined, ticks: hours(date, zone, day.minuteOf, from, to) }
}

/** A clock today, a day and clock otherwise: `16:30`, `Wed 09:00`. */
function clockAt(at: Instant, zone: string, now: Instant): string {
  const day = formatDay(at, zone, now)
  const clock = formatClock(at, zone)
  if (isToday(day)) return clock
  return `${new Intl.DateTimeFormat(locale(), { weekday: 'short', timeZone: zone }).format(at.epochMilliseconds)} ${clock}`
}

function stretch(minutes: readonly number[], longest: number): [from: number, to: number] {
  const first = Math.max(0, Math.floor((Math.min(...minutes) - AROUND) / HOUR) * HOUR)
  const last = Math.min(longest, Math.ceil((Math.max(...minutes) + AROUND) / HOUR) * HOUR)
  const from = Math.max(0, Math.min(first, last - SHOWN_AT_LEAST))
  return [from, Math.min(longest, Math.max(last, from + SHOWN_AT_LEAST))]
}

/** Labels at full hours of the reader's clock, also across a change of clocks. */
function hours(date: Temporal.PlainDate, zone: string, minuteOf: (at: Instant) => number, from: number, to: number): Landing[] {
  const step = to - from > 16 * HOUR ? 6 : 3
  const days = [date, date.add({ days: 1 })]
  return days.flatMap((one, index) => Array.from({ length: 24 / step }, (_, count) => count * step).map((hour): Landing => ({
    at: minuteOf(one.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) }).toInstant()), label: String(hour).padStart(2, '0'),
  })).filter(({ at }) => at >= from && at <= to && (index === 0 || at > 0)))
}
