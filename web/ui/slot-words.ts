import { formatClock, formatWhen, listInWords, zoneCity } from './format.ts'
import { t } from './words.ts'

type Person = { id: string, name: string, zone: string }

/**
 * A time for a call as the reader says it, with the clock of everybody who lives elsewhere.
 * @example 'tomorrow 16:00 to 16:15; 00:00 for Kenji in Tokyo'
 */
export function slotWords(slot: { start: Temporal.Instant, end: Temporal.Instant }, people: readonly Person[], me: string, zone: string, now: Temporal.Instant): string {
  const elsewhere = people.filter((person) => person.id !== me && formatClock(slot.start, person.zone) !== formatClock(slot.start, zone))
  const there = listInWords(elsewhere.map((person) => t`${formatClock(slot.start, person.zone)} for ${person.name} in ${zoneCity(person.zone)}`))
  return t`${formatWhen(slot.start, zone, now)} to ${formatClock(slot.end, zone)}${there && `; ${there}`}`
}
