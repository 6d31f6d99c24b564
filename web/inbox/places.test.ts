import { describe, expect, test } from 'vitest'
import { placeIn } from './place-in.ts'
import { byWords, clockWords, heldWords, hrefOf } from './places.ts'

const now = Temporal.Instant.from('2026-03-23T10:00:00Z')
const zone = 'Europe/Berlin'

describe('the inbox in words', () => {
  test('says who did what, where and when in the reader’s time', () => {
    expect(byWords({ kind: 'question-back', byName: 'Mei', spaceName: 'Team', number: 12, at: '2026-03-23T08:30:00Z' }, zone, now)).toBe('Mei asks back, Team, #12, 09:30')
  })

  test.each([
    ['held', { state: 'waiting', deliverAt: '2026-03-23T12:00:00Z', snoozedUntil: null, doneAt: null }, 'comes at 13:00'],
    ['put aside', { state: 'delivered', deliverAt: null, snoozedUntil: '2026-03-23T13:00:00Z', doneAt: null }, 'back at 14:00'],
    ['back again', { state: 'delivered', deliverAt: null, snoozedUntil: '2026-03-23T09:00:00Z', doneAt: null }, undefined],
    ['done', { state: 'delivered', deliverAt: null, snoozedUntil: null, doneAt: '2026-03-23T09:00:00Z' }, 'done at 10:00'],
  ] as const)('%s', (_why, item, words) => expect(clockWords(item, zone, now)).toBe(words))

  test('an empty page says what is held', () => {
    expect(heldWords(0, null, zone, now)).toBeUndefined()
    expect(heldWords(1, '2026-03-23T12:00:00Z', zone, now)).toBe('One thing is held; the next comes at 13:00.')
    expect(heldWords(3, '2026-03-23T12:00:00Z', zone, now)).toBe('Three things are held; the next batch comes at 13:00.')
  })

  test('links lead to the very reply, and unknown places to none', () => {
    expect(hrefOf({ number: 3, replyId: null })).toBe('/3')
    expect(hrefOf({ number: 3, replyId: 'r' })).toBe('/3#r')
    expect(placeIn('elsewhere')).toBeUndefined()
  })
})
