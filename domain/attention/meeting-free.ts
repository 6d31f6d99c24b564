import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'
import { dayNumber, weekdayOf } from '../time/dates.ts'
import type { Weekday } from '../time/types.ts'

/** A meeting that may stand on a meeting-free day, and why; kept where everybody reads it. */
export type MeetingException = { readonly date: string; readonly reason: string }

/** The agreement's `focus.meeting_free_days`: one or two a week, or none (001:43). */
export type MeetingFree = { readonly days: readonly Weekday[]; readonly exceptions: readonly MeetingException[] }

/** One or two days a week (001:43). */
const MOST_DAYS = 2

/** Whether no meeting may stand on a local date without a reason. */
export function isMeetingFree({ days, exceptions }: MeetingFree, date: string): boolean {
  return days.includes(weekdayOf(dayNumber(date))) && !exceptions.some((exception) => exception.date === date)
}

/** @throws {Refusal} `bad_input` for more than two days, or one named twice */
export function checkMeetingFreeDays(days: readonly Weekday[]): void {
  if (days.length <= MOST_DAYS && new Set(days).size === days.length) return
  throw new Refusal('bad_input', said`A week has two meeting-free days at most.`, said`Choose one or two days, or none.`)
}

/** @throws {Refusal} `bad_input` without a reason: an exception is logged with it (001:43) */
export function meetingException(date: string, reason: string): MeetingException {
  if (reason.trim() === '') throw new Refusal('bad_input', said`This day is kept free of meetings.`, said`Say in one sentence why this meeting can not wait or be written.`)
  return { date, reason: reason.trim() }
}
