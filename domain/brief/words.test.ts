import { describe, expect, test } from 'vitest'
import type { Interval, WorkCalendar } from '../time/types.ts'
import { countInWords } from './count-words.ts'
import { readingSeconds, wordsIn } from './reading.ts'
import { shiftFor, sinceFor } from './since.ts'
import type { Since } from './since.ts'
import { GERMAN } from '../words/german/german.ts'
import { headline, lede, minutesToRead, sectionTitle } from './words.ts'

const instant = (text: string) => Temporal.Instant.from(text)
const BERLIN = 'Europe/Berlin'
const week = (start = '09:00', end = '18:00'): Interval[] => ([1, 2, 3, 4, 5] as const).map((day) => ({ day, start, end }))
const calendar = (given: Partial<WorkCalendar> = {}, hours = week()): WorkCalendar => ({ periods: [{ from: null, zone: BERLIN, anchor: '2026-01-05', weeks: [hours] }], holidays: new Set(), absences: [], given: new Set(), taken: [], ...given })
const away = (start: string, end: string) => ({ absences: [{ start: instant(start), end: instant(end), coverId: null }] })

describe('the day in one sentence', () => {
  test.each([
    ['in the shift', '2026-03-24T10:00Z', calendar(), 'Tuesday. You work until 18:00.'],
    ['before it', '2026-03-24T06:00Z', calendar(), 'Tuesday. You work from 09:00 until 18:00.'],
    ['after it', '2026-03-24T18:00Z', calendar(), 'Tuesday. Your shift is over; next on Wednesday at 09:00.'],
    ['on a day off', '2026-03-28T10:00Z', calendar(), 'Saturday. You do not work today; next on Monday at 09:00.'],
    ['on a holiday', '2026-03-24T10:00Z', calendar({ holidays: new Set(['2026-03-24']) }), 'Tuesday. You do not work today; next on Wednesday at 09:00.'],
    ['away', '2026-03-24T10:00Z', calendar(away('2026-03-23T00:00Z', '2026-04-06T00:00Z')), 'Tuesday. You are away; next on 6 April at 09:00.'],
    ['across midnight', '2026-03-24T23:00Z', calendar({}, week('22:00', '06:00')), 'Wednesday. You work until 06:00.'],
    ['after a night', '2026-03-25T08:00Z', calendar({}, week('22:00', '06:00')), 'Wednesday. You work from 22:00 until 06:00.'],
    ['without hours', '2026-03-24T10:00Z', calendar({ periods: [] }), 'Tuesday. You have no working time in the coming year.'],
  ])('%s', (_why, now, when, sentence) => expect(headline(instant(now), when, { zone: BERLIN })).toBe(sentence))
})

describe('how long it takes and what is in it', () => {
  const since: Since = { since: instant('2026-03-23T17:04Z'), why: 'shift' }
  const facts = { readingSeconds: 95, waiting: 0, changed: 6, since, now: instant('2026-03-24T08:00Z'), zone: BERLIN }
  test.each([
    ['news alone', {}, 'Two minutes to read. Six things changed since you left on Monday at 18:04.'],
    ['one thing waits', { waiting: 1, changed: 1 }, 'Two minutes to read. One thing waits for you to act or answer. One thing changed since you left on Monday at 18:04.'],
    ['nothing changed', { waiting: 2, changed: 0, readingSeconds: 20 }, 'One minute to read. Two things wait for you to act or answer. Nothing changed since you left on Monday at 18:04.'],
    ['nothing at all', { changed: 0 }, 'Nothing waits for you to act or answer, and nothing changed since you left on Monday at 18:04.'],
    ['after an absence', { since: { since: instant('2026-03-06T17:00Z'), why: 'absence' as const }, changed: 41 }, 'Two minutes to read. Forty-one things changed while you were away, since 6 March at 18:00.'],
    ['asked from a moment on', { since: { ...since, why: 'asked' as const } }, 'Two minutes to read. Six things changed since Monday at 18:04.'],
    ['the first', { since: { ...since, why: 'first' as const } }, 'Two minutes to read. Six things changed in the last seven days.'],
  ])('%s', (_why, given, sentence) => expect(lede({ ...facts, ...given })).toBe(sentence))

  test.each([[0, 'One minute to read.'], [60, 'One minute to read.'], [61, 'Two minutes to read.']])('%d seconds', (seconds, words) => expect(minutesToRead(seconds)).toBe(words))
  test.each([[460, 120], [461, 121], [1, 1], [0, 0]])('%d words take %d seconds', (words, seconds) => expect(readingSeconds(words)).toBe(seconds))
  test('a budget in minutes is a budget in words', () => expect(wordsIn(2)).toBe(460))
  test.each([[0, 'no'], [12, 'twelve'], [20, 'twenty'], [99, 'ninety-nine'], [100, '100']])('%d in words', (count, words) => expect(countInWords(count)).toBe(words))

  test.each([
    ['yesterday', '2026-03-23T17:04Z', 'Changed since yesterday 18:04'], ['on Friday', '2026-03-20T17:04Z', 'Changed since Friday 18:04'],
    ['today', '2026-03-24T05:00Z', 'Changed since today 06:00'], ['long ago', '2026-03-06T17:00Z', 'Changed since 6 March 18:00'],
  ])('the title when I left %s', (_why, when, title) => expect(sectionTitle('changed', { since: instant(when), why: 'shift' }, facts.now, { zone: BERLIN })).toBe(title))
})

describe('for those who read German', () => {
  const words = { language: 'de' as const, texts: GERMAN }
  const span = { start: instant('2026-03-24T10:30Z'), end: instant('2026-03-24T11:00Z') }
  test.each([
    ['in the shift', '2026-03-24T10:00Z', calendar(), 'Dienstag. Du arbeitest bis 18:00; Fokus 11:30–12:00.'],
    ['on a day off', '2026-03-28T10:00Z', calendar(), 'Samstag. Du arbeitest heute nicht; wieder am Montag um 09:00.'],
    ['away', '2026-03-24T10:00Z', calendar(away('2026-03-23T00:00Z', '2026-04-06T00:00Z')), 'Dienstag. Du bist nicht da; wieder am 6. April um 09:00.'],
  ])('%s', (_why, now, when, sentence) => expect(headline(instant(now), when, { zone: BERLIN, focus: [span], words })).toBe(sentence))

  const facts = { readingSeconds: 95, waiting: 1, changed: 6, since: { since: instant('2026-03-23T17:04Z'), why: 'shift' as const }, now: instant('2026-03-24T08:00Z'), zone: BERLIN, words }
  test.each([
    ['what is new', {}, '2 Minuten zu lesen. Eine Sache wartet darauf, dass du etwas tust oder antwortest. 6 Dinge haben sich seit deinem Schichtende am Montag um 18:04 geändert.'],
    ['the first', { waiting: 0, changed: 0, since: { ...facts.since, why: 'first' as const } }, 'Nichts wartet darauf, dass du etwas tust oder antwortest, und nichts hat sich in den letzten sieben Tagen geändert.'],
    ['after an absence', { waiting: 3, changed: 1, since: { since: instant('2026-03-06T17:00Z'), why: 'absence' as const } }, '2 Minuten zu lesen. 3 Dinge warten darauf, dass du etwas tust oder antwortest. Eine Sache hat sich während deiner Abwesenheit seit 6. März um 18:00 geändert.'],
  ])('%s', (_why, given, sentence) => expect(lede({ ...facts, ...given })).toBe(sentence))

  test('the title of what changed', () => expect(sectionTitle('changed', facts.since, facts.now, { zone: BERLIN, words })).toBe('Geändert seit gestern 18:04'))
})

describe('from when on changes are told', () => {
  const joinedAt = instant('2025-01-01T00:00Z')
  const of = (now: string, when: WorkCalendar, given: { joinedAt?: string; asked?: string } = {}) => {
    const { since, why } = sinceFor({ now: instant(now), calendar: when, joinedAt: given.joinedAt ? instant(given.joinedAt) : joinedAt, asked: given.asked ? instant(given.asked) : null })
    return [since.toString(), why]
  }
  test.each([
    ['in the shift: the end of the one before', '2026-03-24T10:00Z', calendar(), {}, ['2026-03-23T17:00:00Z', 'shift']],
    ['before the shift: the same', '2026-03-24T05:00Z', calendar(), {}, ['2026-03-23T17:00:00Z', 'shift']],
    ['after it: its own end', '2026-03-24T19:00Z', calendar(), {}, ['2026-03-24T17:00:00Z', 'shift']],
    ['on Monday: Friday evening', '2026-03-23T10:00Z', calendar(), {}, ['2026-03-20T17:00:00Z', 'shift']],
    ['after two weeks away: the last evening before', '2026-03-23T10:00Z', calendar(away('2026-03-07T00:00Z', '2026-03-22T00:00Z')), {}, ['2026-03-06T17:00:00Z', 'absence']],
    ['away from noon: noon', '2026-03-25T08:00Z', calendar(away('2026-03-23T11:00Z', '2026-03-24T23:00Z')), {}, ['2026-03-23T11:00:00Z', 'absence']],
    ['away at the weekend only: no absence', '2026-03-23T10:00Z', calendar(away('2026-03-21T00:00Z', '2026-03-22T00:00Z')), {}, ['2026-03-20T17:00:00Z', 'shift']],
    ['still away: since the last shift', '2026-03-24T10:00Z', calendar(away('2026-03-24T00:00Z', '2026-04-22T00:00Z')), {}, ['2026-03-23T17:00:00Z', 'shift']],
    ['away for months: sixty days', '2026-06-15T08:00Z', calendar(away('2026-03-07T00:00Z', '2026-06-14T00:00Z')), {}, ['2026-04-16T08:00:00Z', 'absence']],
    ['asked', '2026-03-24T10:00Z', calendar(), { asked: '2026-03-10T00:00Z' }, ['2026-03-10T00:00:00Z', 'asked']],
    ['asked for years: sixty days', '2026-03-24T10:00Z', calendar(), { asked: '2020-01-01T00:00Z' }, ['2026-01-23T10:00:00Z', 'asked']],
    ['new this morning: seven days', '2026-03-24T10:00Z', calendar(), { joinedAt: '2026-03-24T08:00Z' }, ['2026-03-17T10:00:00Z', 'first']],
    ['without hours: seven days', '2026-03-24T10:00Z', calendar({ periods: [] }), {}, ['2026-03-17T10:00:00Z', 'first']],
  ])('%s', (_why, now, when, given, expected) => expect(of(now, when, given)).toEqual(expected))

  test('the shift of a brief is the one that is on, else the next', () => {
    expect(shiftFor(instant('2026-03-24T10:00Z'), calendar())?.date).toBe('2026-03-24')
    expect(shiftFor(instant('2026-03-24T19:00Z'), calendar())?.date).toBe('2026-03-25')
    expect(shiftFor(instant('2026-03-24T19:00Z'), calendar({ periods: [] }))).toBeNull()
  })
})
