import { expect, test } from 'vitest'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { localDate, localTime } from '../time/local.ts'
import type { Instant } from '../time/types.ts'
import { readerTime } from './reader-time.ts'
import { ALL_DAYS, at, calendarOf, readerWith } from './attention.test-kit.ts'

/*
 * Each local date has exactly one digest, in every zone, whatever its clocks do (RELIABILITY G8 i; past failure 34).
 * Here the weeks in which clocks change, and one week of each zone in which they do not; all of three years with
 * `LONGHAND_LONG=1`, about 2.75 million local dates.
 */
const FIRST = at('2025-01-01T12:00Z')
const LAST = at('2028-01-01T12:00Z')
const TIMES = ['00:00', '01:45', '02:30', '09:00', '16:20', '23:59']
const AROUND_DAYS = 4
/** Three years in every zone at every time come to this many local dates at least. */
const WHOLE = 2_600_000
const SLOW_MS = 3_600_000

test('each local date of every zone has one digest, at its time', { timeout: SLOW_MS }, () => {
  const wrong: string[] = []
  const zones = Intl.supportedValuesOf('timeZone')
  let dates = 0
  for (const zone of zones) {
    for (const time of TIMES) {
      for (const [from, until] of process.env['LONGHAND_LONG'] === '1' ? [[FIRST, LAST] as const] : weeksOfChange(zone)) {
        wrong.push(...wrongDates(zone, time, from, until))
        dates += Math.floor(until.since(from).total('days'))
      }
    }
  }
  expect(wrong).toEqual([])
  figure({ gate: 'G8', what: 'zones in which each local date had one digest', value: zones.length, wanted: 'every zone of Node', met: true })
  figure({ gate: 'G8', what: `local dates with ${TIMES.length} times of the digest each, together`, value: dates, wanted: '≈ 2.75 million', met: dates >= WHOLE })
})

test('a date that a zone jumped over has none', () => {
  const dates = [...digests('Pacific/Apia', '02:30', at('2011-12-28T12:00-10:00'), at('2012-01-02T12:00+14:00'))].map((moment) => localDate(moment, 'Pacific/Apia'))
  expect(dates).toEqual(['2011-12-29', '2011-12-31', '2012-01-01', '2012-01-02'])
})

function wrongDates(zone: string, time: string, from: Instant, until: Instant): string[] {
  const wrong: string[] = []
  let expected = Temporal.PlainDate.from(localDate(from, zone)).add({ days: 1 })
  const start = expected.toZonedDateTime(zone).toInstant().subtract({ milliseconds: 1 })
  for (const moment of digests(zone, time, start, until)) {
    if (localDate(moment, zone) !== expected.toString()) wrong.push(`${zone} ${time}: ${moment} is not on ${expected}`)
    if (localTime(moment, zone) !== time && isShown(expected, time, zone)) wrong.push(`${zone} ${time}: ${moment} shows ${localTime(moment, zone)}`)
    expected = expected.add({ days: 1 })
  }
  if (expected.toString() < localDate(until, zone)) wrong.push(`${zone} ${time}: none on ${expected}`)
  return wrong
}

/** False where a clock change skips the time. */
function isShown(date: Temporal.PlainDate, time: string, zone: string): boolean {
  const wall = date.toPlainDateTime(Temporal.PlainTime.from(time))
  return wall.toZonedDateTime(zone).toPlainDateTime().equals(wall)
}

function* digests(zone: string, time: string, from: Instant, until: Instant): Generator<Instant> {
  const reader = readerTime(readerWith({ calendar: calendarOf(zone, '00:00-24:00', ALL_DAYS), digest: { every: 'day', time } }))
  let next = reader.nextDigest(from)
  while (next !== null && next.epochMilliseconds < until.epochMilliseconds) {
    yield next
    next = reader.nextDigest(next.add({ milliseconds: 1 }))
  }
}

function weeksOfChange(zone: string): (readonly [Instant, Instant])[] {
  const weeks: (readonly [Instant, Instant])[] = []
  for (let change = FIRST.toZonedDateTimeISO(zone).getTimeZoneTransition('next'); change !== null && change.epochMilliseconds < LAST.epochMilliseconds; change = change.getTimeZoneTransition('next')) {
    const moment = change.toInstant()
    weeks.push([moment.subtract({ hours: 24 * AROUND_DAYS }), moment.add({ hours: 24 * AROUND_DAYS })])
  }
  return weeks.length > 0 ? weeks : [[FIRST, FIRST.add({ hours: 48 * AROUND_DAYS })]]
}
