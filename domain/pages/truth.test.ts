import { describe, expect, test } from 'vitest'
import type { Interval, WorkCalendar } from '../time/types.ts'
import { nextReminder } from './reminders.ts'
import type { ReminderStage } from './reminders.ts'
import { expiresOn, isEditedSince, truthOf, truthSentence } from './truth.ts'
import type { Verification } from './truth.ts'

const at = (text: string) => Temporal.Instant.from(text)
const verified: Verification = { at: at('2026-03-03T09:00:00Z'), byName: 'Mei', zone: 'Asia/Tokyo', version: 4, against: 'release 4.2', expiresOn: '2026-06-01' }

describe('whether a page is true', () => {
  test.each<[string, Verification | null, number, string, string, string]>([
    ['nobody looked', null, 1, '2026-03-03T09:00:00Z', 'unverified', 'Nobody has verified this page yet.'],
    ['verified', verified, 4, '2026-03-04T09:00:00Z', 'verified', 'Verified by Mei on 3 March against release 4.2; look again by 1 June.'],
    ['edited since', verified, 5, '2026-03-04T09:00:00Z', 'verified', 'Verified by Mei on 3 March against release 4.2, and edited since; look again by 1 June.'],
    ['on its last day in Tokyo', verified, 4, '2026-06-01T14:59:00Z', 'verified', 'Verified by Mei on 3 March against release 4.2; look again by 1 June.'],
    ['and on the day after it', verified, 4, '2026-06-01T15:00:00Z', 'stale', 'Verified by Mei on 3 March against release 4.2; it was to be looked at again by 1 June.'],
    ['for good, a year ago', { ...verified, against: '', expiresOn: null }, 4, '2027-01-01T00:00:00Z', 'verified', 'Verified by Mei on 3 March 2026.'],
  ])('%s', (_why, said, version, now, truth, sentence) => {
    expect(truthOf(said, at(now))).toBe(truth)
    expect(truthSentence(said, version, at(now))).toBe(sentence)
    expect(isEditedSince(said, version)).toBe(sentence.includes('edited'))
  })

  test('its last day is one on the calendar of who verified it', () => {
    expect(expiresOn(at('2026-03-03T20:00:00Z'), 'Asia/Tokyo', 90)).toBe('2026-06-02')
    expect(expiresOn(at('2026-03-03T20:00:00Z'), 'Europe/Berlin', 90)).toBe('2026-06-01')
    expect(expiresOn(at('2026-03-03T20:00:00Z'), 'Europe/Berlin', null)).toBeNull()
  })
})

const nineToFive: Interval[] = ([1, 2, 3, 4, 5] as const).map((day) => ({ day, start: '09:00', end: '17:00' }))
const berlin: WorkCalendar = { periods: [{ from: null, zone: 'Europe/Berlin', anchor: '2026-01-05', weeks: [nineToFive] }], holidays: new Set(), given: new Set(), taken: [], absences: [] }
const away = (start: string, end: string): WorkCalendar => ({ ...berlin, absences: [{ start: at(start), end: at(end), coverId: null }] })

describe('when whoever minds a page is told', () => {
  test.each<[string, string, WorkCalendar, string, ReminderStage | null, ReminderStage | null, string | null]>([
    ['a week before, as their day begins', '2026-04-03', berlin, '2026-03-01T12:00:00Z', null, 'soon', '2026-03-27T08:00:00Z'],
    ['across a clock change', '2026-04-06', berlin, '2026-03-01T12:00:00Z', null, 'soon', '2026-03-30T07:00:00Z'],
    ['and on the day', '2026-04-03', berlin, '2026-03-27T08:00:00Z', 'soon', 'due', '2026-04-03T07:00:00Z'],
    ['on a day off, with the next', '2026-04-05', berlin, '2026-03-30T08:00:00Z', 'soon', 'due', '2026-04-06T07:00:00Z'],
    ['away then: once they are back', '2026-04-06', away('2026-03-28T00:00:00Z', '2026-04-01T22:00:00Z'), '2026-03-01T12:00:00Z', null, 'soon', '2026-04-02T07:00:00Z'],
    ['away for all of the week: on the first day back', '2026-04-06', away('2026-03-28T00:00:00Z', '2026-04-20T22:00:00Z'), '2026-03-01T12:00:00Z', null, 'due', '2026-04-21T07:00:00Z'],
    ['whoever minds it only now is told at once', '2026-04-06', berlin, '2026-03-31T10:00:00Z', null, 'soon', '2026-03-31T10:00:00Z'],
    ['or when they begin to work', '2026-04-06', berlin, '2026-04-08T20:00:00Z', null, 'due', '2026-04-09T07:00:00Z'],
    ['both were told', '2026-04-06', berlin, '2026-04-08T20:00:00Z', 'due', null, null],
    ['nobody works', '2026-04-06', { ...berlin, periods: [] }, '2026-03-01T12:00:00Z', null, null, null],
  ])('%s', (_why, day, calendar, now, told, stage, moment) => {
    const next = nextReminder(day, calendar, at(now), told)
    expect([next?.stage ?? null, next?.at.toString() ?? null]).toEqual([stage, moment])
  })
})
