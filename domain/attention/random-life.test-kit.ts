import { DAY, dateAfter, diceFrom, face, MINUTE_MS } from '../time/dice.test-kit.ts'
import type { Dice } from '../time/dice.test-kit.ts'
import type { Absence, Instant, Interval, Span, Weekday, WorkCalendar } from '../time/types.ts'
import { DEFAULT_CLAUSES } from './types.ts'
import type { DigestChoice, FocusBlock, Item, Reader, Standing, WindowChoice } from './types.ts'

/*
 * Random people for the tests of the planner: two weeks of a life, with everything that may get in the way.
 */
const LIFE_DAYS = 14
export const LIFE_MINUTES = LIFE_DAYS * DAY

/** First days of two weeks in which clocks do something, and zones to live in meanwhile. */
const TIMES: readonly (readonly [firstDay: string, zones: readonly string[]])[] = [
  ['2026-03-23', ['Europe/Berlin', 'Asia/Manila', 'Asia/Kolkata', 'Europe/Lisbon']],
  ['2026-10-19', ['Europe/Berlin', 'Asia/Kathmandu', 'Europe/Lisbon']],
  ['2026-03-02', ['America/New_York', 'America/St_Johns', 'America/Havana']],
  ['2026-10-26', ['America/New_York', 'America/Los_Angeles', 'Africa/Cairo']],
  ['2026-03-30', ['Australia/Lord_Howe', 'Pacific/Chatham', 'Asia/Tokyo']],
  ['2026-09-28', ['Australia/Lord_Howe', 'Australia/Adelaide', 'Pacific/Kiritimati']],
  ['2026-09-21', ['Pacific/Chatham', 'Pacific/Honolulu']],
  ['2011-12-24', ['Pacific/Apia', 'Pacific/Kiritimati']],
  ['2028-02-23', ['Europe/Berlin', 'Pacific/Pago_Pago', 'Asia/Manila']],
]

const WORKING_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5]
const STANDINGS: readonly Standing[] = ['asked', 'asked', 'mentioned', 'following', 'following', 'space', 'broadcast', 'muted']
const DAILY_HOURS: readonly (readonly (readonly [string, string])[])[] = [
  [['09:00', '17:00']], [['09:00', '12:30'], ['13:30', '18:00']], [['22:00', '06:00']], [['06:00', '10:00'], ['16:00', '20:00']], [['08:30', '12:00']], [['00:00', '24:00']],
]

/** What happens to an item; moments are minutes since the life began, null for never. */
export type Event = { readonly item: Item; readonly minute: number; readonly readAt: number | null; readonly lostAt: number | null; readonly deletedAt: number | null }

/** The reader as they are from a minute on. */
export type Turn = { readonly minute: number; readonly reader: Reader }

export type Life = {
  readonly firstDay: string
  readonly zones: readonly string[]
  readonly turns: readonly Turn[]
  readonly events: readonly Event[]
  /** Nothing runs meanwhile: whatever is due leaves at its end. */
  readonly outage: readonly [from: number, until: number] | null
}

/** Minutes of a life as an instant. */
export function momentOf({ firstDay }: Pick<Life, 'firstDay'>, minute: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(Date.parse(firstDay) + minute * MINUTE_MS)
}

/** A life with this many items, the same for the same seed. */
export function randomLife(seed: number, items: number, edits: number): Life {
  const dice = diceFrom(seed)
  const [firstDay, zones] = dice.pick(TIMES)
  const place = { firstDay, zones }
  const turns: Turn[] = [{ minute: 0, reader: randomReader(dice, place) }]
  const changes = dice.times(edits, () => dice.upTo(LIFE_MINUTES)).sort((a, b) => a - b)
  for (const minute of changes) turns.push({ minute, reader: changed(dice, place, turns.at(-1)?.reader ?? randomReader(dice, place)) })
  const outageFrom = dice.upTo(LIFE_MINUTES)
  return {
    ...place, turns, outage: edits > 0 && dice.one(3) ? [outageFrom, outageFrom + 1 + dice.upTo(2 * DAY)] : null,
    events: Array.from({ length: items }, (_, index) => randomEvent(dice, place, index)),
  }
}

type Place = Pick<Life, 'firstDay' | 'zones'>

function randomReader(dice: Dice, place: Place): Reader {
  return {
    calendar: randomCalendar(dice, place), focus: dice.times(dice.upTo(5), (index) => randomBlock(dice, place, index)),
    windows: randomWindows(dice), digest: randomDigest(dice), active: true, clauses: DEFAULT_CLAUSES,
  }
}

function changed(dice: Dice, place: Place, reader: Reader): Reader {
  const { focus, calendar } = reader
  const which = dice.upTo(12)
  if (which < 3) return { ...reader, focus: focus.slice(1) }
  if (which < 5) return { ...reader, focus: [...focus, randomBlock(dice, place, focus.length)] }
  if (which < 7) return { ...reader, focus: focus.map((block, index) => index === 0 ? randomBlock(dice, place, 0) : block) }
  if (which < 8) return { ...reader, calendar: { ...calendar, absences: [...calendar.absences, randomAbsence(dice, place)] } }
  if (which < 9) return { ...reader, calendar: randomCalendar(dice, place) }
  if (which < 10) return { ...reader, windows: randomWindows(dice) }
  if (which < 11) return { ...reader, digest: randomDigest(dice) }
  return { ...reader, active: !dice.one(4) }
}

function randomCalendar(dice: Dice, place: Place): WorkCalendar {
  const day = () => dateAfter(place.firstDay, dice.upTo(LIFE_DAYS + 7))
  const starts = [null, ...(dice.one(4) ? [day()] : [])]
  return {
    periods: starts.map((from) => ({ from, zone: dice.pick(place.zones), anchor: dateAfter(place.firstDay, dice.upTo(60) - 30), weeks: dice.times(1 + dice.upTo(2), () => randomWeek(dice)) })),
    holidays: new Set(dice.times(dice.upTo(3), day)),
    given: new Set(dice.times(dice.upTo(2), day)),
    absences: dice.times(dice.upTo(3), () => randomAbsence(dice, place)),
    taken: dice.times(dice.upTo(2), () => randomSpan(dice, place, DAY)),
  }
}

function randomWeek(dice: Dice): Interval[] {
  if (dice.one(25)) return []
  if (dice.one(5)) return dice.times(1 + dice.upTo(8), () => ({ day: 1 + dice.upTo(7) as Weekday, start: face(dice.upTo(DAY)), end: dice.one(12) ? '24:00' : face(dice.upTo(DAY)) }))
  const hours = dice.pick(DAILY_HOURS)
  const days = dice.one(4) ? [1, 2, 3, 4, 5, 6, 7] as const : WORKING_DAYS
  return days.flatMap((day) => hours.map(([start, end]) => ({ day, start, end })))
}

function randomAbsence(dice: Dice, place: Place): Absence {
  const long = dice.one(40) ? 500 * DAY : 0
  const span = randomSpan(dice, place, 4 * DAY)
  return { start: span.start, end: span.end.add({ minutes: long }), coverId: null }
}

function randomBlock(dice: Dice, place: Place, index: number): FocusBlock {
  const id = `block ${index}`
  if (dice.one(3)) return { kind: 'ad_hoc', id, ...randomSpan(dice, place, dice.one(4) ? 3 * DAY : 5 * 60) }
  const start = dice.upTo(96) * 15
  const length = dice.one(30) ? DAY : 90 + dice.upTo(20) * 15
  const days = dice.one(3) ? dice.times(1 + dice.upTo(4), () => 1 + dice.upTo(7) as Weekday) : dice.one(3) ? [1, 2, 3, 4, 5, 6, 7] as const : WORKING_DAYS
  return {
    kind: 'recurring', id, days, start: face(start), end: face((start + length) % DAY),
    from: dateAfter(place.firstDay, dice.upTo(14) - 10), until: dice.one(4) ? dateAfter(place.firstDay, dice.upTo(16)) : null,
  }
}

function randomWindows(dice: Dice): WindowChoice[] {
  return dice.times(dice.upTo(4), () => dice.pick<WindowChoice>([
    { kind: 'shift_start' }, { kind: 'midday' }, { kind: 'focus_end' }, { kind: 'before_wrap', minutes: dice.upTo(90) }, { kind: 'local_time', time: face(dice.upTo(DAY)) },
  ]))
}

function randomDigest(dice: Dice): DigestChoice {
  return { every: dice.one(3) ? 'week' : 'day', time: dice.one(2) ? null : dice.one(3) ? '02:30' : face(dice.upTo(DAY)) }
}

function randomEvent(dice: Dice, place: Place, index: number): Event {
  const minute = dice.upTo(LIFE_MINUTES)
  const later = (one: number) => dice.one(one) ? minute + dice.upTo(2 * DAY) : null
  const conversation = `thread ${dice.upTo(40)}`
  return {
    minute, readAt: later(8), lostAt: later(25), deletedAt: later(25),
    item: {
      id: String(index).padStart(6, '0'), conversation, at: momentOf(place, minute), urgent: dice.one(25), standing: dice.pick(STANDINGS),
      quiet: dice.one(8), mutedUntil: dice.one(12) ? momentOf(place, minute + dice.upTo(3 * DAY)) : null, maySee: !dice.one(50),
    },
  }
}

function randomSpan(dice: Dice, place: Place, longest: number): Span {
  const start = dice.upTo(LIFE_MINUTES)
  return { start: momentOf(place, start), end: momentOf(place, start + 1 + dice.upTo(longest)) }
}
