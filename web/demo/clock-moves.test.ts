import { describe, expect, test } from 'vitest'
import type { Interval, WorkCalendar, Weekday } from '#domain/time/types.ts'
import { clockMoves } from './clock-moves.ts'
import { hereAndNow, moveWords } from './words.ts'

const calendar = (zone: string, start: string, end: string): WorkCalendar => ({
  periods: [{ from: null, zone, anchor: '2026-01-05', weeks: [([1, 2, 3, 4, 5] as Weekday[]).map((day): Interval => ({ day, start, end }))] }],
  holidays: new Set(), absences: [], given: new Set(), taken: [],
})
const kenji = { id: 'k', name: 'Kenji Mori', zone: 'Asia/Tokyo', calendar: calendar('Asia/Tokyo', '09:00', '18:00') }
const ana = { id: 'a', name: 'Ana Duarte', zone: 'Europe/Lisbon', calendar: calendar('Europe/Lisbon', '09:00', '18:00') }
const idle = { ...ana, id: 'i', calendar: { ...ana.calendar, periods: [] } }
const at = (text: string) => Temporal.Instant.from(text)
const TUESDAY = at('2026-03-24T00:04:00Z')

describe('the clock can go', () => {
  const places = (now: string) => clockMoves(at(now), 'k', [kenji, ana, idle]).map((move) => `${move.kind} ${move.at}`)
  test('to my evening, to the next start of somebody else, an hour on', () => {
    expect(places('2026-03-24T00:04:00Z')).toEqual(['evening 2026-03-24T08:50:00Z', 'start 2026-03-24T09:00:00Z', 'hour 2026-03-24T01:04:00Z'])
  })
  test('to the next evening once this one is there', () => {
    expect(places('2026-03-24T08:50:00Z')[0]).toBe('evening 2026-03-25T08:50:00Z')
  })
  test('an hour on at least, where nobody works', () => {
    expect(clockMoves(TUESDAY, 'i', [idle]).map((move) => move.kind)).toEqual(['hour'])
  })
})

test('moves are said with whose clock it is', () => {
  expect(clockMoves(TUESDAY, 'k', [kenji, ana]).map((move) => moveWords(move, 'Asia/Tokyo', TUESDAY)))
    .toEqual(['To my evening, 17:50', 'To Ana Duarte’s start, 18:00 my time', 'One hour on'])
})

test.each([
  [true, 'Demo. You are Kenji Mori in Tokyo; it is Tuesday 09:04.'],
  [false, 'The clock stands until you move it. You are Kenji Mori in Tokyo; it is Tuesday 09:04.'],
])('the bar says where one is', (demo, said) => {
  expect(hereAndNow({ demo, name: 'Kenji Mori', zone: 'Asia/Tokyo' }, TUESDAY)).toBe(said)
})
