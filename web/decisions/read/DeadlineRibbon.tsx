import { listPeople } from '#contract/people.ts'
import { calendarFromJson } from '#domain/time/types.ts'
import { useRead } from '../../app/api.ts'
import { DayRibbon } from '../../ui/DayRibbon.tsx'
import { formatWhen } from '../../ui/format.ts'
import { daysRibbon } from './days-ribbon.ts'
import type { Talk } from './talk.ts'
import { t } from '../../ui/words.ts'

/** The reader's working time from now to the deadline, and who sets it. */
export function DeadlineRibbon({ decision: { deadline, deadlineSentence }, me, zone, now }: Pick<Talk, 'decision' | 'me' | 'zone' | 'now'>) {
  const mine = useRead(listPeople, {}).data?.people.find(({ id }) => id === me)
  if (deadline === null) return null
  const until = Temporal.Instant.from(deadline)
  const shape = mine && daysRibbon({ calendar: calendarFromJson(mine.calendar), zone, now, until })
  if (!shape) return deadlineSentence === '' ? null : <p className="hint">{deadlineSentence}</p>
  return <DayRibbon {...shape} sentence={t`Your working time until the deadline, ${formatWhen(until, zone, now)}.`} caption={deadlineSentence} />
}
