import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'
import { isBefore, minutesIn } from '../time/spans.ts'
import { durationWords } from '../time/time-words.ts'
import { checkWeek } from '../time/validate.ts'
import type { FocusBlock } from './types.ts'

/** A local date as blocks name it. */
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/** An ad hoc block is a stretch of work, not a holiday. Unit: minutes. */
const LONGEST_AD_HOC_MINUTES = 7 * 24 * 60

const DAY_MINUTES = 24 * 60

/**
 * Checks a block as a person entered it.
 *
 * @param floorMinutes the shortest time that counts as focus: the agreement's `focus.floor_minutes`, 90 by default (002:22)
 * @throws {Refusal} `bad_input` for a block under the floor, without days, without length, longer than a week, or with
 * times or dates that do not exist
 */
export function checkBlock(block: FocusBlock, floorMinutes: number): void {
  if (block.kind === 'recurring') checkRecurring(block)
  else if (!isBefore(block.start, block.end)) throw new Refusal('bad_input', said`This focus ends before it starts.`, said`Choose an end after the start.`)
  const minutes = block.kind === 'recurring' ? minutesOnClock(block.start, block.end) : Math.floor(minutesIn(block))
  if (minutes < floorMinutes) {
    throw new Refusal('bad_input', said`${durationWords(minutes)} are too short for focus: the agreement says ${durationWords(floorMinutes)} at least.`,
      said`Make the block ${durationWords(floorMinutes - minutes)} longer, or propose a shorter floor in the agreement.`)
  }
  if (minutes > LONGEST_AD_HOC_MINUTES) {
    throw new Refusal('bad_input', said`This focus lasts longer than a week.`, said`For more than a week enter an absence with a cover.`)
  }
}

function checkRecurring({ days, start, end, from, until }: Extract<FocusBlock, { kind: 'recurring' }>): void {
  if (days.length === 0) throw new Refusal('bad_input', said`This focus has no day of the week.`, said`Choose at least one day.`)
  for (const day of days) checkWeek([{ day, start, end }])
  for (const date of [from, until ?? from]) {
    if (!ISO_DATE.test(date) || Number.isNaN(Date.parse(date))) throw new Refusal('bad_input', said`${date} is not a date.`, said`Write dates as 2026-03-27.`)
  }
  if (until !== null && until < from) throw new Refusal('bad_input', said`This focus ends before it begins.`, said`Choose a last date that is not before the first.`)
}

/** What the clock's face counts from one time to the other, over midnight where the end is not later. */
function minutesOnClock(start: string, end: string): number {
  const minutes = minuteOf(end) - minuteOf(start)
  return minutes > 0 ? minutes : minutes + DAY_MINUTES
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
