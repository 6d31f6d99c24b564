import { afterEach, expect, test } from 'vitest'
import { ENGLISH } from '#domain/words/said.ts'
import { countDaysAs, speak } from './spoken.ts'
import { asWeek, firstDayOf } from './week.ts'

afterEach(() => speak(ENGLISH))

const SILENT = { getWeekInfo: undefined, weekInfo: undefined } as unknown as Intl.Locale
const withoutWeeks = (region: string) => Object.assign(Object.create(SILENT), { region }) as Intl.Locale

test.each([['en-GB', 1], ['de-DE', 1], ['de-CH', 1], ['en-US', 7], ['en-CA', 7], ['en-IE', 1]])('a week of %s begins on day %i, also where the browser does not know', (tag, first) => {
  expect(firstDayOf(tag)).toBe(first)
  expect(firstDayOf(tag, withoutWeeks(tag.slice(-2)))).toBe(first)
})

test('a week stands in the order of the reader’s country', () => {
  const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
  expect(asWeek(days)).toEqual(days)
  countDaysAs('en-US')
  expect(asWeek(days)).toEqual(['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'])
})
