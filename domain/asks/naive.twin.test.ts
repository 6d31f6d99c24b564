import { expect, test } from 'vitest'
import type { Instant, Interval, Period, Span, Weekday, WorkCalendar } from '../time/types.ts'
import type { Ask, AskEvent } from './ask.ts'
import { changeAsk, isDue } from './change-ask.ts'
import type { Term } from './clock.ts'
import { openAsk } from './open-ask.ts'
import { planAgain, planAsk, planResume } from './plan-ask.ts'
import type { Answerers } from './plan-ask.ts'
import { clockTime } from './reader.ts'

/*
 * A twin of the ask clock that walks minute by minute. It ticks each minute in which a person's time counts, reading the
 * platform's own clocks (Intl), and then takes an ask through questions, changed hours, moves to another zone, absences
 * that begin meanwhile, and covers, by counting ticks. The shown due times and who answers must be the same throughout.
 * Edges of working time keep away from the hours in which clocks change; what happens there has its own twin in
 * `domain/time`.
 */
const CASES = 25_000
/** Some stories leave the table before they end; they count for nothing. */
const MOST_STORIES = 60_000
const MINUTE_MS = 60_000
const DAY = 24 * 60
const TABLE_DAYS = 16
const TABLE_MINUTES = TABLE_DAYS * DAY
const READ_FIRST = 60
const SLOW_MS = 300_000

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

test(`the naive twin shows the same due times in ${CASES} random stories`, { timeout: SLOW_MS }, () => {
  const met = { compared: 0, covered: 0, paused: 0, replanned: 0, silent: 0 }
  for (let seed = 1; met.compared < CASES; seed++) {
    expect(seed, 'too many stories left the table').toBeLessThan(MOST_STORIES)
    const story = randomStory(seed)
    const twin = naiveRun(story)
    if (twin === null) continue
    expect(run(story), `seed ${seed}`).toEqual(twin)
    met.compared += 1
    met.covered += Number(twin.at(-1)?.who === 'ben')
    met.paused += Number(story.moves.some(({ kind }) => kind === 'pause'))
    met.replanned += Number(story.moves.some(({ kind }) => kind === 'replan'))
    met.silent += Number(story.silent)
  }
  for (const [what, count] of Object.entries(met)) expect(count, what).toBeGreaterThan(CASES / 20)
})

/** Moments are minutes since the fortnight began. `before` and `after` are Mei's calendars until and from the replan. */
type Story = {
  firstMs: number; firstDay: string; before: Life; after: Life; ben: Life; askedAt: number; term: Given
  urgent: boolean; silent: boolean; stopsInFocus: boolean; moves: Move[]
}
type Life = { calendar: WorkCalendar; focus: Span[] }
type Given = { kind: 'working_minutes' | 'minutes'; minutes: number } | { kind: 'working_days'; days: number } | { kind: 'chosen'; at: number }
type Move = { at: number; kind: 'pause' | 'resume' | 'replan' }
/** What is shown after each move: the due minute and who answers. */
type Shown = { due: number; who: string }

// — the functions under test —

function run(story: Story): Shown[] {
  const minuteOf = (at: Instant) => (at.epochMilliseconds - story.firstMs) / MINUTE_MS
  const moment = (minute: number) => momentAt(story, minute)
  const who = (life: Life): Answerers => ({
    askerId: 'ana', mayAnswer: new Set(['mei', 'ben']), stopsInFocus: story.stopsInFocus,
    readers: new Map([['mei', { id: 'mei', ...life }], ['ben', { id: 'ben', ...story.ben }]]),
  })
  const term: Term = story.term.kind === 'chosen' ? { kind: 'chosen', at: moment(story.term.at) } : story.term
  const terms = { term, urgent: story.urgent, silent: story.silent }
  let people = who(story.before)
  const wanted = { askerId: 'ana', kind: 'answer', answererId: 'mei', otherIds: [], urgency: 'any', reason: '', scope: 'brief', criteria: '', blockedPath: '', silentDefault: story.silent ? 'We go.' : null, chosenDue: null } as const
  let { ask } = openAsk('1', wanted, terms, planAsk('mei', terms, moment(story.askedAt), people), moment(story.askedAt))
  const shown: Shown[] = []
  const show = () => shown.push({ due: minuteOf(ask.clock.dueAt), who: ask.answererId })
  const apply = (event: AskEvent | null, at: Instant) => { if (event !== null) ask = changeAsk(ask, event, at).ask }
  const replan = (at: Instant) => { const plan = planAgain({ ...ask, silent: story.silent }, at, people); apply(plan === null ? null : { kind: 'replan', plan }, at) }
  show()
  for (const { at, kind } of story.moves) {
    const now = moment(at)
    if (ask.takeover !== null && ask.takeover.at.epochMilliseconds <= now.epochMilliseconds) { replan(ask.takeover.at); show() }
    if (isDue(ask, now)) break
    if (kind === 'pause') apply({ kind: 'ask_back', by: ask.answererId, question: 'Which?', time: timeOf(ask, people, story) }, now)
    if (kind === 'resume') apply({ kind: 'clarify', by: 'ana', text: 'This.', plan: planResume({ ...ask, silent: story.silent }, now, people) }, now)
    if (kind === 'replan') { people = who(story.after); if (ask.clock.runningSince !== null) replan(now) }
    show()
  }
  return shown
}

function timeOf(ask: Ask, people: Answerers, story: Story) {
  const reader = people.readers.get(ask.answererId)
  if (reader === undefined) throw new Error('Nobody answers.')
  return clockTime(reader, story)
}

// — the twin —

type Ticks = { work: Uint8Array; free: Uint8Array; counted: Uint8Array; days: { work: Uint8Array; counted: Uint8Array }[]; away: Span[] }
type Stand = { who: 'mei' | 'ben'; start: number; term: Given; shown: number; takeover: number | null; running: boolean }

/** Thrown where a walk leaves the table. */
class OffTable extends Error {}

function naiveRun(story: Story): Shown[] | null {
  try {
    return walkThrough(story)
  } catch (error) {
    if (error instanceof OffTable) return null
    throw error
  }
}

function walkThrough(story: Story): Shown[] {
  const ben = ticksOf(story, story.ben)
  let mei = ticksOf(story, story.before)
  const minuteOf = (at: Instant) => (at.epochMilliseconds - story.firstMs) / MINUTE_MS
  const fresh = (ticks: Ticks, at: number) => {
    const reads = story.urgent ? (story.term.kind === 'minutes' ? at : walk(ticks.work, at, 0)) : walk(ticks.free, at, 0)
    const start = story.term.kind === 'minutes' ? at : story.stopsInFocus || story.urgent ? reads : walk(ticks.work, at, 0)
    let due = endOf(story.term, ticks, start)
    if (story.silent || (story.term.kind === 'chosen' && due < reads)) due = Math.max(due, walk(ticks.counted, start, READ_FIRST))
    return { start, due }
  }
  /** Mei's due minute, or Ben's where he covers; `own` is what her own clock says. */
  const withCover = (own: number, now: number): { due: number; at: number | null } => {
    for (const away of mei.away.toSorted((a, b) => minuteOf(a.start) - minuteOf(b.start))) {
      if (minuteOf(away.end) <= now || minuteOf(away.start) >= own) continue
      const at = Math.max(now, minuteOf(away.start))
      const { due } = fresh(ben, at)
      if (due < own || own <= minuteOf(away.end)) return { due, at }
    }
    return { due: own, at: null }
  }
  const toBen = (at: number, shown: number): Stand => {
    const { start, due } = fresh(ben, at)
    return { who: 'ben', start, term: story.term, shown: Math.max(shown, due), takeover: null, running: true }
  }
  const again = (stand: Stand, from: number, term: Given, now: number): Stand => {
    const ticks = stand.who === 'mei' ? mei : ben
    let own = endOf(term, ticks, from)
    if (story.silent) own = Math.max(own, walk(ticks.counted, from, READ_FIRST))
    const { due, at } = stand.who === 'mei' ? withCover(own, now) : { due: own, at: null }
    if (at !== null && at <= now) return toBen(now, stand.shown)
    return { ...stand, start: from, term, shown: Math.max(stand.shown, due), takeover: at, running: true }
  }
  const first = fresh(mei, story.askedAt)
  const { due, at } = withCover(first.due, story.askedAt)
  let stand: Stand = at !== null && at <= story.askedAt ? toBen(story.askedAt, 0) : { who: 'mei', start: first.start, term: story.term, shown: due, takeover: at, running: true }
  const shown: Shown[] = [{ due: stand.shown, who: stand.who }]
  for (const move of story.moves) {
    if (stand.takeover !== null && stand.takeover <= move.at) {
      stand = again(stand, stand.start, stand.term, stand.takeover)
      shown.push({ due: stand.shown, who: stand.who })
    }
    if (stand.running && move.at >= stand.shown) break
    const ticks = stand.who === 'mei' ? mei : ben
    if (move.kind === 'pause') {
      const wall = stand.term.kind === 'minutes'
      const from = Math.max(move.at, stand.start)
      const minutes = wall ? Math.max(0, stand.shown - from) : count(ticks.counted, from, stand.shown)
      stand = { ...stand, running: false, takeover: null, term: { kind: wall ? 'minutes' : 'working_minutes', minutes } }
    } else if (move.kind === 'resume') {
      stand = again(stand, move.at, stand.term, move.at)
    } else {
      mei = ticksOf(story, story.after)
      if (stand.running) stand = again(stand, stand.start, stand.term, move.at)
    }
    shown.push({ due: stand.shown, who: stand.who })
  }
  return shown
}

function endOf(term: Given, ticks: Ticks, from: number): number {
  switch (term.kind) {
    case 'minutes': return from + term.minutes
    case 'chosen': return term.at
    case 'working_minutes': return walk(ticks.counted, from, term.minutes)
    case 'working_days': {
      const ahead = ticks.days.filter(({ counted }) => counted.lastIndexOf(1) >= from).toSorted((a, b) => a.counted.indexOf(1) - b.counted.indexOf(1))
      const day = ahead[term.days]
      if (day === undefined) throw new OffTable()
      return day.work.lastIndexOf(1) + 1
    }
  }
}

/** Where the clock stands after so many ticked minutes; for none, where the next one begins. */
function walk(ticks: Uint8Array, from: number, minutes: number): number {
  let left = minutes
  for (let minute = from; minute < TABLE_MINUTES - 2 * DAY; minute++) {
    if (ticks[minute] !== 1) continue
    if (left === 0) return minute
    left -= 1
    if (left === 0) return minute + 1
  }
  throw new OffTable()
}

function count(ticks: Uint8Array, from: number, until: number): number {
  if (until > TABLE_MINUTES - 2 * DAY) throw new OffTable()
  let ticked = 0
  for (let minute = from; minute < until; minute++) ticked += ticks[minute] ?? 0
  return ticked
}

function ticksOf(story: Story, { calendar, focus }: Life): Ticks {
  const minuteOf = (at: Instant) => (at.epochMilliseconds - story.firstMs) / MINUTE_MS
  const cut = (ticks: Uint8Array, spans: readonly Span[]) => {
    const left = ticks.slice()
    for (const { start, end } of spans) left.fill(0, minuteOf(start), minuteOf(end))
    return left
  }
  const days = planned(story, calendar).filter((ticks) => ticks.includes(1)).map((ticks) => {
    const work = cut(ticks, calendar.absences)
    const free = cut(work, focus)
    return { work, free, counted: story.urgent || !story.stopsInFocus ? work : free }
  })
  const all = (pick: (day: (typeof days)[number]) => Uint8Array) => {
    const sum = new Uint8Array(TABLE_MINUTES)
    for (const ticks of days.map(pick)) {
      const last = ticks.lastIndexOf(1)
      for (let minute = ticks.indexOf(1); minute <= last && minute !== -1; minute++) sum[minute] = (sum[minute] ?? 0) | (ticks[minute] ?? 0)
    }
    return sum
  }
  return {
    work: all(({ work }) => work), free: all(({ free }) => free), counted: all(({ counted }) => counted),
    days: days.filter(({ counted }) => counted.includes(1)), away: calendar.absences.filter(({ coverId }) => coverId === 'ben'),
  }
}

/** The minutes of each date's intervals, as the zone's clock shows them. */
function planned({ firstDay }: Story, { periods, holidays }: WorkCalendar): Uint8Array[] {
  return Array.from({ length: TABLE_DAYS }, (_, index) => {
    const ticks = new Uint8Array(TABLE_MINUTES)
    const date = dateAfter(firstDay, index)
    const period = periods.filter(({ from }) => from === null || from <= date).at(-1)
    if (period === undefined || holidays.has(date)) return ticks
    const faces = facesOf(firstDay, period.zone)
    for (const { day, start, end } of period.weeks[0] ?? []) {
      if (day !== (new Date(date).getUTCDay() || 7)) continue
      const first = minuteShowing(faces, index * DAY + facing(start))
      const last = minuteShowing(faces, index * DAY + facing(end) + (end <= start ? DAY : 0))
      ticks.fill(1, first, last)
    }
    return ticks
  })
}

/** The first minute in which the clock shows this; the table's end where it never does. */
function minuteShowing(faces: Int32Array, face: number): number {
  const found = faces.indexOf(face, Math.max(0, face - 17 * 60))
  return found === -1 ? (face < (faces[0] ?? 0) ? 0 : TABLE_MINUTES) : found
}

const faces = new Map<string, Int32Array>()

function facesOf(firstDay: string, zone: string): Int32Array {
  const key = `${firstDay} ${zone}`
  const known = faces.get(key)
  if (known !== undefined) return known
  const shows = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const firstMs = Date.parse(firstDay)
  const table = Int32Array.from({ length: TABLE_MINUTES }, (_, minute) => (Date.parse(`${shows.format(new Date(firstMs + minute * MINUTE_MS)).replace(' ', 'T')}Z`) - firstMs) / MINUTE_MS)
  faces.set(key, table)
  return table
}

function facing(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return (hours ?? 0) * 60 + (minutes ?? 0)
}

function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY * MINUTE_MS).toISOString().slice(0, 10)
}

function momentAt({ firstMs }: Pick<Story, 'firstMs'>, minute: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(firstMs + minute * MINUTE_MS)
}

// — random stories —

function randomStory(seed: number): Story {
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

function face(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

type Dice = { upTo(count: number): number; pick<T>(list: readonly T[]): T; times<T>(count: number, make: () => T): T[] }

/** Repeatable chance (mulberry32), so that a seed in a failure message shows the same story again. */
function diceFrom(seed: number): Dice {
  let state = seed * 0x9e3779b9
  const upTo = (count: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count
  }
  return { upTo, pick: (list) => list[upTo(list.length)] as (typeof list)[number], times: (count, make) => Array.from({ length: count }, make) }
}
