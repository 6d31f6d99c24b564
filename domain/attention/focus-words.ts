import { localTime } from '../time/local.ts'
import { clockWords, WEEKDAY_NAMES } from '../time/time-words.ts'
import type { Instant } from '../time/types.ts'
import { ENGLISH, inWords, listInWords, said, sentenceFor } from '../words/said.ts'
import type { Said, SaidValue, Words } from '../words/said.ts'
import type { FocusBlock } from './types.ts'

/**
 * The line beside a name while a focus runs; never a presence dot (000:3, 001:64).
 * @example 'Focus: reads messages after 13:00 (Berlin)'
 */
export function focusLine(end: Instant, zone: string, readerZone: string): string {
  return `Focus: reads messages after ${clockWords(end, zone, readerZone)}`
}

/** What one might write to the team when a block is switched on, for its owner to change and send (000:24). */
export function focusAnnouncement(block: FocusBlock, zone: string, words: Words = ENGLISH): string {
  return inWords(said`I keep ${blockSaid(block, zone, words)} for focus. I read and answer what is not urgent afterwards; what is urgent reaches me at once.`, words)
}

/** @example 'Monday to Friday from 09:00 to 11:30', 'from 14:10 to 15:40' */
export const blockWords = (block: FocusBlock, zone: string, words: Words = ENGLISH): string => inWords(blockSaid(block, zone, words), words)

function blockSaid(block: FocusBlock, zone: string, words: Words): Said {
  return block.kind === 'recurring'
    ? said`${daysInWords(block.days, words)} from ${block.start} to ${block.end}`
    : said`from ${localTime(block.start, zone)} to ${localTime(block.end, zone)}`
}

const WORKING_WEEK = '1,2,3,4,5'

function daysInWords(days: readonly number[], words: Words): SaidValue {
  const sorted = days.toSorted((a, b) => a - b)
  if (sorted.join() === WORKING_WEEK) return said`Monday to Friday`
  return listInWords(sorted.map((day) => sentenceFor(WEEKDAY_NAMES[day - 1] ?? '', words)), words)
}
