import { describe, expect, test } from 'vitest'
import { capital, counted, countInWords, formatClock, formatDay, formatSpan, formatUntil, formatWhen, listInWords, zoneCity } from './format.ts'

const at = (text: string) => Temporal.Instant.from(text)
const NOW = at('2026-03-24T00:04:00Z')

describe('a clock is 24 hours, in the zone it is asked for', () => {
  test.each([
    ['Asia/Tokyo', '09:04'], ['Asia/Kathmandu', '05:49'], ['America/Los_Angeles', '17:04'], ['UTC', '00:04'],
  ])('%s', (zone, clock) => expect(formatClock(NOW, zone)).toBe(clock))
})

describe('a day is said as somebody living now would say it', () => {
  test.each([
    ['2026-03-24T08:00:00Z', 'Asia/Tokyo', 'today'],
    ['2026-03-24T16:00:00Z', 'Asia/Tokyo', 'tomorrow'],
    ['2026-03-23T08:00:00Z', 'Asia/Tokyo', 'yesterday'],
    ['2026-03-24T00:00:00Z', 'America/Los_Angeles', 'today'],
    ['2026-03-26T08:00:00Z', 'Asia/Tokyo', 'Thursday'],
    ['2026-03-20T08:00:00Z', 'Asia/Tokyo', 'last Friday'],
    ['2026-04-09T08:00:00Z', 'Asia/Tokyo', 'Thursday 9 April'],
    ['2027-01-04T08:00:00Z', 'Asia/Tokyo', 'Monday 4 January 2027'],
  ])('%s in %s is %s', (instant, zone, day) => expect(formatDay(at(instant), zone, NOW)).toBe(day))

  test('with its clock, and today without a day', () => {
    expect(formatWhen(at('2026-03-25T09:00:00Z'), 'Asia/Tokyo', NOW)).toBe('tomorrow 18:00')
    expect(formatWhen(at('2026-03-24T07:30:00Z'), 'Asia/Tokyo', NOW)).toBe('16:30')
  })
})

describe('a span is hours and minutes until days say more', () => {
  test.each([[206, '3 h 26 min'], [45, '45 min'], [120, '2 h'], [0, '0 min'], [-5, '0 min'], [59.6, '1 h'], [2879, '47 h 59 min'], [2880, '2 days'], [3000, '2 days 2 h']])('%d', (minutes, said) => {
    expect(formatSpan(minutes)).toBe(said)
  })
  test('between two instants', () => expect(formatUntil(NOW, at('2026-03-24T03:30:00Z'))).toBe('3 h 26 min'))
})

describe('counts and names are words', () => {
  test.each([[0, 'no things'], [1, 'one thing'], [3, 'three things'], [12, 'twelve things'], [41_200, '41,200 things']])('%d', (count, said) => {
    expect(counted(count, 'thing')).toBe(said)
  })
  test('a plural of its own', () => expect(counted(2, 'person', 'people')).toBe('two people'))
  test('a figure that is no whole number stays a figure', () => expect(countInWords(1.5)).toBe('1.5'))
  test('the start of a sentence', () => expect(capital(counted(3, 'thing'))).toBe('Three things'))
  test.each([[[], ''], [['Mei'], 'Mei'], [['Mei', 'Ben'], 'Mei and Ben'], [['Mei', 'Ben', 'Ana'], 'Mei, Ben and Ana']])('%j', (names, said) => {
    expect(listInWords(names)).toBe(said)
  })
  test.each([['America/Argentina/Buenos_Aires', 'Buenos Aires'], ['Asia/Tokyo', 'Tokyo'], ['UTC', 'UTC']])('%s', (zone, city) => expect(zoneCity(zone)).toBe(city))
})
