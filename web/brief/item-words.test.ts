import { describe, expect, test } from 'vitest'
import type { BriefItem } from '#contract/brief.ts'
import type { BatonView } from '#contract/handoffs.ts'
import { clockOf, goneWords } from './item-words.ts'
import { sinceDay, sinceIn } from '../app/since.ts'

const NOW = Temporal.Instant.from('2026-03-24T00:04:00Z')
const due = (dueAt: string | null, kind: BriefItem['kind'] = 'checkin') => clockOf({ kind, dueAt, at: '2026-03-23T23:30:00Z', baton: null }, 'Asia/Tokyo', NOW)

describe('when an item is due, in words first', () => {
  test.each([
    ['four hours or less run out', '2026-03-24T03:10:00Z', { words: 'due 12:10', tone: 'clock' }],
    ['later is only told', '2026-03-25T09:00:00Z', { words: 'due tomorrow 18:00', tone: 'plain' }],
    ['what has passed is late', '2026-03-24T00:00:00Z', { words: 'was due 09:00', tone: 'late' }],
    ['this very moment has passed', '2026-03-24T00:04:00Z', { words: 'was due 09:04', tone: 'late' }],
  ] as const)('%s', (_why, at, expected) => {
    expect(due(at)).toEqual(expected)
  })
  test('a baton is accepted rather than due', () => {
    expect(due('2026-03-24T00:30:00Z', 'baton')).toEqual({ words: 'accept by 09:30', tone: 'clock' })
  })
  test('no clock, no words', () => {
    expect(due(null)).toBeUndefined()
  })
  test('an alarm says since when nobody holds it', () => {
    expect(due('2026-03-25T09:00:00Z', 'alarm')).toEqual({ words: 'Nobody holds this since 08:30', tone: 'late' })
  })
})

test('a decision asks something where it says what it waits for; where it only moved, it is news, and so is a baton that is done', () => {
  const asks = (given: Pick<BriefItem, 'kind' | 'why'>, state?: BatonView['state']) => goneWords({ ...given, baton: state === undefined ? null : { state } as BatonView }) !== undefined
  expect([asks({ kind: 'decision', why: 'Take a position.' }), asks({ kind: 'decision', why: null }), asks({ kind: 'wrap', why: null }), asks({ kind: 'ask', why: null })]).toEqual([true, false, false, true])
  expect([asks({ kind: 'baton', why: null }, 'offered'), asks({ kind: 'baton', why: null }, 'accepted'), asks({ kind: 'baton', why: null }, 'done')]).toEqual([true, true, false])
})

test('what is gone was settled; a baton only waits for somebody else', () => {
  expect([goneWords({ kind: 'ask', why: null, baton: null }), goneWords({ kind: 'baton', why: null, baton: { state: 'offered' } as BatonView })]).toEqual(['This was settled meanwhile.', 'This no longer waits for you.'])
})

describe('since when changes are told', () => {
  test.each([
    ['2026-03-10T00:00:00+09:00', '2026-03-09T15:00:00Z'], ['2026-03-10', '2026-03-10T00:00:00Z'],
    ['yesterday', undefined], ['2026-02-30', undefined], [20260310, undefined], [undefined, undefined],
  ])('%s in an address', (value, expected) => {
    expect(sinceIn(value)).toBe(expected)
  })
  test('a day begins at the reader’s midnight', () => {
    expect(sinceDay('2026-03-10', 'Asia/Tokyo')).toBe('2026-03-09T15:00:00Z')
    expect(sinceDay('', 'Asia/Tokyo')).toBeUndefined()
  })
})
