import { expect, test } from 'vitest'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { clockTables, facing } from '../time/clock-table.test-kit.ts'
import { DAY, dateAfter, MINUTE_MS } from '../time/dice.test-kit.ts'
import type { Instant, Span, WorkCalendar } from '../time/types.ts'
import type { Ask, AskEvent } from './ask.ts'
import { changeAsk, isDue } from './change-ask.ts'
import type { Term } from './clock.ts'
import { openAsk } from './open-ask.ts'
import { planAgain, planAsk, planResume } from './plan-ask.ts'
import type { Answerers } from './plan-ask.ts'
import { clockTime } from './reader.ts'
import { TABLE_DAYS, momentAt, randomStory } from './twin-story.test-kit.ts'
import type { Given, Life, Story } from './twin-story.test-kit.ts'

/*
 * A twin of the ask clock that walks minute by minute. It ticks each minute in which a person's time counts, reading the
 * platform's own clocks (Intl), and then takes an ask through questions, changed hours, moves to another zone, absences
 * that begin meanwhile, and covers, by counting ticks. The shown due times and who answers must be the same throughout.
 * Edges of working time keep away from the hours in which clocks change; what happens there has its own twin in
 * `domain/time`.
 */
const CASES = 10_000
/** Some stories leave the table before they end; they count for nothing. */
const MOST_STORIES = 60_000
const TABLE_MINUTES = TABLE_DAYS * DAY
const READ_FIRST = 60
const clockTable = clockTables(TABLE_DAYS)
const SLOW_MS = 300_000

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
  expect(Object.entries(met).filter(([, count]) => count <= CASES / 20)).toEqual([])
  figure({ gate: 'G8', what: 'random asks whose clock and its naive twin show the same due times, with pauses, covers and moves of zone', value: met.compared, wanted: '≥ 10,000', met: met.compared >= CASES })
})

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
    const { faces } = clockTable(firstDay, period.zone)
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
