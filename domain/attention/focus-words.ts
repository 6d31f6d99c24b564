import { clockWords, dayWords } from '../time/time-words.ts'
import { localDate } from '../time/local.ts'
import type { Instant, Span } from '../time/types.ts'

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const WORKDAYS = '1,2,3,4,5'

type Block = { kind: 'recurring'; days: readonly number[]; start: string; end: string } | { kind: 'once'; startsAt: Instant; endsAt: Instant; zone: string; now: Instant }

/** @example 'Monday to Friday, 09:00 to 11:30', 'Today from 14:10 to 15:40' */
export function blockSentence(block: Block): string {
  if (block.kind === 'recurring') return `${daysInWords(block.days)}, ${block.start} to ${block.end}`
  const { startsAt, endsAt, zone, now } = block
  const today = localDate(startsAt, zone) === localDate(now, zone)
  return `${today ? 'Today' : capital(dayWords(startsAt, now, zone))} from ${clockWords(startsAt, zone, zone)} to ${clockWords(endsAt, zone, zone)}`
}

/**
 * What somebody may paste where others should know (000:24, 001:64): generated from the block, never a presence.
 * @param until the end of the focus that runs; null outside focus
 * @param zone the person's own
 */
export function announcementOf({ what, until, next, zone, now }: { what: string; until: Instant | null; next: Span | null; zone: string; now: Instant }): string {
  const on = what === '' ? '' : ` on ${what}`
  if (until !== null) return `In focus${on} until ${clockWords(until, zone, 'UTC')}. I read messages after that; what is urgent reaches me at once.`
  if (next === null) return 'No focus is planned. I read messages in my working hours.'
  const day = localDate(next.start, zone) === localDate(now, zone) ? 'today' : dayWords(next.start, now, zone)
  return `In focus ${day} from ${clockWords(next.start, zone, zone)} to ${clockWords(next.end, zone, 'UTC')}. I read messages before and after; what is urgent reaches me at once.`
}

/** @example 'Monday to Friday', 'Monday, Wednesday and Friday', 'every day' */
export function daysInWords(days: readonly number[]): string {
  const sorted = [...new Set(days)].toSorted((a, b) => a - b)
  if (sorted.length === DAY_NAMES.length) return 'Every day'
  if (sorted.join(',') === WORKDAYS) return 'Monday to Friday'
  const names = sorted.map((day) => DAY_NAMES[day - 1] ?? '')
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
