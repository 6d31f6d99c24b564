import { expect, test } from 'vitest'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { clockTables, dateThere, facing, minuteShowing, mondayOf, turnOf } from '../time/clock-table.test-kit.ts'
import { DAY, dateAfter, MINUTE_MS } from '../time/dice.test-kit.ts'
import type { Instant, Period } from '../time/types.ts'
import { planner } from './plan.ts'
import { momentOf, randomLife } from './random-life.test-kit.ts'
import type { Life } from './random-life.test-kit.ts'
import type { Item, Reader, WindowChoice } from './types.ts'

/*
 * A twin of the planner that knows no instants, spans or arithmetic of dates. It asks the platform's calendar (Intl)
 * what each zone's clock shows in each minute of forty days, ticks the minutes that are worked, in focus and chosen for
 * reading, and walks from minute to minute until something may leave.
 */
const CASES = 50_000
const ITEMS = 100
/** At most this share of lives leads out of the forty days and is left out. */
const LEFT_OUT = 0.1
const TABLE_DAYS = 40
const TABLE_MINUTES = TABLE_DAYS * DAY
/** The table begins this long before the life. Unit: days. */
const BEFORE_DAYS = 12
const clockTable = clockTables(TABLE_DAYS)
const SLOW_MS = 600_000

test(`the naive twin plans ${CASES} random items alike`, { timeout: SLOW_MS }, () => {
  let [alike, leftOut] = [0, 0]
  for (let seed = 1; alike < CASES; seed++) {
    const life = randomLife(seed * 7919, ITEMS, 0)
    const reader = life.turns[0]?.reader as Reader
    const plan = planner(reader)
    const world = naiveWorld(life, reader)
    for (const { item } of life.events) {
      const naive = naivePlan(item, world, reader)
      if (naive === null) { leftOut += 1; continue }
      const { when, at, reason } = plan(item, item.at)
      const minute = at === null ? null : world.minuteOf(at)
      expect({ when, minute, code: reason.code, until: untilOf(reason.code, reason.until, world) }, `seed ${seed}, item ${item.id}`).toEqual(naive)
      alike += 1
    }
  }
  expect(leftOut / (alike + leftOut)).toBeLessThan(LEFT_OUT)
  figure({ gate: 'G4', what: 'random items that the planner and its naive twin plan alike', value: alike, wanted: '≥ 50,000, all', met: alike >= CASES })
})

type NaivePlan = { when: string; minute: number | null; code: string; until: number | null }

/** Everything is minutes since the table began. */
type World = {
  minuteOf(at: Instant): number
  working: Uint8Array; focus: Uint8Array; away: Uint8Array; open: Uint8Array
  starts: ReadonlySet<number>; windows: Uint8Array; digests: Uint8Array
}

// — the walk —

function naivePlan(item: Item, world: World, reader: Reader): NaivePlan | null {
  const never = (code: string) => ({ when: 'never', minute: null, code, until: null })
  if (!reader.active) return never('deactivated')
  if (!item.maySee) return never('lost_access')
  let minute = world.minuteOf(item.at)
  if (item.urgent) return { when: 'now', minute, code: 'urgent', until: null }
  if (item.standing === 'muted') return never('muted')
  const direct = item.standing === 'asked' || item.standing === 'mentioned'
  const muteEnds = item.mutedUntil === null ? minute : world.minuteOf(item.mutedUntil)
  const muted = !direct && muteEnds > minute
  if (muted) minute = muteEnds
  const inWindow = direct || (item.standing === 'following' && !item.quiet)
  const leaves = walk(world.open, inWindow ? world.windows : world.digests, minute)
  if (leaves === null) return null
  const held = muted ? { code: 'timed_mute', until: null } : inWindow ? whyHeld(world, minute) : { code: 'for_digest', until: null }
  return held && { when: inWindow ? kindOf(world, leaves) : 'digest', minute: leaves, ...held }
}

/** Back to what was missed while nothing could arrive, else on to the next chosen minute; then to the first open one. */
function walk(open: Uint8Array, chosen: Uint8Array, from: number): number | null {
  let back = open[from] === 1 ? from : from - 1
  while (back >= 0 && open[back] !== 1 && chosen[back] !== 1) back -= 1
  if (back < 0) return null
  const start = open[back] === 1 ? chosen.indexOf(1, from) : from
  const leaves = start === -1 ? -1 : open.indexOf(1, start)
  return leaves === -1 ? null : leaves
}

function kindOf({ starts, focus }: World, minute: number): string {
  return !starts.has(minute) && focus[minute - 1] === 1 && focus[minute] === 0 ? 'focus_end' : 'window'
}

function whyHeld({ away, working, focus }: World, minute: number): { code: string; until: number | null } | null {
  if (away[minute] === 1) return { code: 'away', until: null }
  if (working[minute] !== 1) return atEnd('off_hours', working.indexOf(1, minute))
  if (focus[minute] === 1) return atEnd('in_focus', focus.indexOf(0, minute))
  return { code: 'next_window', until: null }
}

function atEnd(code: string, until: number) {
  return until === -1 ? null : { code, until }
}

function untilOf(code: string, until: Instant | null, { minuteOf }: World): number | null {
  return until !== null && (code === 'off_hours' || code === 'in_focus') ? minuteOf(until) : null
}

// — the tables —

function naiveWorld(life: Life, reader: Reader): World {
  const firstDay = dateAfter(life.firstDay, -BEFORE_DAYS)
  const firstMs = momentOf({ firstDay }, 0).epochMilliseconds
  const minuteOf = (at: Instant) => (at.epochMilliseconds - firstMs) / MINUTE_MS
  const table = { firstDay, minuteOf, reader }
  const away = ticked(reader.calendar.absences.map(({ start, end }) => [minuteOf(start), minuteOf(end)]))
  const shifts = shiftsOf(table, away)
  const working = ticked(shifts.flatMap(({ runs }) => runs))
  const focus = ticked(focusRuns(table))
  const ends = runsOf(focus).map(([, end]) => end).filter((end) => end < TABLE_MINUTES)
  const open = working.map((tick, minute) => tick === 1 && focus[minute] === 0 ? 1 : 0)
  const windows = chosenMinutes(table, shifts, ends)
  const digests = shifts.filter((shift) => reader.digest.every === 'day' || isFirstOfWeek(shift, shifts))
    .map((shift) => reader.digest.time === null ? shift.start : localMinute(table, shift, reader.digest.time))
  return { minuteOf, working, focus, away, open, starts: new Set(shifts.map(({ start }) => start)), windows: marked(windows), digests: marked(digests) }
}

type Table = { firstDay: string; minuteOf(at: Instant): number; reader: Reader }
type NaiveShift = { date: string; start: number; end: number; runs: number[][]; zone: string }

function chosenMinutes(table: Table, shifts: readonly NaiveShift[], focusEnds: readonly number[]): number[] {
  const choices: readonly WindowChoice[] = table.reader.windows.length > 0 ? table.reader.windows
    : [{ kind: 'shift_start' }, { kind: 'midday' }, { kind: 'focus_end' }, { kind: 'before_wrap', minutes: 30 }]
  const ends = choices.some(({ kind }) => kind === 'focus_end') ? focusEnds : []
  const ofShifts = shifts.flatMap((shift) => {
    const minutes = choices.flatMap((choice) => {
      if (choice.kind === 'shift_start') return [shift.start]
      if (choice.kind === 'midday') return [Math.floor((shift.start + shift.end) / 2)]
      if (choice.kind === 'before_wrap') return [shift.end - choice.minutes]
      return choice.kind === 'local_time' ? [localMinute(table, shift, choice.time)] : []
    })
    const inside = [...minutes, ...ends].some((minute) => shift.start <= minute && minute < shift.end)
    return inside ? minutes : [...minutes, shift.start]
  })
  return [...ofShifts, ...ends]
}

/** The first minute of a shift in which the clock shows a time, else the one on its own date. */
function localMinute({ firstDay }: Table, { date, start, end, zone }: NaiveShift, time: string): number {
  const { faces, days } = clockTable(firstDay, zone)
  const today = Math.floor((faces[start] ?? 0) / DAY)
  for (const day of [today, today + 1]) {
    const minute = days.has(day) ? minuteShowing(faces, day * DAY + facing(time)) : -1
    if (start <= minute && minute < end) return minute
  }
  return minuteShowing(faces, indexOf(firstDay, date) * DAY + facing(time))
}

function isFirstOfWeek(shift: NaiveShift, shifts: readonly NaiveShift[]): boolean {
  return shifts.every(({ date }) => mondayOf(date) !== mondayOf(shift.date) || date >= shift.date)
}

function shiftsOf(table: Table, away: Uint8Array): NaiveShift[] {
  const { firstDay, minuteOf, reader: { calendar } } = table
  const shifts: NaiveShift[] = []
  for (let index = 0; index < TABLE_DAYS; index++) {
    const date = dateAfter(firstDay, index)
    const period = periodOf(calendar.periods, date)
    const ticks = new Uint8Array(TABLE_MINUTES)
    const begun = calendar.periods.some(({ from }) => from === null || from <= date)
    if (begun && !calendar.holidays.has(date) && !calendar.given.has(date)) {
      const weekday = new Date(date).getUTCDay() || 7
      for (const { day, start, end } of turnOf(period, date)) if (day === weekday) tickDaily(ticks, table, index, period.zone, start, end)
    }
    for (const { start, end } of calendar.taken) if (dateThere(minuteOf(start), calendar.periods, (zone) => clockTable(firstDay, zone), firstDay) === date) ticks.fill(1, minuteOf(start), minuteOf(end))
    for (let minute = ticks.indexOf(1); minute !== -1; minute = ticks.indexOf(1, minute + 1)) if (away[minute] === 1) ticks[minute] = 0
    const runs = runsOf(ticks)
    if (runs.length > 0) shifts.push({ date, zone: period.zone, runs, start: runs[0]?.[0] ?? 0, end: runs.at(-1)?.[1] ?? 0 })
  }
  return shifts
}

function focusRuns(table: Table): number[][] {
  const { firstDay, minuteOf, reader: { calendar, focus } } = table
  return focus.flatMap((block) => {
    if (block.kind === 'ad_hoc') return [[minuteOf(block.start), minuteOf(block.end)]]
    const ticks = new Uint8Array(TABLE_MINUTES)
    for (let index = 0; index < TABLE_DAYS; index++) {
      const date = dateAfter(firstDay, index)
      const weekday = new Date(date).getUTCDay() || 7
      const on = block.days.some((day) => day === weekday) && block.from <= date && date <= (block.until ?? date)
      if (on) tickDaily(ticks, table, index, periodOf(calendar.periods, date).zone, block.start, block.end)
    }
    return runsOf(ticks)
  })
}

/** Ticks the minutes between two times of a date on a zone's clock; none on a date that the zone jumped over. */
function tickDaily(ticks: Uint8Array, { firstDay }: Table, index: number, zone: string, start: string, end: string): void {
  const { faces, days } = clockTable(firstDay, zone)
  if (!days.has(index)) return
  const first = minuteShowing(faces, index * DAY + facing(start))
  const last = minuteShowing(faces, (index + (end <= start ? 1 : 0)) * DAY + facing(end))
  if (first < last) ticks.fill(1, first, last)
}

function periodOf(periods: readonly Period[], date: string): Period {
  return (periods.filter(({ from }) => from === null || from <= date).at(-1) ?? periods[0]) as Period
}

function indexOf(firstDay: string, date: string): number {
  return (Date.parse(date) - Date.parse(firstDay)) / (DAY * MINUTE_MS)
}

function ticked(runs: readonly (readonly number[])[]): Uint8Array {
  const ticks = new Uint8Array(TABLE_MINUTES)
  for (const [start = 0, end = 0] of runs) ticks.fill(1, Math.max(start, 0), Math.max(end, 0))
  return ticks
}

function marked(minutes: readonly number[]): Uint8Array {
  const ticks = new Uint8Array(TABLE_MINUTES)
  for (const minute of minutes) if (minute >= 0 && minute < TABLE_MINUTES) ticks[minute] = 1
  return ticks
}

function runsOf(ticks: Uint8Array): [number, number][] {
  const runs: [number, number][] = []
  for (let start = ticks.indexOf(1); start !== -1;) {
    const stop = ticks.indexOf(0, start)
    const end = stop === -1 ? TABLE_MINUTES : stop
    runs.push([start, end])
    start = stop === -1 ? -1 : ticks.indexOf(1, end)
  }
  return runs
}
