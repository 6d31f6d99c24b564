import type { Interval, WorkCalendar, Weekday } from '#domain/time/types.ts'

const WEEKDAYS: Weekday[] = [1, 2, 3, 4, 5]

/** A calendar with these times from Monday to Friday. */
export const worksAt = (zone: string, ...hours: [string, string][]): WorkCalendar => ({
  periods: [{ from: null, zone, anchor: '2026-01-05', weeks: [WEEKDAYS.flatMap((day) => hours.map(([start, end]): Interval => ({ day, start, end })))] }],
  holidays: new Set(), absences: [], given: new Set(), taken: [],
})

export const tokyo = { id: 'k', name: 'Kenji Mori', calendar: worksAt('Asia/Tokyo', ['09:00', '18:30']) }
export const manila = { id: 'm', name: 'Mei Tanaka', calendar: worksAt('Asia/Manila', ['09:00', '18:00']) }
export const lisbon = { id: 'a', name: 'Ana Duarte', calendar: worksAt('Europe/Lisbon', ['09:00', '18:30']) }
export const berlin = { id: 'b', name: 'Ben Okafor', calendar: worksAt('Europe/Berlin', ['09:00', '17:00']) }
export const angeles = { id: 't', name: 'Tom Reyes', calendar: worksAt('America/Los_Angeles', ['10:00', '17:00']) }
