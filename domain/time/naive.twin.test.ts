import { expect, test } from 'vitest'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { addWorkingMinutes } from './add-working-minutes.ts'
import { clockTables, dateThere, facing, minuteShowing, turnOf } from './clock-table.test-kit.ts'
import { DAY, dateAfter, diceFrom, face, MINUTE_MS } from './dice.test-kit.ts'
import type { Dice } from './dice.test-kit.ts'
import { isWorking, nextWorkingMoment } from './next-working-moment.ts'
import { nextShift, shiftAt } from './shifts.ts'
import { workingMinutes } from './types.ts'
import type { Instant, Interval, Period, Span, Weekday, WorkCalendar } from './types.ts'
import { workingMinutesBetween } from './working-minutes-between.ts'
import { shiftsBetween, workingSpans } from './working-spans.ts'

/*
 * A twin of this folder that knows no instants, offsets or arithmetic of dates. It walks eight days minute by minute,
 * asks the platform's calendar (Intl) what each zone's clock shows in that minute, and ticks the minutes that are worked.
 */
/** RELIABILITY G8 ii asks for 100,000, which the longer run has. */
const CALENDARS = process.env['LONGHAND_LONG'] === '1' ? 100_000 : 50_000
const TABLE_DAYS = 8
const TABLE_MINUTES = TABLE_DAYS * DAY
const clockTable = clockTables(TABLE_DAYS)
/** Questions are asked from the third day to the sixth, so that no shift they touch leaves the table. */
const ASK_FROM = 3 * DAY
const ASK_UNTIL = 6 * DAY
const SLOW_MS = 180_000

/** Eight days around something that clocks did, and zones to live in meanwhile. */
const WEEKS: readonly (readonly [firstDay: string, zones: readonly string[]])[] = [
  ['2026-03-25', ['Europe/Berlin', 'Asia/Beirut', 'America/Nuuk', 'Asia/Kolkata', 'Asia/Manila']],
  ['2026-10-21', ['Europe/Berlin', 'Europe/Lisbon', 'Asia/Kathmandu', 'America/Nuuk']],
  ['2026-03-04', ['America/New_York', 'America/Havana', 'America/St_Johns', 'Europe/Berlin']],
  ['2026-10-28', ['America/New_York', 'America/Havana', 'America/St_Johns', 'Africa/Cairo']],
  ['2026-04-01', ['Australia/Lord_Howe', 'Pacific/Chatham', 'Asia/Tokyo']],
  ['2026-10-01', ['Australia/Lord_Howe', 'Australia/Adelaide', 'Asia/Kolkata']],
  ['2026-09-23', ['Pacific/Chatham', 'Pacific/Auckland', 'Pacific/Honolulu']],
  ['2026-04-20', ['Africa/Cairo', 'Asia/Kathmandu']],
  ['2018-10-31', ['America/Sao_Paulo', 'America/New_York']],
  ['2018-02-14', ['America/Sao_Paulo', 'Asia/Tokyo']],
  ['2011-12-26', ['Pacific/Apia', 'Pacific/Honolulu', 'Pacific/Kiritimati']],
  ['2009-03-04', ['America/St_Johns', 'America/Los_Angeles']],
  ['2009-10-28', ['America/St_Johns', 'America/Los_Angeles']],
  ['2028-02-25', ['Europe/Berlin', 'Pacific/Pago_Pago', 'Pacific/Kiritimati']],
]

test(`the naive twin agrees on ${CALENDARS} random calendars`, { timeout: SLOW_MS }, () => {
  for (let seed = 1; seed <= CALENDARS; seed++) {
    const story = randomStory(seed)
    expect(answers(story), `seed ${seed}`).toEqual(naiveAnswers(story))
  }
  figure({ gate: 'G8', what: 'random calendars of which working time and its naive twin say the same to the minute', value: CALENDARS, wanted: '≥ 100,000', met: CALENDARS >= 100_000 })
})

/** One calendar and the questions asked about it; moments are minutes since the week began. */
type Story = { firstMs: number; firstDay: string; calendar: WorkCalendar; from: number; until: number; share: number }

/** Everything is minutes since the week began; null where the window holds no answer. */
type Answers = {
  spans: number[][]; shifts: (string | number)[][]; total: number; added: number | null
  next: number | null; working: boolean; on: string | null; nextShift: string | null
}

// — the answers of the functions under test —

function answers(story: Story): Answers {
  const { calendar } = story
  const [from, until] = [momentAt(story, story.from), momentAt(story, story.until)]
  const minuteOf = (at: Instant) => (at.epochMilliseconds - story.firstMs) / MINUTE_MS
  const spans = workingSpans(calendar, from, until).map((span) => [minuteOf(span.start), minuteOf(span.end)])
  const shifts = shiftsBetween(calendar, from, until)
  const total = workingMinutesBetween(from, until, calendar)
  const count = Math.floor(total * story.share)
  return {
    spans, total,
    shifts: shifts.map((shift) => [shift.date, ...shift.spans.flatMap((span) => [minuteOf(span.start), minuteOf(span.end)])]),
    added: total === 0 ? null : minuteOf(addWorkingMinutes(from, workingMinutes(count), calendar)),
    next: total === 0 ? null : minuteOf(nextWorkingMoment(from, calendar)),
    working: isWorking(from, calendar),
    on: shiftAt(from, calendar)?.date ?? null,
    nextShift: shifts.some((shift) => minuteOf(shift.start) >= story.from) ? nextShift(from, calendar).date : null,
  }
}

// — the twin —

function naiveAnswers(story: Story): Answers {
  const dated = [...tickedByDate(story)].map(([date, ticks]) => ({ date, runs: runsOf(ticks, 0, TABLE_MINUTES) }))
  const worked = new Uint8Array(TABLE_MINUTES)
  for (const { runs } of dated) for (const [start, end] of runs) worked.fill(1, start, end)
  const shifts = dated
    .filter(({ runs }) => (runs[0]?.[0] ?? story.until) < story.until && (runs.at(-1)?.[1] ?? 0) > story.from)
    .sort((a, b) => (a.runs[0]?.[0] ?? 0) - (b.runs[0]?.[0] ?? 0) || (a.date < b.date ? -1 : 1))
  const total = worked.subarray(story.from, story.until).reduce((sum, tick) => sum + tick, 0)
  return {
    spans: runsOf(worked, story.from, story.until), total,
    shifts: shifts.map(({ date, runs }) => [date, ...runs.flat()]),
    added: total === 0 ? null : walk(worked, story.from, Math.floor(total * story.share)),
    next: total === 0 ? null : walk(worked, story.from, 0),
    working: worked[story.from] === 1,
    on: shifts.find(({ runs }) => (runs[0]?.[0] ?? 0) <= story.from && story.from < (runs.at(-1)?.[1] ?? 0))?.date ?? null,
    nextShift: shifts.find(({ runs }) => (runs[0]?.[0] ?? 0) >= story.from)?.date ?? null,
  }
}

/** Where the clock stands after so many ticked minutes; for none, where the first one begins. */
function walk(worked: Uint8Array, from: number, count: number): number {
  let left = count
  for (let minute = from; ; minute++) {
    if (worked[minute] !== 1) continue
    if (left === 0) return minute
    left -= 1
    if (left === 0) return minute + 1
  }
}

function runsOf(ticks: Uint8Array, from: number, until: number): number[][] {
  const runs: number[][] = []
  let start = ticks.indexOf(1, from)
  while (start !== -1 && start < until) {
    const stop = ticks.indexOf(0, start)
    const end = stop === -1 ? until : Math.min(stop, until)
    runs.push([start, end])
    start = ticks.indexOf(1, end)
  }
  return runs
}

/** For each date that is wholly in the table, which minutes belong to its shift. */
function tickedByDate({ firstMs, firstDay, calendar }: Story): Map<string, Uint8Array> {
  const dates = Array.from({ length: TABLE_DAYS }, (_, index) => dateAfter(firstDay, index))
  const minuteOf = (at: Instant) => (at.epochMilliseconds - firstMs) / MINUTE_MS
  const byDate = new Map<string, Uint8Array>()
  for (const [index, date] of dates.entries()) {
    const ticks = new Uint8Array(TABLE_MINUTES)
    const period = calendar.periods.filter(({ from }) => from === null || from <= date).at(-1)
    if (period !== undefined && !calendar.holidays.has(date) && !calendar.given.has(date)) tickPlanned(ticks, period, index, firstDay)
    for (const { start, end } of calendar.taken) {
      if (dateThere(minuteOf(start), calendar.periods, (zone) => clockTable(firstDay, zone), firstDay) === date) ticks.fill(1, minuteOf(start), minuteOf(end))
    }
    for (const { start, end } of calendar.absences) ticks.fill(0, minuteOf(start), minuteOf(end))
    if (ticks.includes(1)) byDate.set(date, ticks)
  }
  return byDate
}

function tickPlanned(ticks: Uint8Array, period: Period, index: number, firstDay: string): void {
  const { faces: clock, days } = clockTable(firstDay, period.zone)
  if (!days.has(index)) return
  const date = dateAfter(firstDay, index)
  const weekday = new Date(date).getUTCDay() || 7
  for (const { day, start, end } of turnOf(period, date)) {
    if (day !== weekday) continue
    const endsNextDay = end <= start ? DAY : 0
    const first = minuteShowing(clock, index * DAY + facing(start))
    const last = minuteShowing(clock, index * DAY + endsNextDay + facing(end))
    if (first < last) ticks.fill(1, first, last)
  }
}

// — random calendars —

function randomStory(seed: number): Story {
  const dice = diceFrom(seed)
  const [firstDay, zones] = dice.pick(WEEKS)
  const firstMs = Date.parse(firstDay)
  const day = () => dateAfter(firstDay, dice.upTo(TABLE_DAYS))
  const span = (longest: number): Span => {
    const start = dice.upTo(TABLE_MINUTES - longest)
    return { start: momentAt({ firstMs }, start), end: momentAt({ firstMs }, start + 1 + dice.upTo(longest - 1)) }
  }
  const moves = dice.upTo(3) === 0 ? [day()] : []
  const from = ASK_FROM + dice.upTo(ASK_UNTIL - ASK_FROM)
  return {
    firstMs, firstDay, from, until: from + 1 + dice.upTo(ASK_UNTIL - from), share: dice.upTo(101) / 100,
    calendar: {
      periods: [null, ...moves].map((start) => ({ from: start, zone: dice.pick(zones), anchor: dateAfter(firstDay, dice.upTo(60) - 30), weeks: dice.times(1 + dice.upTo(3), () => randomWeek(dice)) })),
      holidays: new Set(dice.times(dice.upTo(3), day)),
      given: new Set(dice.times(dice.upTo(2), day)),
      absences: dice.times(dice.upTo(3), () => ({ ...span(2 * DAY), coverId: null })),
      taken: dice.times(dice.upTo(3), () => span(2 * DAY)),
    },
  }
}

/** Now and then hours that overlap or lie in the small hours, where clocks change. */
function randomWeek(dice: Dice): Interval[] {
  const minute = () => (dice.upTo(2) === 0 ? dice.upTo(5 * 12) * 5 : dice.upTo(DAY))
  return dice.times(2 + dice.upTo(8), () => ({ day: 1 + dice.upTo(7) as Weekday, start: face(minute()), end: dice.upTo(12) === 0 ? '24:00' : face(minute()) }))
}

function momentAt({ firstMs }: Pick<Story, 'firstMs'>, minute: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(firstMs + minute * MINUTE_MS)
}
