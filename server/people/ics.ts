import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import ICAL from 'ical.js'
import { unreadable } from './days-off.ts'
import type { DayOff, Years } from './days-off.ts'
import { eventDays } from './ics-events.ts'

export type HolidayFile = {
  name: string | null
  days: DayOff[]
  /** What in the file was no day off, by name, and why it was left out. */
  left: string[]
}

/** A file with more days off than this is no holiday calendar. */
const DAYS_MAX = 3000

/**
 * Reads the whole-day events of an ICS file as days off, within some years.
 * @throws {Refusal} `cannot_be_read` naming the line or event that is broken, or when nothing in it is a day off
 */
export function readHolidayFile(text: string, years: Years): HolidayFile {
  const body = text.replace(/^\uFEFF/, '').trim()
  if (!/^BEGIN:VCALENDAR\s/i.test(body)) throw unreadable(said`This is not an ICS calendar: it does not begin with BEGIN:VCALENDAR.`, said`Export the calendar as .ics and choose that file.`)
  const calendars = orUnreadable(body, () => parse(body))
  const left: string[] = []
  const days = new Map<string, DayOff>()
  for (const day of orUnreadable(body, () => calendars.flatMap((calendar) => eventDays(calendar.getAllSubcomponents('vevent'), years, left)))) days.set(`${day.date} ${day.name}`, day)
  if (days.size > DAYS_MAX) throw unreadable(said`This file holds more than ${String(DAYS_MAX)} days off.`, said`Choose a calendar of public holidays.`)
  if (days.size === 0) {
    throw unreadable(said`No event in this file is a whole day off between ${String(years.from)} and ${String(years.to)}.${left.length > 0 ? ` ${left[0]}` : ''}`, said`Choose a calendar of public holidays, with whole-day events.`)
  }
  const title = calendars[0]?.getFirstPropertyValue('x-wr-calname')
  return { name: typeof title === 'string' && title.trim() !== '' ? title.trim() : null, days: [...days.values()].toSorted((a, b) => a.date < b.date ? -1 : 1), left }
}

function parse(body: string): ICAL.Component[] {
  const parsed = ICAL.parse(body) as unknown[]
  const calendars = (Array.isArray(parsed[0]) ? parsed : [parsed]) as ConstructorParameters<typeof ICAL.Component>[0][]
  return calendars.map((calendar) => new ICAL.Component(calendar))
}

/** The library also stumbles over values later, when they are asked for. */
function orUnreadable<T>(body: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw unreadable(whereIn(body, error), said`Export the calendar again; a file that was cut short or edited by hand breaks like this.`)
  }
}

/** How much of a broken line is shown. Unit: characters. */
const SHOWN = 60

/** Names the line that the parser stumbled over; where it names none, the file was cut short. */
function whereIn(body: string, error: unknown): Said {
  const message = error instanceof Error ? error.message : ''
  const quoted = [...message.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '').filter((part) => part.length > 2)
  const lines = body.split(/\r?\n/)
  const number = lines.findIndex((line) => quoted.some((part) => line.includes(part)))
  return number < 0 ? said`The end of this file, after line ${String(lines.length)}, cannot be read.` : said`Line ${String(number + 1)} (“${lines[number]?.slice(0, SHOWN) ?? ''}”) cannot be read.`
}
