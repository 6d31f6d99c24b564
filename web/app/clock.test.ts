import { describe, expect, test, vi } from 'vitest'
import { currentTime, heardOfTime, setServerTime } from './clock.ts'

describe('the clock of a page', () => {
  test.each([
    ['earlier', '2026-03-24T00:05:00Z', '2026-03-24T08:50:00Z'],
    ['at that moment', '2026-03-24T08:50:00Z', '2026-03-24T08:50:00Z'],
    ['later', '2026-03-24T09:00:00Z', '2026-03-24T09:00:00Z'],
    ['at no readable time', 'Tuesday', '2026-03-24T08:50:00Z'],
  ])('an event that happened %s never turns a standing clock back', (_, heard, shows) => {
    setServerTime('2026-03-24T08:50:00Z', false)
    heardOfTime(heard)
    expect(currentTime().toString()).toBe(shows)
  })

  test('an answer that is told again, long after it came, turns no clock back', () => {
    vi.useFakeTimers({ now: Date.parse('2026-03-24T12:00:00Z') })
    try {
      const heard = Date.now()
      setServerTime('2026-03-24T08:50:00Z', true, heard)
      vi.advanceTimersByTime(44_000)
      setServerTime('2026-03-24T08:50:00Z', true, heard)
      expect(currentTime().toString()).toBe('2026-03-24T08:50:44Z')
    } finally {
      vi.useRealTimers()
    }
  })

  test('a development clock that was moved stays there when an older answer is told again', () => {
    setServerTime('2026-03-24T08:50:00Z', false, Date.now() - 1000)
    setServerTime('2026-03-25T08:50:00Z', false)
    setServerTime('2026-03-24T08:50:00Z', false, Date.now() - 1000)
    expect(currentTime().toString()).toBe('2026-03-25T08:50:00Z')
  })

  test('an event that comes after a long sleep leaves a running clock where it is', () => {
    setServerTime('2026-03-24T08:50:00Z', true)
    heardOfTime('2026-03-23T18:00:00Z')
    expect(Temporal.Instant.compare(currentTime(), '2026-03-24T08:50:00Z')).toBeGreaterThanOrEqual(0)
  })
})
