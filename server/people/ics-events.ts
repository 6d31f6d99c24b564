import { said } from '#domain/words/said.ts'
import ICAL from 'ical.js'
import { unreadable } from './days-off.ts'
import type { DayOff, Years } from './days-off.ts'

/** Steps that all repeating events of one file may take together: real holiday calendars take some hundreds, and these take well under a second. */
const STEPS_MAX = 4000
/** How often 29 February comes. Unit: years. */
const LEAP_YEARS = 4
/** Longest event taken for days off; longer ones are mistakes. Unit: days. */
const EVENT_DAYS_MAX = 100
/** Longest name kept. Unit: characters. */
const NAME_MAX = 120

type AllDay = { event: ICAL.Component; name: string; start: Temporal.PlainDate; length: number }

/** The days off that events of one calendar mean; what means none is added to `left` with its reason. */
export function eventDays(events: readonly ICAL.Component[], years: Years, left: string[]): DayOff[] {
  const steps = { taken: 0 }
  const replaced = replacedDays(events)
  return events.flatMap((event) => {
    const name = nameOf(event)
    const why = whyLeft(event)
    if (why !== null) { left.push(`“${name}” ${why}`); return [] }
    const allDay = { event, name, start: startOf(event, name), length: 1 }
    const whole = { ...allDay, length: lengthOf(allDay) }
    const starts = event.hasProperty('rrule') ? repeats(whole, years, steps) : [whole.start]
    const instead = event.hasProperty('recurrence-id') ? new Set<string>() : replaced.get(uidOf(event)) ?? new Set<string>()
    return [...starts, ...extraDays(event)].filter((start) => !instead.has(start.toString())).flatMap((start) => daysFrom(start, whole, years))
  })
}

function daysFrom(start: Temporal.PlainDate, { name, length }: AllDay, years: Years): DayOff[] {
  const days = Array.from({ length }, (_none, offset) => start.add({ days: offset }))
  return days.filter((day) => day.year >= years.from && day.year <= years.to).map((day) => ({ date: day.toString(), name }))
}

function nameOf(event: ICAL.Component): string {
  const summary = event.getFirstPropertyValue('summary')
  const name = typeof summary === 'string' ? summary.replace(/\s+/g, ' ').trim() : ''
  return name === '' ? 'Day off' : name.slice(0, NAME_MAX).toWellFormed()
}

const uidOf = (event: ICAL.Component): string => String(event.getFirstPropertyValue('uid') ?? '')

/** Why an event is no day off; null when it is one. */
function whyLeft(event: ICAL.Component): string | null {
  if (String(event.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED') return 'was cancelled.'
  if (event.getFirstProperty('dtstart')?.type === 'date-time') return 'has a time of day, so it is no whole day off.'
  const rule: unknown = event.getFirstPropertyValue('rrule')
  if (rule instanceof ICAL.Recur && rule.freq !== 'YEARLY') return `repeats ${rule.freq.toLowerCase()}; only yearly repeats are read.`
  return null
}

function startOf(event: ICAL.Component, name: string): Temporal.PlainDate {
  const property = event.getFirstProperty('dtstart')
  if (!property) throw unreadable(said`The event “${name}” has no start.`, said`Export the calendar again, or take the event out.`)
  return dateOf(property, name)
}

/** Reads the text of the file itself: the parser would turn 31 February into 3 March in silence. */
function dateOf(property: ICAL.Property, name: string): Temporal.PlainDate {
  const text = String((property.toJSON() as unknown[])[3] ?? '')
  try {
    return Temporal.PlainDate.from(text.slice(0, 'YYYY-MM-DD'.length), { overflow: 'reject' })
  } catch {
    throw unreadable(said`The event “${name}” has the date ${text}, which does not exist.`, said`Correct the date in the calendar and export it again.`)
  }
}

/** The end of a whole-day event is the day after its last. */
function lengthOf({ event, name, start }: AllDay): number {
  const end = event.getFirstProperty('dtend')
  const duration: unknown = event.getFirstPropertyValue('duration')
  const length = end ? start.until(dateOf(end, name)).days : duration instanceof ICAL.Duration ? Math.round(duration.toSeconds() / 86_400) : 1
  if (length < 0) throw unreadable(said`The event “${name}” ends before it begins.`, said`Correct it in the calendar and export it again.`)
  if (length > EVENT_DAYS_MAX) throw unreadable(said`The event “${name}” lasts ${String(length)} days.`, said`Days off of more than ${EVENT_DAYS_MAX} days are noted as an absence.`)
  return Math.max(1, length)
}

/** Where a yearly event falls in these years, without its exceptions. */
function repeats({ event, name, start }: AllDay, years: Years, steps: { taken: number }): Temporal.PlainDate[] {
  const rule = event.getFirstPropertyValue('rrule') as unknown as ICAL.Recur
  const months = new Set(monthsOf(rule, start))
  const except = new Set(datesOf(event, 'exdate'))
  const iterator = rule.iterator(ICAL.Time.fromDateString(nearStart(rule, start, years).toString()))
  const dates: Temporal.PlainDate[] = []
  for (let next = iterator.next(); next && next.year <= years.to; next = iterator.next()) {
    steps.taken += 1
    if (steps.taken > STEPS_MAX) throw unreadable(said`The event “${name}” repeats too often.`, said`Choose a calendar of public holidays.`)
    const text = next.toString().slice(0, 'YYYY-MM-DD'.length)
    if (next.year >= years.from - 1 && (months.size === 0 || months.has(next.month)) && !except.has(text)) dates.push(Temporal.PlainDate.from(text))
  }
  return dates
}

/** A rule for every year says the same from any of its years on, so the centuries before the window need no steps. A leap year keeps 29 February. */
function nearStart(rule: ICAL.Recur, start: Temporal.PlainDate, years: Years): Temporal.PlainDate {
  const year = years.from - 1 - ((years.from - 1) % LEAP_YEARS)
  return rule.count === null && rule.interval === 1 && start.year < year ? start.with({ year }) : start
}

/** 29 February is skipped in other years (RFC 5545, 3.3.10), which the library moves to March; months tell the two apart. */
function monthsOf(rule: ICAL.Recur, start: Temporal.PlainDate): number[] {
  const parts = rule.parts as Record<string, unknown>
  if (Array.isArray(parts['BYMONTH'])) return parts['BYMONTH'].map(Number)
  return 'BYYEARDAY' in parts || 'BYWEEKNO' in parts || 'BYDAY' in parts ? [] : [start.month]
}

const extraDays = (event: ICAL.Component): Temporal.PlainDate[] => datesOf(event, 'rdate').map((date) => Temporal.PlainDate.from(date))

function datesOf(event: ICAL.Component, property: 'exdate' | 'rdate'): string[] {
  return event.getAllProperties(property).flatMap((one) => one.getValues()).flatMap((value: unknown) => value instanceof ICAL.Time ? value.toString().slice(0, 'YYYY-MM-DD'.length) : [])
}

/** Days of a repeating event that another event of the file stands for, by uid. */
function replacedDays(events: readonly ICAL.Component[]): Map<string, Set<string>> {
  const replaced = new Map<string, Set<string>>()
  for (const event of events) {
    const day: unknown = event.getFirstPropertyValue('recurrence-id')
    if (day instanceof ICAL.Time) replaced.set(uidOf(event), (replaced.get(uidOf(event)) ?? new Set()).add(day.toString().slice(0, 'YYYY-MM-DD'.length)))
  }
  return replaced
}
