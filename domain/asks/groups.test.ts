import { describe, expect, test } from 'vitest'
import type { Weekday, WorkCalendar } from '../time/types.ts'
import type { AskState } from './ask-table.ts'
import { daysFrom, groupAsks, snoozeUntil, whoOwes, whoWaits } from './groups.ts'
import type { Listed } from './groups.ts'
import { NEVER, away, instant, tuesday, works } from './asks.test-kit.ts'

/** Mei works 01:00 to 09:00 UTC, Monday to Friday. */
const MEI = works('Asia/Manila')
/** Mondays to Thursdays from 22:00 to 06:00 in London, which is UTC in March. */
const NIGHTS: WorkCalendar = { ...works('Europe/London'), periods: [{ from: null, zone: 'Europe/London', anchor: '2026-01-05', weeks: [([1, 2, 3, 4] as Weekday[]).map((day) => ({ day, start: '22:00', end: '06:00' }))] }] }

const item = (due: string, more: Partial<Listed> = {}): Listed => ({
  id: due, askerId: 'ana', answererId: 'mei', state: 'open', urgent: false, askedAt: tuesday('00:00'),
  clock: { term: { kind: 'working_minutes', minutes: 240 }, usedMinutes: 0, runningSince: tuesday('00:00'), stopped: null, dueAt: instant(due) }, ...more,
})
const groupOf = (ask: Listed, calendar: WorkCalendar, now: string) => Object.entries(groupAsks([ask], calendar, instant(now))).find(([, items]) => items.length > 0)?.[0]

describe('where an ask stands in the list', () => {
  test.each<[string, WorkCalendar, string, string, Partial<Listed>, string]>([
    ['an hour left while she works', MEI, '2026-03-24T04:00Z', '2026-03-24T05:00Z', {}, 'now'], ['more than an hour left', MEI, '2026-03-24T04:00Z', '2026-03-24T05:01Z', {}, 'today'],
    ['an hour left, but she is off: nothing is to do now', MEI, '2026-03-24T15:00Z', '2026-03-25T02:00Z', {}, 'tomorrow'], ['before her shift on the same date', MEI, '2026-03-23T20:00Z', '2026-03-24T05:00Z', {}, 'today'],
    ['by the end of the shift', MEI, '2026-03-24T02:00Z', '2026-03-24T09:00Z', {}, 'today'], ['a chosen time in the evening', MEI, '2026-03-24T02:00Z', '2026-03-24T15:00Z', {}, 'today'],
    ['the next day', MEI, '2026-03-24T02:00Z', '2026-03-25T09:00Z', {}, 'tomorrow'], ['the day after', MEI, '2026-03-24T02:00Z', '2026-03-26T02:00Z', {}, 'later'],
    ['on Friday, Monday is tomorrow', MEI, '2026-03-27T02:00Z', '2026-03-30T09:00Z', {}, 'tomorrow'], ['and so is Sunday, which is before it', MEI, '2026-03-27T02:00Z', '2026-03-29T09:00Z', {}, 'tomorrow'],
    ['a day off: the day after it is tomorrow', works('Asia/Manila', [away('2026-03-24T16:00Z', '2026-03-25T16:00Z', null)]), '2026-03-24T02:00Z', '2026-03-26T09:00Z', {}, 'tomorrow'],
    ['at night, the shift that is on is today', NIGHTS, '2026-03-25T02:00Z', '2026-03-25T06:00Z', {}, 'today'], ['and the one of the next evening is tomorrow', NIGHTS, '2026-03-25T02:00Z', '2026-03-26T05:00Z', {}, 'tomorrow'],
    ['after the night, this evening’s is today', NIGHTS, '2026-03-25T08:00Z', '2026-03-26T05:00Z', {}, 'today'], ['overdue', MEI, '2026-03-24T15:00Z', '2026-03-24T05:00Z', { state: 'overdue' }, 'now'],
    ['its time has come, whatever its state', MEI, '2026-03-24T15:00Z', '2026-03-24T15:00Z', {}, 'now'], ['urgent', MEI, '2026-03-24T02:00Z', '2026-03-26T02:00Z', { urgent: true }, 'now'],
    ['a question that is back', MEI, '2026-03-24T02:00Z', '2026-03-30T02:00Z', { state: 'question_back' }, 'today'], ['somebody who never works sees what is due today', NEVER, '2026-03-24T02:00Z', '2026-03-24T20:00Z', {}, 'today'],
    ['and the rest later', NEVER, '2026-03-24T02:00Z', '2026-03-26T20:00Z', {}, 'later'],
  ])('%s', (_why, calendar, now, due, more, group) => {
    expect(groupOf(item(due, more), calendar, now)).toBe(group)
  })

  test('what is overdue comes first, then what is urgent, then by due time, age and id', () => {
    const due = '2026-03-24T08:00Z'
    const items = [item(due, { id: 'b' }), item(due, { id: 'a' }), item(due, { id: 'older', askedAt: tuesday('00:00').subtract({ hours: 9 }) }), item('2026-03-24T07:00Z', { id: 'sooner' })]
    expect(groupAsks(items, MEI, tuesday('02:00')).today.map(({ id }) => id)).toEqual(['sooner', 'older', 'a', 'b'])
    const pressing = [item(due, { id: 'urgent', urgent: true }), item('2026-03-24T01:30Z', { id: 'late', state: 'overdue' }), item('2026-03-24T01:00Z', { id: 'later', state: 'escalated' })]
    expect(groupAsks(pressing, MEI, tuesday('02:00')).now.map(({ id }) => id)).toEqual(['later', 'late', 'urgent'])
  })

  test('the days end with their shifts, and at midnight at the earliest', () => {
    expect(daysFrom(tuesday('02:00'), MEI)).toEqual({ today: tuesday('16:00'), tomorrow: instant('2026-03-25T16:00Z'), working: true })
    expect(daysFrom(instant('2026-03-25T02:00Z'), NIGHTS)).toEqual({ today: instant('2026-03-25T06:00Z'), tomorrow: instant('2026-03-26T06:00Z'), working: true })
  })
})

describe('who owes and who waits', () => {
  test.each<[AskState, string | null, string | null]>([
    ['open', 'mei', 'ana'], ['seen', 'mei', 'ana'], ['clarified', 'mei', 'ana'], ['overdue', 'mei', 'ana'], ['escalated', 'mei', 'ana'], ['question_back', 'ana', 'mei'],
    ['answered', null, null], ['declined', null, null], ['lapsed', null, null], ['withdrawn', null, null],
  ])('%s: %s owes, %s waits', (state, owes, waits) => {
    expect([whoOwes(item('2026-03-24T05:00Z', { state })), whoWaits(item('2026-03-24T05:00Z', { state }))]).toEqual([owes, waits])
  })
})

describe('snoozing', () => {
  test.each([
    ['an hour while she works', { kind: 'hour' }, '2026-03-24T02:00Z', null, '2026-03-24T03:00:00Z'], ['an hour at the end of the day', { kind: 'hour' }, '2026-03-24T08:30Z', null, '2026-03-25T01:30:00Z'],
    ['until tomorrow', { kind: 'tomorrow' }, '2026-03-24T02:00Z', null, '2026-03-25T01:00:00Z'], ['on Friday until Monday', { kind: 'tomorrow' }, '2026-03-27T02:00Z', null, '2026-03-30T01:00:00Z'],
    ['at night, before the shift of the new date', { kind: 'tomorrow' }, '2026-03-23T20:00Z', null, '2026-03-25T01:00:00Z'], ['until a moment', { kind: 'at', at: tuesday('04:00') }, '2026-03-24T02:00Z', null, '2026-03-24T04:00:00Z'],
    ['never past its due time', { kind: 'tomorrow' }, '2026-03-24T02:00Z', '2026-03-24T05:00Z', '2026-03-24T05:00:00Z'],
  ] as const)('%s', (_why, choice, now, due, until) => {
    expect(snoozeUntil(choice, MEI, due === null ? null : instant(due), instant(now)).toString()).toBe(until)
  })

  test.each([
    ['what is due', { kind: 'hour' }, MEI, '2026-03-24T02:00Z', 'bad_input'], ['a moment that has passed', { kind: 'at', at: tuesday('01:00') }, MEI, '2026-03-25T02:00Z', 'bad_input'],
    ['until tomorrow, for somebody who never works', { kind: 'tomorrow' }, NEVER, '2026-03-25T02:00Z', 'no_working_time'],
  ] as const)('%s is refused', (_why, choice, calendar, due, code) => {
    expect(() => snoozeUntil(choice, calendar, instant(due), tuesday('02:00'))).toThrow(expect.objectContaining({ code }) as Error)
  })
})
