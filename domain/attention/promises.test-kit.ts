import { absenceAt } from '../time/cover.ts'
import { nextDate } from '../time/dates.ts'
import { dateAfter, diceFrom } from '../time/dice.test-kit.ts'
import { instantOf, localDate } from '../time/local.ts'
import { isWorking } from '../time/next-working-moment.ts'
import { periodOn, zoneAt } from '../time/periods.ts'
import { cutSpans, isBefore } from '../time/spans.ts'
import type { Instant, Shift, Span } from '../time/types.ts'
import { shiftsBetween, workingSpans } from '../time/working-spans.ts'
import { focusAt, focusSpans } from './focus.ts'
import { LIFE_MINUTES, momentOf } from './random-life.test-kit.ts'
import type { Event, Life } from './random-life.test-kit.ts'
import { inOutage, live } from './simulate.test-kit.ts'
import type { Ended } from './simulate.test-kit.ts'
import type { Plan, Reader } from './types.ts'

/** How far past a life its shifts are looked at. Unit: days. */
const BEYOND_DAYS = 60
/** Urgent leaves within this (G4 d). Unit: ms. */
const URGENT_MS = 60_000
/** A digest comes with one of the next shifts at most, or in one of the next weeks. */
const DIGEST_SHIFTS = 3
const DIGEST_WEEKS = 3
const MINUTE_MS = 60_000

/**
 * Lives a life and returns every broken promise of RELIABILITY G4 as a sentence: (a) nothing that can wait arrives in a
 * focus, outside working time or in an absence; (b) each item ends once, with a reason; (c) nothing waits past its
 * longest wait; (d) urgent leaves within a minute; (f) rights hold when it leaves.
 */
export function brokenPromises(life: Life): string[] {
  const broken: string[] = []
  const ended = new Set<string>()
  const allowed = remembered((reader: Reader) => remembered((ms: number) => isAllowed(Temporal.Instant.fromEpochMilliseconds(ms), reader)))
  const withoutWork = remembered((reader: Reader) => remembered((ms: number) => mayComeWithoutWork(Temporal.Instant.fromEpochMilliseconds(ms), reader)))
  const layout = remembered((reader: Reader) => layOut(life, reader))
  live(life, {
    planned: (event, plan, reader) => {
      const late = waitsTooLong(event, plan, layout(reader))
      if (late !== null) broken.push(`${event.item.id} ${late}`)
    },
    ended: (end) => {
      ended.add(end.itemId)
      const wrong = wrongWith(end, life, (at, reader, flagged) => (flagged ? withoutWork : allowed)(reader)(at.epochMilliseconds))
      if (wrong !== null) broken.push(`${end.itemId} ${wrong}`)
    },
  })
  if (ended.size !== life.events.length) broken.push(`${life.events.length - ended.size} never ended`)
  return broken
}

/** (e): the outcome of each item, to compare lives in which only order and batches differ. What was not sent has no moment. */
export function outcomes(life: Life, whimSeed: number | null): string[] {
  const list: string[] = []
  const dice = diceFrom(whimSeed ?? 0)
  const idleCalls = dice.times(30, () => dice.upTo(LIFE_MINUTES)).filter((minute) => !inOutage(life, momentOf(life, minute)))
  const ended = ({ itemId, outcome, at, plan }: Ended) => {
    const sent = outcome === 'delivered' || outcome === 'digested'
    list.push(sent ? `${itemId} ${outcome} ${at} ${plan.reason.code}` : `${itemId} not sent`)
  }
  live(life, { ended }, whimSeed === null ? undefined : { dice, idleCalls })
  return list.sort()
}

function wrongWith(end: Ended, life: Life, allowed: (at: Instant, reader: Reader, flagged: boolean) => boolean): string | null {
  const { outcome, at, plan, event, reader } = end
  const minute = (at.epochMilliseconds - momentOf(life, 0).epochMilliseconds) / MINUTE_MS
  const passed = (moment: number | null) => moment !== null && moment <= minute
  if (end.reason.code === undefined) return 'ended without a reason'
  if (outcome === 'read') return passed(event.readAt) ? null : 'was not read'
  const mayNot = !event.item.maySee || passed(event.lostAt) || passed(event.deletedAt) || !reader.active
  if (outcome === 'withdrawn') return mayNot || (event.item.standing === 'muted' && !event.item.urgent) ? null : 'was withdrawn without a cause'
  if (mayNot) return `left at ${at} although it may not be seen`
  if (passed(event.readAt)) return `left at ${at} although it was read`
  if (isBefore(at, event.item.at)) return `left at ${at}, before it may`
  if (event.item.urgent) return inOutage(life, event.item.at) || at.epochMilliseconds - event.item.at.epochMilliseconds <= URGENT_MS ? null : `was urgent and left at ${at}`
  return allowed(at, reader, plan.flagged) ? null : `left at ${at}, which is not allowed`
}

/** The digest of somebody who never works keeps out of their absences, and of each focus that has an end. */
function mayComeWithoutWork(at: Instant, reader: Reader): boolean {
  if (absenceAt(at, reader.calendar) !== null) return false
  return !isInFocus(at, reader) || isBefore(at.add({ hours: 24 * 365 }), focusAt(reader.focus, reader.calendar, at)?.end ?? at)
}

function isAllowed(at: Instant, reader: Reader): boolean {
  return isWorking(at, reader.calendar) && absenceAt(at, reader.calendar) === null && !isInFocus(at, reader)
}

/** Asked block by block, and not of the planner. */
function isInFocus(at: Instant, { calendar, focus }: Reader): boolean {
  return focus.some((block) => {
    if (block.kind === 'ad_hoc') return !isBefore(at, block.start) && isBefore(at, block.end)
    const today = localDate(at, zoneAt(calendar, at))
    return [dateAfter(today, -2), dateAfter(today, -1), today, nextDate(today)].some((date) => {
      const zone = (periodOn(calendar.periods, date) ?? calendar.periods[0])?.zone ?? 'UTC'
      if (localDate(instantOf(date, '12:00', zone), zone) !== date) return false
      const weekday = new Date(date).getUTCDay() || 7
      const on = block.days.some((day) => day === weekday) && block.from <= date && date <= (block.until ?? date)
      const end = instantOf(block.end <= block.start ? nextDate(date) : date, block.end, zone)
      return on && !isBefore(at, instantOf(date, block.start, zone)) && isBefore(at, end)
    })
  })
}

type Layout = { readonly shifts: readonly Shift[]; readonly open: readonly Span[]; readonly reader: Reader }

function layOut(life: Life, reader: Reader): Layout {
  const [from, until] = [momentOf(life, -LIFE_MINUTES), momentOf(life, LIFE_MINUTES).add({ hours: 24 * BEYOND_DAYS })]
  const blocks = reader.focus.flatMap((block) => focusSpans([block], reader.calendar, from, until))
  return { shifts: shiftsBetween(reader.calendar, from, until), open: cutSpans(workingSpans(reader.calendar, from, until), blocks), reader }
}

function waitsTooLong({ item }: Event, plan: Plan, { shifts, open, reader }: Layout): string | null {
  if (plan.at === null || plan.when === 'now') return null
  const ready = item.mutedUntil !== null && isBefore(item.at, item.mutedUntil) ? item.mutedUntil : item.at
  if (plan.flagged) return open.some((span) => isBefore(ready, span.end)) ? 'is flagged although there is time for it' : null
  const coming = shifts.filter(({ start }) => !isBefore(start, ready))
  const last = plan.when !== 'digest' ? coming[0] : reader.digest.every === 'day' ? coming[DIGEST_SHIFTS] : coming.find(({ start }) => isBefore(ready.add({ hours: 24 * 7 * DIGEST_WEEKS }), start))
  const bound = last === undefined ? undefined : open.find(({ end }) => isBefore(last.end, end))
  if (last === undefined || bound === undefined) return null
  const latest = isBefore(bound.start, last.end) ? last.end : bound.start
  return isBefore(latest, plan.at) ? `waits until ${plan.at}, longer than ${latest}` : null
}

function remembered<K, T>(make: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>()
  return (key) => {
    if (!known.has(key)) known.set(key, make(key))
    return known.get(key) as T
  }
}
