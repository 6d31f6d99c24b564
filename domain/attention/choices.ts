import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'
import type { DigestChoice, WindowChoice } from './types.ts'

/** Time to read and answer before a wrap is written. A setting of the reader; this is its default. Unit: minutes. */
export const BEFORE_WRAP_MINUTES = 30

/** A window before the wrap lies this long before the end of the shift at most. Unit: minutes. */
const LONGEST_BEFORE_WRAP = 12 * 60

/** The windows of PRODUCT room 5, for who chose none; one answers at the end of a focus (000:12). */
export const DEFAULT_WINDOWS: readonly WindowChoice[] = [
  { kind: 'shift_start' }, { kind: 'midday' }, { kind: 'focus_end' }, { kind: 'before_wrap', minutes: BEFORE_WRAP_MINUTES },
]

/** Daily at the start of the shift, until the reader chooses. */
export const DEFAULT_DIGEST: DigestChoice = { every: 'day', time: null }

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/

/** @throws {Refusal} `bad_input` for a time that does not exist, and for minutes that are not 0 to 720 */
export function checkWindows(windows: readonly WindowChoice[]): void {
  for (const choice of windows) {
    if (choice.kind === 'local_time') checkTime(choice.time)
    if (choice.kind === 'before_wrap' && !(Number.isInteger(choice.minutes) && choice.minutes >= 0 && choice.minutes <= LONGEST_BEFORE_WRAP)) {
      throw new Refusal('bad_input', said`${String(choice.minutes)} minutes before the wrap can not be a window.`, said`Choose from 0 to 720 minutes.`)
    }
  }
}

/** @throws {Refusal} `bad_input` for a time that does not exist */
export function checkDigest({ time }: DigestChoice): void {
  if (time !== null) checkTime(time)
}

function checkTime(time: string): void {
  if (!TIME_OF_DAY.test(time)) throw new Refusal('bad_input', said`${time} is not a time of day.`, said`Write times from 00:00 to 23:59.`)
}
