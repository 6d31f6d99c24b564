import { inWords, said } from '../words/said.ts'
import type { Words } from '../words/said.ts'

/** Why somebody was not asked, as it is kept: in English, and read in the language of the reader. */
export const SKIPPED = {
  everybody: said`Paused for everybody.`, paused: said`Paused.`, noTime: said`No working time for an answer.`, notRunning: said`Longhand was not running at that time.`,
  away: said`Away.`, holiday: said`Holiday.`, gaveAway: said`Gave this shift away.`, noShift: said`No shift on this day.`, nothing: said`Nothing to say today.`,
} as const

const OURS = new Map(Object.values(SKIPPED).map((reason) => [reason.key, reason]))

/** A reason that was kept: ours in the reader's language, what somebody wrote as they wrote it. */
export const reasonWords = (kept: string, words: Words): string => inWords(OURS.get(kept) ?? kept, words)
