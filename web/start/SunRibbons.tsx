import { DayRibbon } from '../ui/DayRibbon.tsx'
import type { Span } from '../ui/day-minutes.ts'
import { PersonRow } from '../ui/PersonRow.tsx'
import { t } from '../ui/words.ts'

/** Three shifts in the clock of Lisbon; each meets the next for an hour. A picture of the idea, not of anybody. */
const SHIFTS: readonly { city: string, work: Span[], share: Span[], said: string }[] = [
  { city: t`Tokyo`, work: [[0, 600]], share: [[540, 600]], said: t`Tokyo works until 10:00, on the clock of Lisbon.` },
  { city: t`Lisbon`, work: [[540, 1080]], share: [[540, 600], [1020, 1080]], said: t`Lisbon works from 09:00 to 18:00, on the clock of Lisbon.` },
  { city: 'San Francisco', work: [[1020, 1440]], share: [[1020, 1080]], said: t`San Francisco works from 17:00, on the clock of Lisbon.` },
]

/** A day that is handed on twice. */
export function SunRibbons() {
  return (
    <div className="start-picture">
      {SHIFTS.map(({ city, work, share, said }) => (
        <PersonRow key={city} about={city}><DayRibbon slim work={work} share={share} sentence={said} /></PersonRow>
      ))}
    </div>
  )
}
