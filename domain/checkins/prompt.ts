import { Refusal } from '../refusal.ts'
import { addWorkingMinutes } from '../time/add-working-minutes.ts'
import { isBefore } from '../time/spans.ts'
import { workingMinutes } from '../time/types.ts'
import type { Instant, WorkCalendar } from '../time/types.ts'
import type { Ask } from './plan.ts'
import { SKIPPED } from './skip-words.ts'

/** Somebody's own pause; `until` is the first local date on which they are asked again, null until they resume. */
export type Pause = { until: string | null }
export type PromptDecision = { state: 'open'; windowEndsAt: Instant } | { state: 'skipped'; reason: string }

type Facts = { ask: Ask; now: Instant; formPaused: boolean; pause: Pause | null; windowMinutes: number; calendar: WorkCalendar }

/** Whether a person is asked when their turn comes, or why not. */
export function decidePrompt({ ask, now, formPaused, pause, windowMinutes, calendar }: Facts): PromptDecision {
  if (formPaused) return skipped(SKIPPED.everybody.key)
  if (pause !== null && holds(pause, ask.date)) return skipped(SKIPPED.paused.key)
  if (ask.off !== null) return skipped(ask.off)
  const inTime = windowEnd(ask.at, windowMinutes, calendar)
  if (inTime === null) return skipped(SKIPPED.noTime.key)
  const late = isBefore(ask.at, now)
  if (late && !isBefore(now, inTime) && !(ask.shiftEnd !== null && isBefore(now, ask.shiftEnd))) return skipped(SKIPPED.notRunning.key)
  return { state: 'open', windowEndsAt: late ? windowEnd(now, windowMinutes, calendar) ?? inTime : inTime }
}

const skipped = (reason: string): PromptDecision => ({ state: 'skipped', reason })

export const holds = (pause: Pause, date: string): boolean => pause.until === null || date < pause.until

/** The end of a window in somebody's working time; null where they have not enough of it within a year. */
export function windowEnd(from: Instant, minutes: number, calendar: WorkCalendar): Instant | null {
  try {
    return addWorkingMinutes(from, workingMinutes(minutes), calendar)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'no_working_time') return null
    throw error
  }
}
