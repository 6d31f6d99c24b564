import './audit.css'
import { formatClock } from '../ui/format.ts'
import { Section } from '../ui/Section.tsx'
import { capital } from '../ui/format.ts'
import { byDay } from './by-day.ts'
import type { Shown } from './by-day.ts'

type Props = { lines: readonly Shown[]; zone: string; now: Temporal.Instant }

/** Lines of the log, by day. */
export function AuditLines({ lines, zone, now }: Props) {
  return byDay(lines, zone, now).map(({ day, lines: ofDay }) => (
    <Section key={ofDay[0]?.seq} title={capital(day)}>
      <ol className="audit-list">
        {ofDay.map(({ seq, at, says, how }) => (
          <li key={seq}>
            <span className="audit-clock">{at === null ? '' : <time dateTime={at}>{formatClock(Temporal.Instant.from(at), zone)}</time>}</span>
            <span className={at === null ? 'hint' : undefined}>{says}</span>
            <span className="hint audit-how">{how}</span>
          </li>
        ))}
      </ol>
    </Section>
  ))
}
