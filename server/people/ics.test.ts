import { Refusal } from '#domain/refusal.ts'
import { describe, expect, test } from 'vitest'
import { readHolidayFile } from './ics.ts'

const YEARS = { from: 2025, to: 2029 }
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'].join('\r\n')
const calendar = (...parts: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR', ''].join('\r\n')
const NEW_YEAR = event('SUMMARY:New Year', 'DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20260102')
const datesOf = (text: string) => readHolidayFile(text, YEARS).days.map((day) => day.date)

describe('days off in an ICS file', () => {
  test.each([
    ['one day', NEW_YEAR, ['2026-01-01']],
    ['one day without an end', event('SUMMARY:x', 'DTSTART;VALUE=DATE:20260101'), ['2026-01-01']],
    ['an end on the start, as some programs write', event('SUMMARY:x', 'DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20260101'), ['2026-01-01']],
    ['several days; the end is the day after', event('SUMMARY:x', 'DTSTART;VALUE=DATE:20251230', 'DTEND;VALUE=DATE:20260102'), ['2025-12-30', '2025-12-31', '2026-01-01']],
    ['a duration', event('SUMMARY:x', 'DTSTART;VALUE=DATE:20260101', 'DURATION:P2D'), ['2026-01-01', '2026-01-02']],
    ['every year within the window', event('SUMMARY:x', 'DTSTART;VALUE=DATE:19900503', 'RRULE:FREQ=YEARLY'), ['2025-05-03', '2026-05-03', '2027-05-03', '2028-05-03', '2029-05-03']],
    ['every fourth Thursday of November', event('SUMMARY:x', 'DTSTART;VALUE=DATE:20201126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'), ['2025-11-27', '2026-11-26', '2027-11-25', '2028-11-23', '2029-11-22']],
    ['29 February, which other years do not have', event('SUMMARY:x', 'DTSTART;VALUE=DATE:20200229', 'RRULE:FREQ=YEARLY'), ['2028-02-29']],
    ['a rule that ends', event('SUMMARY:x', 'DTSTART;VALUE=DATE:20240501', 'RRULE:FREQ=YEARLY;UNTIL=20260501'), ['2025-05-01', '2026-05-01']],
    ['a rule with an exception', event('SUMMARY:x', 'DTSTART;VALUE=DATE:20240501', 'EXDATE;VALUE=DATE:20260501', 'RRULE:FREQ=YEARLY;COUNT=4'), ['2025-05-01', '2027-05-01']],
    ['days across New Year, each year', event('SUMMARY:x', 'DTSTART;VALUE=DATE:20241231', 'DTEND;VALUE=DATE:20250102', 'RRULE:FREQ=YEARLY;COUNT=2'), ['2025-01-01', '2025-12-31', '2026-01-01']],
    ['years out of the window', event('SUMMARY:x', 'DTSTART;VALUE=DATE:20300101') + '\r\n' + NEW_YEAR, ['2026-01-01']],
    ['a byte order mark before it', NEW_YEAR, ['2026-01-01']],
  ])('%s', (why, events, expected) => {
    expect(datesOf((why.includes('byte order') ? '\uFEFF' : '') + calendar(events))).toEqual(expected)
  })

  test('one occurrence that was moved is moved', () => {
    const moved = event('SUMMARY:x', 'RECURRENCE-ID;VALUE=DATE:20260501', 'DTSTART;VALUE=DATE:20260504')
    expect(datesOf(calendar(event('SUMMARY:x', 'DTSTART;VALUE=DATE:20250501', 'RRULE:FREQ=YEARLY;COUNT=3'), moved))).toEqual(['2025-05-01', '2026-05-04', '2027-05-01'])
  })

  test('the same day twice counts once, and long lines are put together', () => {
    expect(datesOf(calendar(NEW_YEAR, NEW_YEAR))).toEqual(['2026-01-01'])
    expect(readHolidayFile(calendar(event('SUMMARY:Day of the Ger\r\n man Unity', 'DTSTART;VALUE=DATE:20261003')), YEARS).days).toEqual([{ date: '2026-10-03', name: 'Day of the German Unity' }])
  })

  test('the calendar says its own name', () => {
    expect(readHolidayFile(calendar('X-WR-CALNAME:Holidays in Berlin', NEW_YEAR), YEARS).name).toBe('Holidays in Berlin')
    expect(readHolidayFile(calendar(NEW_YEAR), YEARS).name).toBeNull()
  })

  test.each([
    ['a time of day', event('SUMMARY:Dinner', 'DTSTART:20260101T190000Z'), '“Dinner” has a time of day, so it is no whole day off.'],
    ['a cancelled event', event('SUMMARY:Strike', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20260101'), '“Strike” was cancelled.'],
    ['a weekly event', event('SUMMARY:Market', 'DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=WEEKLY'), '“Market” repeats weekly; only yearly repeats are read.'],
  ])('%s is left out and named', (_why, events, sentence) => {
    expect(readHolidayFile(calendar(events, NEW_YEAR), YEARS).left).toEqual([sentence])
  })
})

describe('a file that cannot be read is refused with the place', () => {
  test.each([
    ['nothing', '', 'does not begin with BEGIN:VCALENDAR'],
    ['a letter', 'Dear team', 'does not begin with BEGIN:VCALENDAR'],
    ['an address book', 'BEGIN:VCARD\r\nFN:x\r\nEND:VCARD', 'does not begin with BEGIN:VCALENDAR'],
    ['no events', calendar(), 'No event in this file is a whole day off between 2025 and 2029'],
    ['only timed events', calendar(event('SUMMARY:Dinner', 'DTSTART:20260101T190000Z')), '“Dinner” has a time of day'],
    ['a file cut short', `BEGIN:VCALENDAR\r\n${NEW_YEAR}`, 'The end of this file, after line 7,'],
    ['a line that is none', calendar(event('SUMMARY', 'DTSTART;VALUE=DATE:20260101')), 'Line 5 (“SUMMARY”) cannot be read'],
    ['a date that does not exist', calendar(event('SUMMARY:Odd', 'DTSTART;VALUE=DATE:20260231')), 'The event “Odd” has the date 2026-02-31, which does not exist'],
    ['a date of seven digits', calendar(event('SUMMARY:Odd', 'DTSTART;VALUE=DATE:2026013')), 'The event “Odd” has the date'],
    ['an event without a start', calendar(event('SUMMARY:Odd')), 'The event “Odd” has no start'],
    ['an end before the start', calendar(event('SUMMARY:Odd', 'DTSTART;VALUE=DATE:20260105', 'DTEND;VALUE=DATE:20260101')), 'The event “Odd” ends before it begins'],
    ['a year of holidays', calendar(event('SUMMARY:Odd', 'DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20270101')), 'The event “Odd” lasts 365 days'],
    ['a rule that is none', calendar(event('SUMMARY:Odd', 'DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=SOMETIMES')), 'Line 7 (“RRULE:FREQ=SOMETIMES”) cannot be read'],
    ['a duration that is none', calendar(event('SUMMARY:Odd', 'DTSTART;VALUE=DATE:20260101', 'DURATION:PBYM')), 'cannot be read'],
    ['a rule that never comes to an end', calendar(...Array.from({ length: 40 }, () => event('SUMMARY:Odd', 'DTSTART;VALUE=DATE:00010101', 'RRULE:FREQ=YEARLY;BYDAY=MO'))), 'The event “Odd” repeats too often'],
  ])('%s', (_why, text, sentence) => {
    const read = () => readHolidayFile(text, YEARS)
    expect(read).toThrow(Refusal)
    expect(read).toThrow(sentence)
  })
})
