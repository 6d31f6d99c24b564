import { DAY, dateAfter, diceFrom, face, MINUTE_MS } from '../time/dice.test-kit.ts'
import type { Dice } from '../time/dice.test-kit.ts'
import type { Instant, Interval, Period, Span, Weekday, WorkCalendar } from '../time/types.ts'

/* Random stories for the naive twin: calendars, an ask, and what happens to it. */
export const TABLE_DAYS = 16

/** Two weeks around something that clocks did, and zones to live in meanwhile. */
const FORTNIGHTS: readonly (readonly [firstDay: string, zones: readonly string[]])[] = [
  ['2026-03-24', ['Europe/Berlin', 'Asia/Beirut', 'Asia/Kolkata', 'Asia/Manila']],
  ['2026-10-20', ['Europe/Berlin', 'Europe/Lisbon', 'Asia/Kathmandu', 'America/New_York']],
  ['2026-03-03', ['America/New_York', 'America/Havana', 'America/St_Johns', 'Europe/Berlin']],
  ['2026-10-26', ['America/New_York', 'America/St_Johns', 'Africa/Cairo']],
  ['2026-03-31', ['Australia/Lord_Howe', 'Pacific/Chatham', 'Asia/Tokyo']],
  ['2026-09-22', ['Pacific/Chatham', 'Pacific/Auckland', 'Pacific/Honolulu']],
  ['2026-04-18', ['Africa/Cairo', 'Asia/Kathmandu']],
  ['2028-02-24', ['Europe/Berlin', 'Pacific/Pago_Pago', 'Pacific/Kiritimati']],
]

/** Moments are minutes since the fortnight began. `before` and `after` are Mei's calendars until and from the replan. */
export type Story = {
  firstMs: number; firstDay: string; before: Life; after: Life; ben: Life; askedAt: number; term: Given
  urgent: boolean; silent: boolean; stopsInFocus: boolean; moves: Move[]
}
export type Life = { calendar: WorkCalendar; focus: Span[] }
export type Given = { kind: 'working_minutes' | 'minutes'; minutes: number } | { kind: 'working_days'; days: number } | { kind: 'chosen'; at: number }
type Move = { at: number; kind: 'pause' | 'resume' | 'replan' }

export function momentAt({ firstMs }: Pick<Story, 'firstMs'>, minute: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(firstMs + minute * MINUTE_MS)
}

export function randomStory(seed: number): Story {
  const dice = diceFrom(seed)
  const [firstDay, zones] = dice.pick(FORTNIGHTS)
  const firstMs = Date.parse(firstDay)
  const askedAt = 2 * DAY + dice.upTo(4 * DAY)
  const span = (longest: number, from: number, reach: number): Span => {
    const start = from + dice.upTo(reach)
    return { start: momentAt({ firstMs }, start), end: momentAt({ firstMs }, start + 1 + dice.upTo(longest)) }
  }
  const away = (from: number) => ({ ...span(3 * DAY, from, 5 * DAY), coverId: dice.upTo(3) === 0 ? null : 'ben' })
  const day = () => dateAfter(firstDay, dice.upTo(TABLE_DAYS))
  const period = (from: string | null): Period => ({ from, zone: dice.pick(zones), anchor: firstDay, weeks: [randomWeek(dice)] })
  const life = (absences: number): Life => ({
    calendar: { periods: [period(null)], holidays: new Set(dice.times(dice.upTo(2), day)), given: new Set(), taken: [], absences: dice.times(absences, () => away(askedAt - DAY)) },
    focus: dice.times(dice.upTo(8), () => span(240, askedAt - DAY, 6 * DAY)),
  })
  const before = life(dice.upTo(2))
  const changedAt = askedAt + dice.upTo(3 * DAY)
  const after: Life = {
    focus: dice.upTo(2) === 0 ? before.focus : [...before.focus, span(240, changedAt, 3 * DAY)],
    calendar: {
      ...before.calendar,
      periods: dice.upTo(3) === 0 ? before.calendar.periods : [...before.calendar.periods, period(dateAfter(firstDay, Math.floor(changedAt / DAY) + dice.upTo(3)))],
      holidays: new Set([...before.calendar.holidays, ...dice.times(dice.upTo(2), day)]),
      absences: [...before.calendar.absences.slice(dice.upTo(3) === 0 ? 1 : 0), ...dice.times(dice.upTo(3) === 0 ? 1 : 0, () => away(changedAt))],
    },
  }
  const [silent, urgent] = [dice.upTo(6) === 0, dice.upTo(6) === 0]
  return { firstMs, firstDay, before, after, ben: life(0), askedAt, term: randomTerm(dice, askedAt), urgent, silent: silent && !urgent, stopsInFocus: dice.upTo(4) !== 0, moves: randomMoves(dice, askedAt, changedAt) }
}

function randomTerm(dice: Dice, askedAt: number): Given {
  switch (dice.upTo(6)) {
    case 0: return { kind: 'minutes', minutes: 1 + dice.upTo(900) }
    case 1: return { kind: 'working_days', days: dice.upTo(4) }
    case 2: return { kind: 'chosen', at: askedAt + 1 + dice.upTo(3 * DAY) }
    default: return { kind: 'working_minutes', minutes: 1 + dice.upTo(1200) }
  }
}

/** Up to three pauses, and the change of hours anywhere among them, also inside one. */
function randomMoves(dice: Dice, askedAt: number, changedAt: number): Move[] {
  const times = dice.times(2 * dice.upTo(4), () => askedAt + dice.upTo(2 * DAY)).toSorted((a, b) => a - b)
  const moves = times.map((at, index): Move => ({ at, kind: index % 2 === 0 ? 'pause' : 'resume' }))
  const changes: Move[] = dice.upTo(2) === 0 ? [{ at: changedAt, kind: 'replan' }] : []
  return [...moves, ...changes].toSorted((a, b) => a.at - b.at)
}

/** Split days, and nights that cross midnight; edges between 05:00 and 21:30. */
function randomWeek(dice: Dice): Interval[] {
  return [1, 2, 3, 4, 5, 6, 7].filter(() => dice.upTo(5) !== 0).flatMap((day): Interval[] => {
    const weekday = day as Weekday
    if (dice.upTo(6) === 0) return [{ day: weekday, start: face(18 * 60 + dice.upTo(180)), end: face(5 * 60 + dice.upTo(120)) }]
    const start = 8 * 60 + dice.upTo(180)
    if (dice.upTo(2) === 0) return [{ day: weekday, start: face(start), end: face(start + 120 + dice.upTo(360)) }]
    return [{ day: weekday, start: face(start), end: face(start + 120) }, { day: weekday, start: face(start + 180), end: face(start + 240 + dice.upTo(200)) }]
  })
}
