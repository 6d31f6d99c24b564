import type { Role } from '#domain/policy.ts'
import type { Interval, Weekday } from '#domain/time/types.ts'

/** The people of the demo: six, in three zones, whose shifts meet at the edges. */
export type DemoName = 'kenji' | 'mei' | 'ana' | 'ben' | 'tom' | 'priya'
export type DemoPerson = { key: DemoName; name: string; email: string; role: Role; zone: string; weeks: Interval[][]; spaces: DemoSpaceName[] }

const WEEKDAYS: Weekday[] = [1, 2, 3, 4, 5]
const daily = (...hours: [string, string][]): Interval[] => WEEKDAYS.flatMap((day) => hours.map(([start, end]) => ({ day, start, end })))

export type DemoSpaceName = 'Billing' | 'Search' | 'Platform' | 'Announcements' | 'Incidents'
export type DemoSpace = { name: DemoSpaceName; purpose: string; visibility: 'open' | 'private'; noise: 'announcements' | 'work' | 'social' }

export const SPACES: readonly DemoSpace[] = [
  { name: 'Billing', purpose: 'Invoices, payments, and the migration to the new ledger.', visibility: 'open', noise: 'work' },
  { name: 'Search', purpose: 'What customers type, and what they find.', visibility: 'open', noise: 'work' },
  { name: 'Platform', purpose: 'Deploys, databases and what everything else stands on.', visibility: 'open', noise: 'work' },
  { name: 'Announcements', purpose: 'What everybody should know. Few words, rarely.', visibility: 'open', noise: 'announcements' },
  { name: 'Incidents', purpose: 'Customer data may stand here; those on call only.', visibility: 'private', noise: 'work' },
]

/** The first one is who a newcomer looks around as. */
export const TEAM: readonly DemoPerson[] = [
  { key: 'kenji', name: 'Kenji Mori', email: 'kenji@demo.example', role: 'member', zone: 'Asia/Tokyo', weeks: [daily(['09:00', '12:30'], ['13:30', '18:00'])], spaces: ['Billing', 'Platform', 'Announcements', 'Incidents'] },
  { key: 'mei', name: 'Mei Tanaka', email: 'mei@demo.example', role: 'owner', zone: 'Asia/Tokyo', weeks: [daily(['10:00', '14:00'], ['15:00', '19:00'])], spaces: ['Billing', 'Search', 'Platform', 'Announcements', 'Incidents'] },
  { key: 'ana', name: 'Ana Duarte', email: 'ana@demo.example', role: 'admin', zone: 'Europe/Lisbon', weeks: [daily(['09:00', '13:00'], ['14:00', '18:30'])], spaces: ['Billing', 'Search', 'Announcements'] },
  { key: 'ben', name: 'Ben Okafor', email: 'ben@demo.example', role: 'member', zone: 'Europe/Lisbon', weeks: [daily(['08:00', '12:00'], ['13:00', '17:00'])], spaces: ['Platform', 'Billing', 'Announcements', 'Incidents'] },
  { key: 'tom', name: 'Tom Reyes', email: 'tom@demo.example', role: 'member', zone: 'America/Los_Angeles', weeks: [daily(['09:00', '17:30'])], spaces: ['Platform', 'Search', 'Announcements', 'Incidents'] },
  { key: 'priya', name: 'Priya Raman', email: 'priya@demo.example', role: 'member', zone: 'America/Los_Angeles', weeks: [daily(['10:00', '18:00']), [...daily(['10:00', '18:00']).filter((interval) => interval.day < 5), { day: 6, start: '10:00', end: '16:00' }]], spaces: ['Search', 'Billing', 'Announcements'] },
]
