import { Refusal } from '../refusal.ts'
import { daysLater } from '../time/dates.ts'
import { isBefore } from '../time/spans.ts'
import type { Instant, Span } from '../time/types.ts'

/** Absences further back than this no longer matter to any clock. Unit: days. */
const BACK_DAYS = 366
/** Long enough for any leave; further ahead nobody's calendar is planned. Unit: days. */
const AHEAD_DAYS = 5 * 366

/**
 * Checks time away before it is noted.
 *
 * @param others times away of the same person that were noted before
 * @throws {Refusal} `bad_input` for an end before the start and for times out of reach, `conflict` when the person is
 * away already; touching another absence is fine
 */
export function checkAbsence(absence: Span, others: readonly Span[], now: Instant): void {
  const { start, end } = absence
  if (!isBefore(start, end)) throw new Refusal('bad_input', 'This absence ends before it begins.', 'Choose an end after the start.')
  if (isBefore(end, daysLater(now, -BACK_DAYS))) throw new Refusal('bad_input', 'This absence was over more than a year ago.', 'Note absences of the last year and those to come.')
  if (isBefore(daysLater(now, AHEAD_DAYS), end)) throw new Refusal('bad_input', 'This absence ends more than five years from now.', 'Note an earlier end; it can be noted again later.')
  const clash = others.find((other) => isBefore(start, other.end) && isBefore(other.start, end))
  if (clash) throw new Refusal('conflict', `There is an absence from ${inWords(clash.start)} to ${inWords(clash.end)} already, and the two overlap.`, 'Cancel that one first, or choose times that do not touch it.')
}

const inWords = (at: Instant): string => `${at.toString({ smallestUnit: 'minute' }).replace('T', ' ').replace('Z', '')} UTC`

/** Who can cover: somebody else, who is here. @throws {Refusal} `bad_input` */
export function checkCover(personId: string, cover: { id: string; name: string; active: boolean } | null): void {
  if (cover === null) return
  if (cover.id === personId) throw new Refusal('bad_input', 'Nobody covers for themselves.', 'Choose somebody else, or leave the cover open.')
  if (!cover.active) throw new Refusal('bad_input', `${cover.name} is not active in this workspace and cannot cover.`, 'Choose somebody else.')
}
