import type { Absence, Instant, Span, Weekday, WorkCalendar } from '../time/types.ts'
import type { Ask } from './ask.ts'
import type { Term } from './clock.ts'
import { openAsk } from './open-ask.ts'
import type { NewAsk } from './open-ask.ts'
import { planAsk } from './plan-ask.ts'
import type { Answerers, Terms } from './plan-ask.ts'
import type { Reader } from './reader.ts'

/*
 * The demo team for tests of this folder: Ana in Lisbon asks, Mei in Manila answers, Ben in Berlin covers, Nora in New
 * York is somebody else. All work Monday to Friday 09–17. Most tests begin on Tuesday 2026-03-24, before Europe's clocks
 * change and after America's.
 */
export const instant = (text: string): Instant => Temporal.Instant.from(text)
/** On Tuesday 2026-03-24 UTC: 09:00 in Manila is 01:00, in Lisbon 09:00, in Berlin 08:00, in New York 13:00. */
export const tuesday = (time: string): Instant => instant(`2026-03-24T${time}Z`)

export const away = (start: string, end: string, coverId: string | null): Absence => ({ start: instant(start), end: instant(end), coverId })
export const span = (start: string, end: string): Span => ({ start: instant(start), end: instant(end) })

export function works(zone: string, absences: readonly Absence[] = [], start = '09:00', end = '17:00'): WorkCalendar {
  const week = ([1, 2, 3, 4, 5] as Weekday[]).map((day) => ({ day, start, end }))
  return { periods: [{ from: null, zone, anchor: '2026-01-05', weeks: [week] }], holidays: new Set(), absences, given: new Set(), taken: [] }
}

/** Somebody who never works. */
export const NEVER: WorkCalendar = { periods: [], holidays: new Set(), absences: [], given: new Set(), taken: [] }

const ZONES = { ana: 'Europe/Lisbon', mei: 'Asia/Manila', ben: 'Europe/Berlin', nora: 'America/New_York' } as const
export const CAST = new Map(Object.entries(ZONES).map(([id, zone]) => [id, { name: `${id.charAt(0).toUpperCase()}${id.slice(1)}`, zone }]))

/** The team, with whatever differs in one test. */
export function team(readers: Partial<Record<keyof typeof ZONES, Partial<Reader>>> = {}, more: Partial<Answerers> = {}): Answerers {
  const all = Object.entries(ZONES).map(([id, zone]): [string, Reader] => [id, { id, calendar: works(zone), focus: [], ...readers[id as keyof typeof ZONES] }])
  return { askerId: 'ana', readers: new Map(all), mayAnswer: new Set(all.map(([id]) => id)), stopsInFocus: true, ...more }
}

export const FOUR_HOURS: Term = { kind: 'working_minutes', minutes: 240 }
export const terms = (more: Partial<Terms> = {}): Terms => ({ term: FOUR_HOURS, urgent: false, silent: false, ...more })

export const wanted = (more: Partial<NewAsk> = {}): NewAsk => ({
  askerId: 'ana', kind: 'answer', answererId: 'mei', otherIds: [], urgency: 'important', reason: '', scope: 'brief', criteria: '', blockedPath: '',
  silentDefault: null, chosenDue: null, ...more,
})

/** An ask of Ana to Mei, in the state in which it begins. */
export function asked(from: Instant, more: Partial<NewAsk> = {}, given: Partial<Terms> = {}, who: Answerers = team()): Ask {
  const all = terms({ silent: more.silentDefault !== undefined && more.silentDefault !== null || more.kind === 'fyi', ...given })
  return openAsk('ask', wanted(more), all, planAsk('mei', all, from, who), from).ask
}
