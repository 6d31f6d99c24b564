import { DAY, dateAfter, MINUTE_MS } from './dice.test-kit.ts'
import type { Interval, Period } from './types.ts'

/* What naive twins know of time: what the platform's calendar (Intl) shows minute by minute, and nothing of offsets. */

/** What a zone's clock shows in each minute, as minutes since the first day's 00:00 on that clock, and the days it shows. */
type ClockTable = { faces: Int32Array; days: Set<number> }

/** Tables of so many days, each made once for a zone and a first day. */
export function clockTables(tableDays: number): (firstDay: string, zone: string) => ClockTable {
  const tables = new Map<string, ClockTable>()
  return (firstDay, zone) => {
    const key = `${firstDay} ${zone}`
    const known = tables.get(key)
    if (known !== undefined) return known
    const shows = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    const firstMs = Date.parse(firstDay)
    const faces = Int32Array.from({ length: tableDays * DAY }, (_, minute) => {
      const shown = shows.format(new Date(firstMs + minute * MINUTE_MS))
      return (Date.parse(`${shown.replace(' ', 'T')}Z`) - firstMs) / MINUTE_MS
    })
    const table = { faces, days: new Set(Array.from(faces, (shown) => Math.floor(shown / DAY))) }
    tables.set(key, table)
    return table
  }
}

/** The first minute in which the clock shows `face`. When it jumps over it: as if the clock had gone on without jumping. */
export function minuteShowing(clock: Int32Array, face: number): number {
  const exact = clock.indexOf(face)
  if (exact !== -1) return exact
  const jump = clock.findIndex((shown, minute) => shown > face && (clock[minute - 1] ?? shown) < face)
  return jump === -1 ? clock.length : jump - 1 + face - (clock[jump - 1] ?? 0)
}

/** The date that the person's own clock shows in a minute, in the zone of the last period that has begun there. */
export function dateThere(minute: number, periods: readonly Period[], clockOf: (zone: string) => ClockTable, firstDay: string): string {
  const dates = periods.map(({ zone }) => dateAfter(firstDay, Math.floor((clockOf(zone).faces[minute] ?? 0) / DAY)))
  return dates.filter((date, index) => (periods[index]?.from ?? '') <= date).at(-1) ?? dates[0] ?? ''
}

/** `09:30` as a minute of its day. */
export function facing(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return (hours ?? 0) * 60 + (minutes ?? 0)
}

export function mondayOf(date: string): string {
  return dateAfter(date, -((new Date(date).getUTCDay() + 6) % 7))
}

/** The week of a rotation that a date is in: walks from the anchor's Monday to the date's, turning the rotation by one at each week. */
export function turnOf(period: Period, date: string): readonly Interval[] {
  let monday = mondayOf(period.anchor)
  let turn = 0
  const target = mondayOf(date)
  for (; monday < target; monday = dateAfter(monday, 7)) turn = (turn + 1) % period.weeks.length
  for (; monday > target; monday = dateAfter(monday, -7)) turn = (turn + period.weeks.length - 1) % period.weeks.length
  return period.weeks[turn] ?? []
}
