import { expect, test } from 'vitest'
import { afterMinutesOf, whyNotNow } from './people.test-kit.ts'
import type { Human } from './people.test-kit.ts'

/** Berlin, Monday 9 to 17, and Tuesday evening into the night; quiet from 10 to 12 on Mondays; away on Monday from 15:00. */
const human = {
  zone: 'Europe/Berlin', week: [{ day: 1, start: '09:00', end: '17:00' }, { day: 2, start: '22:00', end: '06:00' }], active: true,
  away: [{ id: 'a', start: Temporal.Instant.from('2026-03-23T14:00:00Z'), end: Temporal.Instant.from('2026-03-23T20:00:00Z') }],
  focus: [{ id: 'f', kind: 'recurring', days: [1], start: '10:00', end: '12:00', from: '2026-03-23' }],
} as unknown as Human

test.each([
  ['before work', '2026-03-23T08:59+01:00', 'does not work'], ['as work begins', '2026-03-23T09:00+01:00', null], ['in focus', '2026-03-23T10:00+01:00', 'is in focus'], ['as focus ends', '2026-03-23T12:00+01:00', null],
  ['away', '2026-03-23T15:00+01:00', 'is away'], ['at night of the evening before', '2026-03-25T05:59+01:00', null], ['as the night ends', '2026-03-25T06:00+01:00', 'does not work'], ['a week before the block', '2026-03-16T10:00+01:00', null],
])('somebody %s', (_when, at, why) => {
  expect(whyNotNow(human, Temporal.Instant.from(at))).toBe(why)
})

test.each([[true, '2026-03-23T12:30+01:00'], [false, '2026-03-23T10:30+01:00']])('ninety minutes of theirs, where focus stops the clock: %s', (stops, until) => {
  expect(afterMinutesOf(human, Temporal.Instant.from('2026-03-23T09:00+01:00'), 90, stops)?.equals(Temporal.Instant.from(until))).toBe(true)
})
