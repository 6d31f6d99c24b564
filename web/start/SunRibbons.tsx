import { DayRibbon } from '../ui/DayRibbon.tsx'
import type { Span } from '../ui/day-minutes.ts'
import { PersonRow } from '../ui/PersonRow.tsx'

/** Three shifts in the clock of Lisbon; each meets the next for an hour. A picture of the idea, not of anybody. */
const SHIFTS: readonly { city: string, work: Span[], share: Span[], said: string }[] = [
  { city: 'Tokyo', work: [[0, 600]], share: [[540, 600]], said: 'Tokyo works until 10:00' },
  { city: 'Lisbon', work: [[540, 1080]], share: [[540, 600], [1020, 1080]], said: 'Lisbon works from 09:00 to 18:00' },
  { city: 'San Francisco', work: [[1020, 1440]], share: [[1020, 1080]], said: 'San Francisco works from 17:00' },
]

/** A day that is handed on twice. */
export function SunRibbons() {
  return (
    <div className="start-picture">
      {SHIFTS.map(({ city, work, share, said }) => (
        <PersonRow key={city} about={city}><DayRibbon slim work={work} share={share} sentence={`${said}, on the clock of Lisbon.`} /></PersonRow>
      ))}
    </div>
  )
}
