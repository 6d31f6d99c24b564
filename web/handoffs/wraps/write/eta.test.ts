import { describe, expect, test } from 'vitest'
import { etaOf, etaTyped } from './eta.ts'

describe('a local time becomes an instant', () => {
  test.each([
    ['in Tokyo', '2026-03-24T17:00', 'Asia/Tokyo', '2026-03-24T08:00:00Z'],
    ['in a zone of 45 minutes', '2026-03-24T17:00', 'Asia/Kathmandu', '2026-03-24T11:15:00Z'],
    ['shown twice, the first counts', '2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
  ])('%s', (_why, typed, zone, at) => {
    expect(etaOf(typed, zone)).toEqual({ at })
    expect(etaTyped(at, zone)).toBe(typed)
  })
  test('empty means that nobody knows yet', () => {
    expect(etaOf('', 'Asia/Tokyo')).toEqual({ at: null })
    expect(etaTyped(null, 'Asia/Tokyo')).toBe('')
  })
  test('a time that the clocks skip is said to be none', () => {
    expect(etaOf('2026-03-29T02:30', 'Europe/Berlin')).toEqual({ problem: '02:30 does not exist on that day in your zone: the clocks go forward. Choose another time.' })
  })
  test('what is no time is a problem', () => {
    expect(etaOf('soon', 'Europe/Berlin')).toHaveProperty('problem')
  })
})
