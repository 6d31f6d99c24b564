import type { PersonView } from '#contract/people.ts'
import { dayRibbon, ribbonSentence } from '#domain/time/ribbon.ts'
import { calendarFromJson } from '#domain/time/types.ts'
import { DayRibbon } from '../ui/DayRibbon.tsx'
import { ribbonDay } from '../ui/ribbon-day.ts'
import { spoken } from '../ui/spoken.ts'
import { t } from '../ui/words.ts'

type Props = { person: PersonView, zone: string, now: Temporal.Instant, mine: boolean }

/** Somebody's today, in the reader's time. */
export function PersonRibbon({ person, zone, now, mine }: Props) {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const ribbon = dayRibbon(calendarFromJson(person.calendar), today.toString(), zone, now)
  return (
    <DayRibbon
      dayMinutes={ribbon.dayMinutes} ticks={ribbonDay(today, zone).ticks} now={ribbon.now ?? undefined} work={ribbon.segments.map(({ start, end }) => [start, end])}
      notch={mine ? undefined : ribbon.midnights.find((at) => at > 0)} sentence={ribbonSentence(ribbon, { name: mine ? undefined : person.name, words: spoken() })}
      caption={mine ? t`Today.` : t`Today, in your time.`}
    />
  )
}
