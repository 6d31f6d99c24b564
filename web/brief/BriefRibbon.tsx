import type { BriefView } from '#contract/brief.ts'
import { dayRibbon } from '#domain/time/ribbon.ts'
import type { DayRibbon as Day } from '#domain/time/ribbon.ts'
import { calendarFromJson } from '#domain/time/types.ts'
import { DayRibbon } from '../ui/DayRibbon.tsx'
import { formatClock, listInWords } from '../ui/format.ts'
import { ribbonDay } from '../ui/ribbon-day.ts'
import { t } from '../ui/words.ts'

type Props = {
  calendar: BriefView['calendar']
  focus: BriefView['focus']
  /** The reader's zone. */
  zone: string
  now: Temporal.Instant
}

/** The reader's own day, today. */
export function BriefRibbon({ calendar, focus, zone, now }: Props) {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const ribbon = dayRibbon(calendarFromJson(calendar), today.toString(), zone, now)
  const day = ribbonDay(today, zone)
  const kept = focus.map(({ start, end }) => day.spanOf(Temporal.Instant.from(start), Temporal.Instant.from(end))).filter(([from, to]) => to > 0 && from < day.dayMinutes)
  return (
    <DayRibbon
      dayMinutes={ribbon.dayMinutes} ticks={day.ticks} now={ribbon.now ?? undefined} focus={kept}
      work={ribbon.segments.map(({ start, end }) => [start, end])}
      sentence={t`${mySentence(ribbon)} It is ${formatClock(now, zone)}.`}
    />
  )
}

function mySentence({ segments, dayMinutes }: Day): string {
  const times = segments.map(({ from, until }) => t`from ${from} to ${until}`)
  const work = times.length === 0 ? t`You do not work today.` : t`You work ${listInWords(times)} today.`
  return dayMinutes === 24 * 60 ? work : t`${work} The clocks change: today has ${dayMinutes / 60} hours.`
}
