import { contains } from './spans.ts'
import type { Absence, Instant, WorkCalendar } from './types.ts'

/** The absence a person is in at a moment; of several, one that names a cover. */
export function absenceAt(at: Instant, calendar: WorkCalendar): Absence | null {
  const here = calendar.absences.filter((absence) => contains(absence, at))
  return here.find((absence) => absence.coverId !== null) ?? here[0] ?? null
}

/**
 * Who stands in for a person at a moment: the person unless absent, else their cover, or that one's cover in turn.
 *
 * @returns `personId` null when the chain ends at nobody, at somebody unknown, or bites its tail; `chain` is everybody
 * asked, the person first
 */
export function coverAt(personId: string, at: Instant, calendars: ReadonlyMap<string, WorkCalendar>): { personId: string | null; chain: string[] } {
  const chain: string[] = []
  let candidate: string | null = personId
  while (candidate !== null && !chain.includes(candidate)) {
    chain.push(candidate)
    const calendar = calendars.get(candidate)
    if (calendar === undefined) return { personId: null, chain }
    const absence = absenceAt(at, calendar)
    if (absence === null) return { personId: candidate, chain }
    candidate = absence.coverId
  }
  return { personId: null, chain }
}
