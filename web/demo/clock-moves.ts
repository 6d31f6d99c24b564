import { Refusal } from '#domain/refusal.ts'
import { nextShift, shiftsFrom } from '#domain/time/shifts.ts'
import type { WorkCalendar } from '#domain/time/types.ts'

type Instant = Temporal.Instant
export type Somebody = { id: string, name: string, zone: string, calendar: WorkCalendar }
/** A moment to which the clock can be moved. `who` starts their shift then. */
export type ClockMove = { kind: 'evening' | 'start' | 'hour', at: Instant, who?: Somebody }

/** In the evening there is this much left to write the wrap. Unit: minutes. */
const BEFORE_END = 10

/**
 * Where the development clock can usefully go from now: to my evening, to the next start of somebody else, an hour on.
 * A move that nobody's calendar offers within a year is left out.
 */
export function clockMoves(now: Instant, me: string, people: readonly Somebody[]): ClockMove[] {
  const mine = people.find((person) => person.id === me)
  const evening = mine && eveningAfter(now, mine.calendar)
  const [next] = people.filter((person) => person.id !== me).flatMap((who) => startAfter(now, who))
    .sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
  return [...(evening ? [{ kind: 'evening' as const, at: evening }] : []), ...(next ? [next] : []), { kind: 'hour', at: now.add({ hours: 1 }) }]
}

/** Ten minutes before the end of the shift that is on, or of the next one. */
function eveningAfter(now: Instant, calendar: WorkCalendar): Instant | undefined {
  for (const shift of shiftsFrom(now, calendar)) {
    const at = shift.end.subtract({ minutes: BEFORE_END })
    if (Temporal.Instant.compare(at, now) > 0) return at
  }
  return undefined
}

function startAfter(now: Instant, who: Somebody): ClockMove[] {
  try {
    return [{ kind: 'start', at: nextShift(now.add({ milliseconds: 1 }), who.calendar).start, who }]
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}
