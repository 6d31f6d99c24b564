import type { Call } from '#contract/client.ts'
import type { Role } from '#domain/policy.ts'
import type { Interval } from '#domain/time/types.ts'

type Instant = Temporal.Instant

/** A block as its person made it. One that ended or was removed is not here any more. */
export type Block = { id: string } & ({ kind: 'recurring'; days: readonly number[]; start: string; end: string; from: string } | { kind: 'once'; start: Instant; end: Instant })

/** Somebody, and what the simulation itself knows of their time: told from nothing that the server says. */
export type Human = {
  id: string; name: string; call: Call; zone: string; week: readonly Interval[]; role: Role
  away: { id: string; start: Instant; end: Instant }[]
  focus: Block[]
  active: boolean
}

/** Why somebody is not to be reached at a moment; null when they may be. Wall clock against lists, without a line of the planner. */
export function whyNotNow(human: Pick<Human, 'zone' | 'week' | 'away' | 'focus'>, at: Instant): string | null {
  if (human.away.some(({ start, end }) => within(at, start, end))) return 'is away'
  const there = at.toZonedDateTimeISO(human.zone)
  const [date, time, day] = [there.toPlainDate().toString(), there.toPlainTime().toString().slice(0, 'HH:MM'.length), there.dayOfWeek]
  const before = there.toPlainDate().subtract({ days: 1 })
  const shows = ({ start, end }: { start: string; end: string }, today: boolean, yesterday: boolean) => end > start ? today && start <= time && time < end : (today && start <= time) || (yesterday && time < end)
  if (!human.week.some((hours) => shows(hours, hours.day === day, hours.day === before.dayOfWeek))) return 'does not work'
  const focused = human.focus.some((block) => block.kind === 'once' ? within(at, block.start, block.end)
    : shows(block, block.days.includes(day) && block.from <= date, block.days.includes(before.dayOfWeek) && block.from <= before.toString()))
  return focused ? 'is in focus' : null
}

const within = (at: Instant, start: Instant, end: Instant): boolean => Temporal.Instant.compare(start, at) <= 0 && Temporal.Instant.compare(at, end) < 0

/** How far the naive clock walks. Unit: minutes. */
const WALK_MAX = 60 * 24 * 21

/** When so many minutes of somebody's reachable time are over, minute by minute; null when that is weeks away. `stops` says whether focus counts. */
export function afterMinutesOf(human: Human, from: Instant, minutes: number, stopsInFocus: boolean): Instant | null {
  const asked = stopsInFocus ? human : { ...human, focus: [] }
  let [left, at] = [minutes, from]
  for (let walked = 0; walked < WALK_MAX; walked += 1) {
    if (left <= 0) return at
    if (whyNotNow(asked, at) === null) left -= 1
    at = at.add({ minutes: 1 })
  }
  return null
}

/** Where the people of a life live and when they work: clocks that change in spring and autumn, by half an hour or not at all; a night shift. */
export const PLACES: readonly { zone: string; start: string; end: string }[] = [
  { zone: 'Europe/Berlin', start: '09:00', end: '17:00' }, { zone: 'Asia/Manila', start: '08:00', end: '17:00' }, { zone: 'America/Los_Angeles', start: '09:30', end: '18:00' }, { zone: 'Asia/Kolkata', start: '10:00', end: '18:30' },
  { zone: 'Australia/Lord_Howe', start: '09:00', end: '16:00' }, { zone: 'Europe/Lisbon', start: '22:00', end: '06:00' }, { zone: 'Asia/Kathmandu', start: '07:15', end: '15:45' }, { zone: 'America/St_Johns', start: '08:30', end: '16:30' },
]

/** First days of lives, shortly before clocks, months or years change somewhere. */
export const BEGINNINGS = ['2026-03-02T06:00:00Z', '2026-03-23T07:00:00Z', '2026-10-05T05:30:00Z', '2026-10-19T08:00:00Z', '2026-12-14T07:00:00Z', '2028-02-14T09:00:00Z'] as const
