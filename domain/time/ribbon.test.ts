import { GERMAN } from '../words/german/german.ts'
import { describe, expect, test } from 'vitest'
import { dayRibbon, ribbonHours, ribbonSentence } from './ribbon.ts'
import type { WorkCalendar } from './types.ts'

const mei: WorkCalendar = {
  periods: [{ from: null, zone: 'Asia/Manila', anchor: '2026-01-05', weeks: [[{ day: 4, start: '09:00', end: '18:00' }]] }],
  holidays: new Set(), absences: [], given: new Set(), taken: [],
}

describe('ribbonHours puts each full hour where it really is', () => {
  test.each([
    ['an ordinary day', '2026-06-04', 'Europe/Berlin', 24, [3, 180]],
    ['after the skipped hour', '2026-03-29', 'Europe/Berlin', 23, [3, 120]],
    ['after the repeated hour', '2026-10-25', 'Europe/Berlin', 25, [3, 240]],
    ['after half an hour skipped', '2026-10-04', 'Australia/Lord_Howe', 23, [3, 150]],
  ])('%s', (_why, date, zone, count, [hour, minute]) => {
    const hours = ribbonHours(date, zone)
    expect(hours).toHaveLength(count)
    expect(hours.find((each) => each.hour === hour)?.minute).toBe(minute)
  })
})

describe('ribbonSentence', () => {
  test('names the person', () => {
    expect(ribbonSentence(dayRibbon(mei, '2026-06-04', 'Europe/Berlin'), { name: 'Mei' })).toBe('Mei works 03:00 to 12:00, your time.')
  })

  test('names the person on a day off', () => {
    expect(ribbonSentence(dayRibbon(mei, '2026-06-06', 'Europe/Berlin'), { name: 'Mei' })).toBe('Mei does not work on this day.')
  })
})

test('a date that the reader’s zone jumped over has no length', () => {
  expect(dayRibbon(mei, '2011-12-30', 'Pacific/Apia')).toMatchObject({ dayMinutes: 0, segments: [], midnights: [], now: null })
})

test('two of the owner’s midnights can lie in the reader’s long day', () => {
  const johannesburg: WorkCalendar = { ...mei, periods: [{ from: null, zone: 'Africa/Johannesburg', anchor: '2026-01-05', weeks: [[]] }] }
  expect(dayRibbon(johannesburg, '2026-10-25', 'Europe/Berlin').midnights).toEqual([0, 1440])
})

describe('whose ribbon it is', () => {
  test.each([
    ['2026-06-04', 'Du arbeitest 03:00 bis 12:00, nach deiner Uhr.'], ['2026-06-06', 'Du arbeitest an diesem Tag nicht.'],
  ])('tells the reader of themselves on %s, in German', (date, sentence) =>
    expect(ribbonSentence(dayRibbon(mei, date, 'Europe/Berlin'), { name: 'Mei', you: true, words: { language: 'de', texts: GERMAN } })).toBe(sentence))

  test.each([['2026-06-04', 'You work 03:00 to 12:00, your time.'], ['2026-06-06', 'You do not work on this day.']])('and in English on %s', (date, sentence) =>
    expect(ribbonSentence(dayRibbon(mei, date, 'Europe/Berlin'), { name: 'Mei', you: true })).toBe(sentence))
})
