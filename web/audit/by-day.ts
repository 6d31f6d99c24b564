import { formatDay } from '../ui/format.ts'

/** What the page shows of one line of the log. `at` null: the reader may not see what it says. */
export type Shown = { seq: number; at: string | null; says: string; how: string }
export type Day = { day: string; lines: Shown[] }

/** Lines under the days of the reader's zone, in the order in which they come; one without a moment stays with the line before it. */
export function byDay(lines: readonly Shown[], zone: string, now: Temporal.Instant): Day[] {
  const days: Day[] = []
  for (const line of lines) {
    const last = days.at(-1)
    const day = line.at === null ? last?.day ?? '' : formatDay(Temporal.Instant.from(line.at), zone, now)
    if (last?.day === day) last.lines.push(line)
    else days.push({ day, lines: [line] })
  }
  return days
}
