import { describe, expect, test } from 'vitest'
import { checkDigest, checkWindows } from './choices.ts'
import { nextDigest } from './digest.ts'
import { ALL_DAYS, at, block, calendarOf, readerWith } from './attention.test-kit.ts'
import type { Reader } from './types.ts'
import { nextWindow } from './windows.ts'

const always = (zone: string, time: string | null): Reader => readerWith({ calendar: calendarOf(zone, '00:00-24:00', ALL_DAYS), digest: { every: 'day', time } })
const daily = (time: string | null, known: Partial<Reader> = {}) => readerWith({ digest: { every: 'day', time }, ...known })
const weekly = (time: string | null, known: Partial<Reader> = {}) => readerWith({ digest: { every: 'week', time }, ...known })
const nights = calendarOf('Europe/Berlin', '22:00-06:00')

describe('the next digest', () => {
  test.each<[string, Reader, string, string]>([
    ['comes at the start of the shift', daily(null), '2026-05-05T08:00+02:00', '2026-05-05T09:00+02:00'],
    ['comes on the next working day, after that', daily(null), '2026-05-08T09:01+02:00', '2026-05-11T09:00+02:00'],
    ['comes when the clock shows the time', daily('14:15'), '2026-05-05T09:00+02:00', '2026-05-05T14:15+02:00'],
    ['waits for work to start', daily('07:00'), '2026-05-05T06:00+02:00', '2026-05-05T09:00+02:00'],
    ['waits for the next shift', daily('18:00'), '2026-05-05T12:00+02:00', '2026-05-06T09:00+02:00'],
    ['waits for the end of a focus', daily('10:00', { focus: [block('09:00-11:30')] }), '2026-05-05T08:00+02:00', '2026-05-05T11:30+02:00'],
    ['comes in a night shift at the time on its clock', daily('03:00', { calendar: nights }), '2026-05-05T12:00+02:00', '2026-05-06T03:00+02:00'],
    ['comes at a time that is skipped, an hour later', always('Europe/Berlin', '02:30'), '2026-03-28T12:00+01:00', '2026-03-29T03:30+02:00'],
    ['comes at the first of a time that is shown twice', always('Europe/Berlin', '02:30'), '2026-10-24T12:00+02:00', '2026-10-25T02:30+02:00'],
    ['comes once on that day', always('Europe/Berlin', '02:30'), '2026-10-25T02:31+02:00', '2026-10-26T02:30+01:00'],
    ['comes where clocks change by half an hour', always('Australia/Lord_Howe', '02:15'), '2026-10-03T12:00+10:30', '2026-10-04T02:45+11:00'],
    ['comes weekly in the first shift of the week', weekly(null), '2026-05-05T08:00+02:00', '2026-05-11T09:00+02:00'],
    ['comes weekly on Tuesday, after a holiday', weekly('10:00', { calendar: { ...calendarOf('Europe/Berlin', '09:00-17:00'), holidays: new Set(['2026-05-11']) } }), '2026-05-05T08:00+02:00', '2026-05-12T10:00+02:00'],
    ['comes weekly where Monday begins on Sunday elsewhere', weekly(null, { calendar: calendarOf('Pacific/Kiritimati', '06:00-12:00', ALL_DAYS) }), '2026-05-06T00:00Z', '2026-05-11T06:00+14:00'],
    ['comes weekly where Sunday ends on Monday elsewhere', weekly(null, { calendar: calendarOf('Pacific/Honolulu', '20:00-23:00', [7]) }), '2026-05-06T00:00Z', '2026-05-10T20:00-10:00'],
  ])('%s', (_why, reader, after, expected) => {
    const digest = nextDigest(reader, at(after))
    expect(digest.at.toString()).toBe(at(expected).toString())
    expect(digest.flagged).toBe(false)
  })
})

test('windows have no end where nobody works, and digests are flagged', () => {
  const nobody = readerWith({ calendar: calendarOf('Europe/Berlin', '') })
  expect(nextWindow(nobody, at('2026-05-05T08:00Z'))).toBeNull()
  expect(nextDigest(nobody, at('2026-05-05T08:00Z'))).toEqual({ at: at('2026-05-06T09:00+02:00'), flagged: true })
})

test('choices are checked', () => {
  expect(() => checkWindows([{ kind: 'local_time', time: '24:00' }])).toThrow(/24:00 is not a time of day/)
  expect(() => checkWindows([{ kind: 'before_wrap', minutes: -1 }])).toThrow(/-1 minutes before the wrap/)
  expect(() => checkDigest({ every: 'day', time: '9' })).toThrow(/9 is not a time of day/)
  checkWindows([{ kind: 'shift_start' }, { kind: 'before_wrap', minutes: 0 }, { kind: 'local_time', time: '23:59' }])
  checkDigest({ every: 'week', time: null })
})
