import { localTime } from '../time/local.ts'
import { clockWords, WEEKDAY_NAMES } from '../time/time-words.ts'
import type { Instant } from '../time/types.ts'
import type { FocusBlock } from './types.ts'

/**
 * The line beside a name while a focus runs; never a presence dot (000:3, 001:64).
 * @example 'Focus: reads messages after 13:00 (Berlin)'
 */
export function focusLine(end: Instant, zone: string, readerZone: string): string {
  return `Focus: reads messages after ${clockWords(end, zone, readerZone)}`
}

/** What one might write to the team when a block is switched on, for its owner to change and send (000:24). */
export function focusAnnouncement(block: FocusBlock, zone: string): string {
  return `I keep ${blockWords(block, zone)} for focus. I read and answer what is not urgent afterwards; what is urgent reaches me at once.`
}

/** @example 'Monday to Friday from 09:00 to 11:30', 'from 14:10 to 15:40' */
export function blockWords(block: FocusBlock, zone: string): string {
  return block.kind === 'recurring'
    ? `${daysInWords(block.days)} from ${block.start} to ${block.end}`
    : `from ${localTime(block.start, zone)} to ${localTime(block.end, zone)}`
}

const WORKING_WEEK = '1,2,3,4,5'

function daysInWords(days: readonly number[]): string {
  const sorted = days.toSorted((a, b) => a - b)
  if (sorted.join() === WORKING_WEEK) return 'Monday to Friday'
  const names = sorted.map((day) => WEEKDAY_NAMES[day - 1] ?? '')
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
