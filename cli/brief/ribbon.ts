import { localTime } from '#domain/time/local.ts'
import { dayRibbon, ribbonHours, ribbonSentence } from '#domain/time/ribbon.ts'
import type { WorkCalendar } from '#domain/time/types.ts'
import type { Reader } from '../context.ts'
import type { Colors } from '../terminal.ts'

/** Block characters by how much of a cell is working time, in eighths from the left; exact enough for quarter hours. */
const FULL = '█'
const HALF_LEFT = '▌'
const HALF_RIGHT = '▐'
const EMPTY = '·'
/** Every so many hours stands a number. */
const HOURS_APART = 6
/** A cell counts as half when work fills more than this part of it. */
const SOME = 0.25
const MOST = 0.75

/** The reader's day as a band to scale: hours above, work in blocks, now as a mark below; a sentence says the same. */
export function ribbonText(calendar: WorkCalendar, date: string, { zone, now }: Reader, { width, colors }: { width: number; colors: Colors }): string {
  const ribbon = dayRibbon(calendar, date, zone, now)
  if (ribbon.dayMinutes === 0) return `${ribbonSentence(ribbon)}\n`
  const cell = ribbon.dayMinutes / width
  const band = Array.from({ length: width }, (_none, index) => {
    const [from, until] = [index * cell, (index + 1) * cell]
    const filled = (a: number, b: number) => ribbon.segments.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, b) - Math.max(start, a)), 0) / (b - a)
    const middle = (from + until) / 2
    const all = filled(from, until)
    if (all > MOST) return FULL
    if (all <= SOME) return EMPTY
    return filled(from, middle) > filled(middle, until) ? HALF_LEFT : HALF_RIGHT
  }).join('')
  const hours = ribbonHours(date, zone).filter(({ hour }) => hour % HOURS_APART === 0).reduce((line, { minute, hour }) => put(line, Math.round(minute / cell), String(hour).padStart(2, '0')), '')
  const mark = ribbon.now === null ? null : put('', Math.min(width - 1, Math.floor(ribbon.now / cell)), `▲ now, ${localTime(now, zone)}`, width)
  return [colors.dim(hours), band, ...(mark === null ? [] : [mark]), colors.dim(ribbonSentence(ribbon)), ''].join('\n')
}

/** Writes into a line at a column; a text that would pass the end is written to end there, its arrow last. */
function put(line: string, at: number, text: string, width?: number): string {
  if (width !== undefined && at + text.length > width) {
    const [arrow = '', ...rest] = text
    const words = `${rest.join('').trim()} ${arrow}`
    return `${line.padEnd(Math.max(0, at + 1 - words.length))}${words}`
  }
  return at < line.length ? line : `${line.padEnd(at)}${text}`
}
