import { dayNumber } from '../time/dates.ts'
import { localDate, localTime } from '../time/local.ts'
import { dayWords, pastDayWords, showSameTime } from '../time/time-words.ts'
import type { Instant } from '../time/types.ts'
import { cityOf } from '../time/zones.ts'

/** For whom a sentence is written: their id, their zone, and the time to show. */
export type Viewer = { readonly id: string; readonly zone: string; readonly now: Instant }
/** Names and zones of the people who occur, by id. */
export type Cast = ReadonlyMap<string, { readonly name: string; readonly zone: string }>

/**
 * A moment on somebody's clock, with the viewer's beside it where that shows something else. A day that was just named
 * is not said again.
 * @example 'Thursday 17:00 Berlin (16:00 yours)', '09:00' for somebody in the same zone on the same day
 */
export function momentWords(at: Instant, zone: string, viewer: Viewer): string {
  const there = clockThere(at, zone, viewer.now)
  if (showSameTime(at, zone, viewer.zone)) return there
  const dayIsSaid = there !== localTime(at, zone) && localDate(at, zone) === localDate(at, viewer.zone)
  return `${there} ${cityOf(zone)} (${dayIsSaid ? localTime(at, viewer.zone) : clockThere(at, viewer.zone, viewer.now)} yours)`
}

/** The same in a sentence that has just named the place: `13:00 there (15:00 yours)`. @param since the moment named before; its day is not said again */
export function momentThere(at: Instant, zone: string, since: Instant, viewer: Viewer): string {
  const clock = (of: string): string => localDate(at, of) === localDate(since, of) ? localTime(at, of) : clockThere(at, of, viewer.now)
  return showSameTime(at, zone, viewer.zone) ? clock(zone) : `${clock(zone)} there (${clock(viewer.zone)} yours)`
}

/** `17:00` today, `yesterday 17:00`, `Thursday 17:00` within the coming week, else with the date. */
export function clockThere(at: Instant, zone: string, now: Instant): string {
  const [date, today] = [localDate(at, zone), localDate(now, zone)]
  const time = localTime(at, zone)
  if (date === today) return time
  if (date > today) return `${dayWords(at, now, zone)} ${time}`
  return dayNumber(today) - dayNumber(date) === 1 ? `yesterday ${time}` : `${pastDayWords(date, today)} ${time}`
}

export const nameIn = (cast: Cast, id: string): string => cast.get(id)?.name ?? 'Somebody who left'
export const zoneIn = (cast: Cast, id: string): string => cast.get(id)?.zone ?? 'UTC'
/** At the start of a sentence. */
export const subject = (id: string, cast: Cast, { id: viewerId }: Pick<Viewer, 'id'>): string => id === viewerId ? 'You' : nameIn(cast, id)
/** Anywhere else. */
export const object = (id: string, cast: Cast, { id: viewerId }: Pick<Viewer, 'id'>): string => id === viewerId ? 'you' : nameIn(cast, id)
/** `reads` for others, `read` for you. */
export const verb = (id: string, { id: viewerId }: Pick<Viewer, 'id'>, word: string, forOthers = `${word}s`): string => id === viewerId ? word : forOthers
/** `Mei's`, `your`. */
export const whose = (id: string, cast: Cast, { id: viewerId }: Pick<Viewer, 'id'>): string => id === viewerId ? 'your' : `${nameIn(cast, id)}’s`

export function inList(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
