import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { addWorkingMinutes } from '../time/add-working-minutes.ts'
import { workingMinutes } from '../time/types.ts'
import type { Span } from '../time/types.ts'
import { checkBlock } from './check-block.ts'
import { focusAt, focusSpans, withFocusAsAbsence } from './focus.ts'
import { GERMAN } from '../words/german/german.ts'
import { focusAnnouncement, focusLine } from './focus-words.ts'
import { FOCUS_PRESETS, PRESET_DAYS } from './presets.ts'
import { ALL_DAYS, adHoc, at, block, calendarOf } from './attention.test-kit.ts'
import type { FocusBlock } from './types.ts'

const FLOOR = 90

describe('a recurring block keeps its local times', () => {
  test.each([
    ['the day before the clocks change', 'Europe/Berlin', '09:00-11:30', '2026-03-28', '08:00Z', '10:30Z'],
    ['the day they change', 'Europe/Berlin', '09:00-11:30', '2026-03-29', '07:00Z', '09:30Z'],
    ['over the hour that is skipped', 'Europe/Berlin', '01:00-04:00', '2026-03-29', '00:00Z', '02:00Z'],
    ['over the hour that comes twice', 'Europe/Berlin', '01:00-04:00', '2026-10-25', '2026-10-24T23:00Z', '03:00Z'],
    ['from a time that is skipped', 'America/New_York', '02:30-05:00', '2026-03-08', '07:30Z', '09:00Z'],
    ['where clocks change by half an hour', 'Australia/Lord_Howe', '09:00-11:30', '2026-04-05', '2026-04-04T22:30Z', '01:00Z'],
    ['in a zone of three quarters', 'Asia/Kathmandu', '09:00-11:30', '2026-05-01', '03:15Z', '05:45Z'],
    ['in Chatham as summer time ends', 'Pacific/Chatham', '09:00-11:30', '2026-04-05', '2026-04-04T20:15Z', '2026-04-04T22:45Z'],
    ['over midnight', 'Europe/Berlin', '22:00-02:00', '2026-03-28', '21:00Z', '2026-03-29T01:00Z'],
    ['until midnight', 'Europe/Berlin', '21:00-24:00', '2026-06-01', '19:00Z', '22:00Z'],
  ])('%s', (_why, zone, hours, date, start, end) => {
    const on = (time: string) => at(time.includes('T') ? time : `${date}T${time}`)
    const only: FocusBlock = { ...block(hours, ALL_DAYS), from: date, until: date } as FocusBlock
    expect(texts(focusSpans([only], calendarOf(zone, '00:00-24:00', ALL_DAYS), on('00:00Z').subtract({ hours: 24 }), on('23:59Z').add({ hours: 24 }))))
      .toEqual(texts([{ start: on(start), end: on(end) }]))
  })

  test('moves with somebody who moves', () => {
    const berlin = calendarOf('Europe/Berlin', '09:00-17:00')
    const calendar = { ...berlin, periods: [...berlin.periods, { ...calendarOf('Asia/Manila', '09:00-17:00').periods[0]!, from: '2026-05-06' }] }
    expect(texts(focusSpans([block('09:00-11:30')], calendar, at('2026-05-05T00:00Z'), at('2026-05-07T00:00Z'))))
      .toEqual(['2026-05-05T07:00:00Z/2026-05-05T09:30:00Z', '2026-05-06T01:00:00Z/2026-05-06T03:30:00Z'])
  })

  test('is not there on a date that a zone jumped over', () => {
    const apia = calendarOf('Pacific/Apia', '09:00-17:00', ALL_DAYS)
    expect(texts(focusSpans([block('09:00-11:00', [4, 5])], apia, at('2011-12-28T12:00Z'), at('2012-01-01T12:00Z'))))
      .toEqual(['2011-12-29T19:00:00Z/2011-12-29T21:00:00Z'])
  })

  test.each([
    ['began the evening before', 'Europe/Berlin', '22:00-02:00', '2026-05-05T00:30+02:00', '2026-05-04T20:00:00Z/2026-05-05T00:00:00Z'],
    ['began two dates before elsewhere', 'Pacific/Pago_Pago', '12:00-12:00', '2026-05-06T20:00Z', '2026-05-05T23:00:00Z/2026-05-06T23:00:00Z'],
  ])('is seen in a window that opens while it runs: %s', (_why, zone, hours, from, expected) => {
    const only = { ...block(hours, ALL_DAYS), until: zone === 'Europe/Berlin' ? '2026-05-04' : '2026-05-05' } as FocusBlock
    expect(texts(focusSpans([only], calendarOf(zone, '09:00-17:00'), at(from), at(from).add({ minutes: 1 })))).toEqual([expected])
  })

  test('overlapping, nested and touching blocks are one focus', () => {
    const blocks = [block('09:00-11:00'), block('09:30-10:30'), block('10:30-12:00'), adHoc('2026-05-05T12:00+02:00', '2026-05-05T13:30+02:00'), block('15:00-17:00')]
    expect(texts(focusSpans(blocks, calendarOf('Europe/Berlin', '09:00-17:00'), at('2026-05-05T00:00Z'), at('2026-05-06T00:00Z'))))
      .toEqual(['2026-05-05T07:00:00Z/2026-05-05T11:30:00Z', '2026-05-05T13:00:00Z/2026-05-05T15:00:00Z'])
  })
})

describe('the focus that runs', () => {
  const berlin = calendarOf('Europe/Berlin', '09:00-17:00')
  test.each([
    ['ends with the block', [block('09:00-11:30')], '2026-05-05T10:00+02:00', '2026-05-05T11:30+02:00'],
    ['has begun at its start', [block('09:00-11:30')], '2026-05-05T09:00+02:00', '2026-05-05T11:30+02:00'],
    ['is over at its end', [block('09:00-11:30')], '2026-05-05T11:30+02:00', null],
    ['goes on in a block that touches', [block('09:00-11:30'), block('11:30-13:00')], '2026-05-05T10:00+02:00', '2026-05-05T13:00+02:00'],
    ['goes on through the nights of ten days', [adHoc('2026-05-01T00:00Z', '2026-05-11T00:00Z')], '2026-05-02T00:00Z', '2026-05-11T00:00Z'],
    ['is cut after a year where it has no end', [block('00:00-24:00', ALL_DAYS)], '2026-05-05T00:00Z', '2027-05-06T00:00Z'],
  ])('%s', (_why, blocks, now, end) => {
    expect(focusAt(blocks, berlin, at(now))?.end.toString() ?? null).toBe(end === null ? null : at(end).toString())
  })

  test('holds the clock of an ask, when it counts as no working time', () => {
    const spans = focusSpans([block('09:00-11:30')], berlin, at('2026-05-05T00:00Z'), at('2026-05-07T00:00Z'))
    const due = addWorkingMinutes(at('2026-05-05T08:30+02:00'), workingMinutes(120), withFocusAsAbsence(berlin, spans))
    expect(due.toString()).toBe(at('2026-05-05T13:30+02:00').toString())
  })
})

describe('a block is refused', () => {
  test.each<[string, FocusBlock, RegExp]>([
    ['under the floor', block('09:00-10:00'), /1 h are too short for focus: the agreement says 1 h 30 min at least/],
    ['under the floor, ad hoc', adHoc('2026-05-05T09:00Z', '2026-05-05T10:29Z'), /1 h 29 min are too short/],
    ['that ends before it starts', adHoc('2026-05-05T09:00Z', '2026-05-05T08:00Z'), /ends before it starts/],
    ['without a day', block('09:00-12:00', []), /no day of the week/],
    ['at a time that does not exist', block('09:00-25:00'), /25:00 is not a time of day/],
    ['without length', block('09:00-09:00'), /has no length/],
    ['that goes on for weeks', adHoc('2026-05-05T09:00Z', '2026-05-13T09:00Z'), /longer than a week/],
    ['from a date that does not exist', { ...block('09:00-12:00'), from: '2026-13-01' } as FocusBlock, /2026-13-01 is not a date/],
    ['until before it begins', { ...block('09:00-12:00'), until: '1999-01-01' } as FocusBlock, /ends before it begins/],
  ])('%s', (_why, refused, message) => {
    expect(() => checkBlock(refused, FLOOR)).toThrow(message)
    try { checkBlock(refused, FLOOR) } catch (error) {
      expect(error).toBeInstanceOf(Refusal)
      expect((error as Refusal).next).toMatch(/^[A-Z].*\.$/)
    }
  })

  test('and one of exactly the floor is taken', () => {
    expect(() => checkBlock(adHoc('2026-05-05T09:00Z', '2026-05-05T10:30Z'), FLOOR)).not.toThrow()
    expect(() => checkBlock(block('23:00-00:30'), FLOOR)).not.toThrow()
  })
})

test.each(FOCUS_PRESETS.map((preset) => [preset.name, preset] as const))('the preset %s makes blocks that may stand', (_name, { focus }) => {
  for (const { start, end } of focus) checkBlock(block(`${start}-${end}`, PRESET_DAYS), FLOOR)
})

test('focus is announced in words its owner may send', () => {
  expect(focusLine(at('2026-05-05T11:00Z'), 'Europe/Berlin', 'Asia/Manila')).toBe('Focus: reads messages after 13:00 (Berlin)')
  expect(focusAnnouncement(block('10:00-12:00'), 'Europe/Berlin')).toBe('I keep Monday to Friday from 10:00 to 12:00 for focus. I read and answer what is not urgent afterwards; what is urgent reaches me at once.')
  expect(focusAnnouncement(block('10:00-12:00', [5, 1, 3]), 'Europe/Berlin')).toContain('Monday, Wednesday and Friday from')
  expect(focusAnnouncement(adHoc('2026-05-05T08:00Z', '2026-05-05T09:30Z'), 'Europe/Berlin')).toContain('I keep from 10:00 to 11:30')
  expect(focusAnnouncement(block('10:00-12:00', [5, 1, 3]), 'Europe/Berlin', { language: 'de', texts: GERMAN })).toContain('Ich halte mir Montag, Mittwoch und Freitag von 10:00 bis 12:00 für Fokus frei.')
})

function texts(spans: readonly Span[]): string[] {
  return spans.map(({ start, end }) => `${start}/${end}`)
}
