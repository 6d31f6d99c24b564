import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import type { Interval, Span, WorkCalendar } from '../time/types.ts'
import { checkAbsence, checkCover } from './absences.ts'
import { overlapSentence } from './overlap-words.ts'
import { checkSwap, givenSpans } from './swaps.ts'

const instant = (text: string) => Temporal.Instant.from(text)
const span = (start: string, end: string): Span => ({ start: instant(start), end: instant(end) })
const codeOf = (work: () => unknown): string => { try { work(); return 'fine' } catch (error) { return error instanceof Refusal ? error.code : String(error) } }
const NOW = instant('2026-03-23T07:00:00Z')

describe('time away', () => {
  const known = [span('2026-04-01T00:00Z', '2026-04-05T00:00Z')]
  test.each([
    ['is noted', '2026-04-10T00:00Z', '2026-04-12T00:00Z', 'fine'],
    ['may touch another', '2026-04-05T00:00Z', '2026-04-06T00:00Z', 'fine'],
    ['may be noted afterwards', '2026-03-01T00:00Z', '2026-03-05T00:00Z', 'fine'],
    ['does not overlap another', '2026-04-04T23:59Z', '2026-04-06T00:00Z', 'conflict'],
    ['does not lie within another', '2026-04-02T00:00Z', '2026-04-03T00:00Z', 'conflict'],
    ['does not end before it begins', '2026-04-12T00:00Z', '2026-04-10T00:00Z', 'bad_input'],
    ['has a length', '2026-04-12T00:00Z', '2026-04-12T00:00Z', 'bad_input'],
    ['is not long past', '2024-04-12T00:00Z', '2024-04-13T00:00Z', 'bad_input'],
    ['is not for ever', '2026-04-12T00:00Z', '2036-04-13T00:00Z', 'bad_input'],
  ])('%s', (_why, start, end, expected) => {
    expect(codeOf(() => checkAbsence(span(start, end), known, NOW))).toBe(expected)
  })

  test.each([
    ['nobody', null, 'fine'], ['a colleague', { id: 'ben', name: 'Ben', active: true }, 'fine'],
    ['oneself', { id: 'ana', name: 'Ana', active: true }, 'bad_input'], ['somebody who has left', { id: 'ben', name: 'Ben', active: false }, 'bad_input'],
  ])('is covered by %s', (_who, cover, expected) => {
    expect(codeOf(() => checkCover('ana', cover))).toBe(expected)
  })
})

const week = (start: string, end: string): Interval[] => [1, 2, 3, 4, 5].map((day) => ({ day: day as 1, start, end }))
const calendar = (more: Partial<WorkCalendar> = {}): WorkCalendar => ({
  periods: [{ from: null, zone: 'Europe/Berlin', anchor: '2026-03-23', weeks: [week('09:00', '17:00')] }],
  holidays: new Set(), absences: [], given: new Set(), taken: [], ...more,
})

describe('a shift to give away', () => {
  test.each([
    ['tomorrow’s', {}, '2026-03-24', 'fine'],
    ['one on a day off', {}, '2026-03-28', 'no_working_time'],
    ['one that was given away', { given: new Set(['2026-03-24']) }, '2026-03-24', 'no_working_time'],
    ['one on a holiday', { holidays: new Set(['2026-03-24']) }, '2026-03-24', 'no_working_time'],
    ['one that was taken over from somebody', { taken: [span('2026-03-28T08:00Z', '2026-03-28T16:00Z')] }, '2026-03-28', 'no_working_time'],
    ['last week’s', {}, '2026-03-20', 'conflict'],
  ])('%s: %#', (_what, more, date, expected) => {
    expect(codeOf(() => givenSpans(calendar(more), date, NOW))).toBe(expected)
  })

  const offered = [span('2026-03-24T08:00Z', '2026-03-24T16:00Z')]
  test.each([
    ['as it was offered', {}, {}, 'fine'],
    ['after its hours changed', { periods: [{ from: null, zone: 'Europe/Berlin', anchor: '2026-03-23', weeks: [week('10:00', '17:00')] }] }, {}, 'conflict'],
    ['that the giver is away from by now', { absences: [{ ...span('2026-03-24T00:00Z', '2026-03-25T00:00Z'), coverId: null }] }, {}, 'conflict'],
    ['while the taker is away', {}, { absences: [{ ...span('2026-03-24T15:00Z', '2026-03-25T00:00Z'), coverId: null }] }, 'conflict'],
  ])('is accepted only %s: %#', (_why, giver, taker, expected) => {
    expect(codeOf(() => checkSwap({ giver: calendar(giver), taker: calendar(taker), date: '2026-03-24', offered, now: NOW }))).toBe(expected)
  })
})

describe('an overlap as a sentence', () => {
  const day = (date: string, from: string, until: string) => span(`${date}T${from}Z`, `${date}T${until}Z`)
  test.each([
    ['none', [], 'Ana and Ben never work at once in these seven days.'],
    ['the same time each day', [23, 24, 25, 26, 27].map((date) => day(`2026-03-${date}`, '14:00', '16:00')), 'Ana and Ben work at once Monday to Friday 15:00–17:00, your time: 10 h in these seven days.'],
    ['two days apart', [day('2026-03-23', '14:00', '15:00'), day('2026-03-26', '14:00', '15:00')], 'Ana and Ben work at once Monday and Thursday 15:00–16:00, your time: 2 h in these seven days.'],
    ['two times', [day('2026-03-23', '14:00', '15:00'), day('2026-03-24', '08:00', '08:30')], 'Ana and Ben work at once Monday 15:00–16:00 and Tuesday 09:00–09:30, your time: 1 h 30 min in these seven days.'],
    ['many times', ['08:00', '09:10', '10:20', '11:30'].map((from) => day('2026-03-24', from, `${from.slice(0, 2)}:45`)), 'Ana and Ben work at once at 4 times, your time: 2 h in these seven days.'],
  ])('%s', (_why, spans, sentence) => {
    expect(overlapSentence(['Ana', 'Ben'], spans, 'Europe/Berlin')).toBe(sentence)
  })
})
