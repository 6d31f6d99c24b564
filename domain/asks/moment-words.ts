import { dayNumber } from '../time/dates.ts'
import { localDate, localTime } from '../time/local.ts'
import { dayWords, pastDayWords, showSameTime } from '../time/time-words.ts'
import type { Instant } from '../time/types.ts'
import { cityOf } from '../time/zones.ts'
import { ENGLISH, inWords, listInWords, said } from '../words/said.ts'
import type { Said, SaidValue, Words } from '../words/said.ts'

/** For whom a sentence is written: their id, their zone, the time to show, and their language, English unless given. */
export type Viewer = { readonly id: string; readonly zone: string; readonly now: Instant; readonly words?: Words }
/** Who reads, where no moment is named. */
export type Reader = Pick<Viewer, 'id' | 'words'>
/** Names and zones of the people who occur, by id. */
export type Cast = ReadonlyMap<string, { readonly name: string; readonly zone: string }>

/** What was said, in the viewer's language. */
export const speak = (one: SaidValue, { words = ENGLISH }: Pick<Viewer, 'words'>): string => inWords(one, words)

/**
 * A moment on somebody's clock, with the viewer's beside it where that shows something else. A day that was just named
 * is not said again.
 * @example 'Thursday 17:00 Berlin (16:00 yours)', '09:00' for somebody in the same zone on the same day
 */
export function momentWords(at: Instant, zone: string, viewer: Viewer): string {
  const there = clockThere(at, zone, viewer.now, viewer.words)
  if (showSameTime(at, zone, viewer.zone)) return there
  const dayIsSaid = there !== localTime(at, zone) && localDate(at, zone) === localDate(at, viewer.zone)
  return speak(said`${there} ${cityOf(zone)} (${dayIsSaid ? localTime(at, viewer.zone) : clockThere(at, viewer.zone, viewer.now, viewer.words)} yours)`, viewer)
}

/** The same in a sentence that has just named the place: `13:00 there (15:00 yours)`. @param since the moment named before; its day is not said again */
export function momentThere(at: Instant, zone: string, since: Instant, viewer: Viewer): string {
  const clock = (of: string): string => localDate(at, of) === localDate(since, of) ? localTime(at, of) : clockThere(at, of, viewer.now, viewer.words)
  return showSameTime(at, zone, viewer.zone) ? clock(zone) : speak(said`${clock(zone)} there (${clock(viewer.zone)} yours)`, viewer)
}

/** `17:00` today, `yesterday 17:00`, `Thursday 17:00` within the coming week, else with the date. */
export function clockThere(at: Instant, zone: string, now: Instant, words: Words = ENGLISH): string {
  const [date, today] = [localDate(at, zone), localDate(now, zone)]
  const time = localTime(at, zone)
  if (date === today) return time
  if (date > today) return `${dayWords(at, now, zone, words)} ${time}`
  return dayNumber(today) - dayNumber(date) === 1 ? inWords(said`yesterday ${time}`, words) : `${pastDayWords(date, today, words)} ${time}`
}

export const nameIn = (cast: Cast, id: string): SaidValue => cast.get(id)?.name ?? said`Somebody who left`
export const zoneIn = (cast: Cast, id: string): string => cast.get(id)?.zone ?? 'UTC'
/** A sentence about somebody, said otherwise to themselves: 'You have not opened it.', 'Mei has not opened it.' */
export const about = (id: string, cast: Cast, { id: viewerId }: Reader, you: Said, them: (name: SaidValue) => Said): Said => id === viewerId ? you : them(nameIn(cast, id))
/** Who did something, at the head of a sentence that asks for nothing else of the word. German says by whom: 'You opened it.', 'Von dir geöffnet.' */
export const doer = (id: string | null, cast: Cast, { id: viewerId }: Reader): SaidValue => id === null ? 'Longhand' : id === viewerId ? said`You¦by whom` : nameIn(cast, id)
/** Whom something is asked of or done to. */
export const whom = (id: string | null, cast: Cast, { id: viewerId }: Reader): SaidValue => id === null ? said`nobody¦whom` : id === viewerId ? said`you¦whom` : nameIn(cast, id)
/** With whom something lies, of whom something is. */
export const withWhom = (id: string | null, cast: Cast, { id: viewerId }: Reader): SaidValue => id === null ? said`nobody¦with whom` : id === viewerId ? said`you¦with whom` : nameIn(cast, id)

/** What was said, each in a row: 'Ana, Ben and you'. */
export const inList = (parts: readonly SaidValue[], { words = ENGLISH }: Pick<Viewer, 'words'> = {}): string => listInWords(parts.map((part) => inWords(part, words)), words)
