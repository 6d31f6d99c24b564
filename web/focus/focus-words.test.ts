import { expect, test } from 'vitest'
import { headline, heldWords, lengths, readTimes, timesIn } from './focus-words.ts'

const now = Temporal.Instant.from('2026-03-23T10:00:00Z')
const zone = 'Europe/Berlin'

test('the headline says until when, or when next', () => {
  expect(headline({ now: { id: 'a', what: '', startedAt: '2026-03-23T09:00:00Z', endsAt: '2026-03-23T11:30:00Z', held: 0 }, next: null }, zone, now)).toBe('In focus until 12:30')
  expect(headline({ now: null, next: { start: '2026-03-23T13:00:00Z', end: '2026-03-23T15:00:00Z' } }, zone, now)).toBe('Your next focus begins at 14:00')
  expect(headline({ now: null, next: null }, zone, now)).toBe('You keep no focus yet')
})

test.each([[0, 'Nothing waits for its end.'], [1, 'One thing waits for its end.'], [4, 'Four things wait for its end.']])('%i held', (held, words) => expect(heldWords(held)).toBe(words))

test('lengths begin at the floor of the agreement', () => {
  expect(lengths(90).map(({ value }) => value)).toEqual(['90', '120', '180', '240'])
  expect(lengths(180).map(({ value }) => value)).toEqual(['180', '240'])
})

test('times of day are read as typed, and what is none is named', () => {
  expect(timesIn(['shift-start', '10:30', '15:00'])).toBe('10:30, 15:00')
  expect(readTimes('10:30,15:00')).toEqual({ times: ['10:30', '15:00'] })
  expect(readTimes('')).toEqual({ times: [] })
  expect(readTimes('25:00').error).toMatch(/^25:00 is not a time of day/)
})
