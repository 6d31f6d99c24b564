import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'
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
  if (!isBefore(start, end)) throw new Refusal('bad_input', said`This absence ends before it begins.`, said`Choose an end after the start.`)
  if (isBefore(end, daysLater(now, -BACK_DAYS))) throw new Refusal('bad_input', said`This absence was over more than a year ago.`, said`Note absences of the last year and those to come.`)
  if (isBefore(daysLater(now, AHEAD_DAYS), end)) throw new Refusal('bad_input', said`This absence ends more than five years from now.`, said`Note an earlier end; it can be noted again later.`)
  const clash = others.find((other) => isBefore(start, other.end) && isBefore(other.start, end))
  if (clash) throw new Refusal('conflict', said`There is an absence from ${momentWords(clash.start)} to ${momentWords(clash.end)} already, and the two overlap.`, said`Cancel that one first, or choose times that do not touch it.`)
}

const momentWords = (at: Instant): string => `${at.toString({ smallestUnit: 'minute' }).replace('T', ' ').replace('Z', '')} UTC`

/** Who can cover: somebody else, who is here. @throws {Refusal} `bad_input` */
export function checkCover(personId: string, cover: { id: string; name: string; active: boolean } | null): void {
  if (cover === null) return
  if (cover.id === personId) throw new Refusal('bad_input', said`Nobody covers for themselves.`, said`Choose somebody else, or leave the cover open.`)
  if (!cover.active) throw new Refusal('bad_input', said`${cover.name} is not active in this workspace and cannot cover.`, said`Choose somebody else.`)
}
