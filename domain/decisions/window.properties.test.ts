import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import type { Absence, Instant, Weekday, WorkCalendar } from '../time/types.ts'
import { windowFor } from './window.ts'
import type { NamedReader } from './window.ts'

/*
 * Windows of random readers in zones whose clocks change, against days counted one by one on a wall calendar.
 */
const ZONES = ['Europe/Berlin', 'Europe/Lisbon', 'America/New_York', 'Asia/Manila', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Auckland', 'America/Nuuk', 'Africa/Cairo'] as const
/** Hours that no clock change touches, days and nights. */
const HOURS = [['09:00', '17:00'], ['06:00', '10:30'], ['13:00', '21:00'], ['22:00', '06:00'], ['16:00', '24:00']] as const
const FIRST = Temporal.Instant.from('2026-01-01T00:00Z').epochMilliseconds
const HOUR = 3_600_000
const YEAR_HOURS = 365 * 24
const RUNS = 400

const moment = fc.integer({ min: 0, max: YEAR_HOURS * 4 }).map((quarters) => Temporal.Instant.fromEpochMilliseconds(FIRST + quarters * HOUR / 4))
const absence = fc.record({ from: fc.integer({ min: 0, max: YEAR_HOURS }), hours: fc.integer({ min: 1, max: 400 }), coverId: fc.constantFrom(null, null, 'cover') }).map(({ from, hours, coverId }): Absence => ({
  start: Temporal.Instant.fromEpochMilliseconds(FIRST + from * HOUR), end: Temporal.Instant.fromEpochMilliseconds(FIRST + (from + hours) * HOUR), coverId,
}))
type Life = { zone: string; hours: readonly [string, string]; days: Weekday[]; holidays: number[]; absences: Absence[] }
const life: fc.Arbitrary<Life> = fc.record({
  zone: fc.constantFrom(...ZONES), hours: fc.constantFrom(...HOURS), days: fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1, maxLength: 7 }),
  holidays: fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 20 }), absences: fc.array(absence, { maxLength: 6 }),
})
const lives = fc.array(life, { minLength: 1, maxLength: 4 })
const days = fc.constantFrom(0, 1, 2, 5, 5, 10)

const dateOf = (day: number): string => Temporal.PlainDate.from('2026-01-01').add({ days: day }).toString()
function calendarOf({ zone, hours: [start, end], days: worked, holidays, absences }: Life): WorkCalendar {
  const week = worked.toSorted().map((day) => ({ day, start, end }))
  return { periods: [{ from: null, zone, anchor: '2026-01-05', weeks: [week] }], holidays: new Set(holidays.map(dateOf)), absences, given: new Set(), taken: [] }
}
const readersOf = (all: readonly Life[]): NamedReader[] => all.map((one, at) => ({ id: `${at}`, calendar: calendarOf(one) }))

/** The end of the n-th worked date after today's, by walking from yesterday on; null after a year. */
function naiveEnd(now: Instant, n: number, { zone, hours: [start, end], days: worked, holidays, absences }: Life): number | null {
  const free = new Set(holidays.map(dateOf))
  const away = absences.filter(({ coverId }) => coverId === null).map((one) => [one.start.epochMilliseconds, one.end.epochMilliseconds] as const)
  const at = (date: Temporal.PlainDate, time: string) => (time === '24:00' ? date.add({ days: 1 }).toZonedDateTime(zone) : date.toZonedDateTime({ timeZone: zone, plainTime: time })).epochMilliseconds
  let left = n
  let date = now.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 })
  for (let walked = 0; walked < 366; walked++, date = date.add({ days: 1 })) {
    if (!worked.some((day) => day === date.dayOfWeek) || free.has(date.toString())) continue
    const last = lastWorked(at(date, start), at(end <= start ? date.add({ days: 1 }) : date, end), away)
    if (last === null || last <= now.epochMilliseconds) continue
    if (left === 0) return last
    left -= 1
  }
  return null
}

/** The end of what absences leave of a stretch: whoever is away at its end stopped when that absence began. */
function lastWorked(start: number, end: number, away: readonly (readonly [number, number])[]): number | null {
  let last = end
  for (let cut = true; cut;) {
    const over = away.find(([from, until]) => from < last && until >= last)
    cut = over !== undefined
    if (over) last = over[0]
  }
  return last > start ? last : null
}

describe('windows of random teams over a year of clock changes', () => {
  test('end when the last of them has had the days, counted on the wall', () => {
    fc.assert(fc.property(lives, days, moment, (all, n, now) => {
      const ends = all.map((one) => naiveEnd(now, n, one))
      const known = ends.filter((end) => end !== null)
      const window = orRefused(() => windowFor({ readers: readersOf(all), days: n, chosen: null }, now))
      if (known.length === 0) { expect(window).toBe('no_working_time'); return }
      if (typeof window === 'string') throw new Error(`refused: ${window}`)
      expect(window.readers.map(({ endsAt }) => endsAt?.epochMilliseconds ?? null)).toEqual(ends)
      expect(window.deadline.epochMilliseconds).toBe(Math.max(...known))
      expect(window.setById).toBe(`${ends.indexOf(Math.max(...known))}`)
    }), { numRuns: RUNS })
  })

  test('never come earlier with one more reader or one more day, and stay where a cover reads', () => {
    fc.assert(fc.property(lives, life, days, moment, absence, (all, one, n, now, hole) => {
      const end = (readers: readonly Life[], span: number) => { const window = orRefused(() => windowFor({ readers: readersOf(readers), days: span, chosen: null }, now)); return typeof window === 'string' ? null : window.deadline.epochMilliseconds }
      const plain = end(all, n)
      fc.pre(plain !== null)
      for (const more of [end([...all, one], n), end(all, n + 1)]) expect(more ?? Infinity).toBeGreaterThanOrEqual(plain ?? 0)
      const covered = all.map((each) => ({ ...each, absences: [...each.absences, { ...hole, coverId: 'cover' }] }))
      expect(end(covered, n)).toBe(plain)
    }), { numRuns: RUNS })
  })

  test('a chosen moment is kept where it is later, and no reader loses a day by it', () => {
    fc.assert(fc.property(lives, days, moment, fc.integer({ min: 1, max: 3000 }), (all, n, now, hours) => {
      const chosen = now.add({ hours })
      const window = windowFor({ readers: readersOf(all), days: n, chosen }, now)
      const last = Math.max(...window.readers.map(({ endsAt }) => endsAt?.epochMilliseconds ?? 0))
      expect(window.deadline.epochMilliseconds).toBe(Math.max(chosen.epochMilliseconds, last))
      expect(window.setById === null).toBe(chosen.epochMilliseconds >= last)
    }), { numRuns: RUNS })
  })
})

function orRefused<Result>(run: () => Result): Result | string {
  try { return run() } catch (error) { if (error instanceof Refusal) return error.code; throw error }
}
