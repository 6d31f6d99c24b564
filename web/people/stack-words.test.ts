import { describe, expect, test } from 'vitest'
import type { StackPerson } from './day-stack.ts'
import { stackDay } from './day-stack.ts'
import { angeles, berlin, lisbon, manila, tokyo, worksAt } from './people.test-kit.ts'
import { aboutLine, captionOf, headline, ledeOf } from './stack-words.ts'

const NOW = Temporal.Instant.from('2026-03-24T00:04:00Z')
const stack = (people: StackPerson[], date = '2026-03-24') => stackDay(people, date, { zone: 'Asia/Tokyo', id: 'k' }, NOW)

describe('the headline says only what is true', () => {
  test.each([
    ['all share', [tokyo, manila], 'Two people, shown in your time. All share 10:00 to 18:30.'],
    ['whole cities share where not all do', [tokyo, lisbon, angeles], 'Three people, shown in your time. Lisbon and Tokyo share 18:00 to 18:30.'],
    ['the more people, the better', [tokyo, manila, lisbon, berlin], 'Four people, shown in your time. All share 18:00 to 18:30.'],
    ['no two cities meet', [angeles, manila], 'Two people, shown in your time. No two cities share time on this day.'],
    ['many stretches are added up', [tokyo, { ...manila, calendar: worksAt('Asia/Manila', ['09:00', '10:00'], ['11:00', '12:00'], ['13:00', '14:00']) }], 'Two people, shown in your time. All share 3 h between 10:00 and 15:00.'],
    ['one alone', [tokyo], 'One person, shown in your time.'],
    ['two of one city, one apart', [tokyo, { ...tokyo, id: 'x' }, angeles], 'Three people, shown in your time. No two cities share time on this day.'],
  ])('%s', (_why, people, said) => expect(headline(stack(people))).toBe(said))

  test('a free day counts only those at work', () => {
    const holiday = { ...lisbon, calendar: { ...lisbon.calendar, holidays: new Set(['2026-03-23', '2026-03-24']) } }
    expect(headline(stack([tokyo, manila, holiday]))).toBe('Three people, shown in your time. Everybody at work shares 10:00 to 18:30.')
    expect(headline(stack([tokyo, manila], '2026-03-28'))).toContain('Nobody works on this day.')
    expect(headline(stack([tokyo, { ...manila, calendar: { ...manila.calendar, holidays: new Set(['2026-03-24']) } }]))).toContain('Only you work on this day.')
  })

  test('where a city shares only in part, people are named, the reader first', () => {
    const morning = { ...lisbon, id: 'x', calendar: worksAt('Europe/Lisbon', ['06:00', '08:00']) }
    expect(headline(stack([lisbon, morning, berlin, tokyo]))).toContain('You, Ana Duarte and Ben Okafor share 18:00 to 18:30.')
  })
})

test('the line under it names who shares nothing', () => {
  expect(ledeOf(stack([tokyo, lisbon, angeles]))).toBe('Tuesday 24 March. Los Angeles shares nothing with Tokyo on this day; hand over in writing.')
  expect(ledeOf(stack([tokyo, manila]))).toBe('Tuesday 24 March.')
})

test('people stand west to east', () => {
  expect(stack([tokyo, lisbon, manila, angeles, berlin]).rows.map((row) => row.city)).toEqual(['Los Angeles', 'Lisbon', 'Berlin', 'Manila', 'Tokyo'])
})

test('the picture is explained by who shares the strong band, which it is in light and dark', () => {
  expect(captionOf(stack([tokyo, lisbon, angeles]))).toContain('The faint band is work, the strong band is shared by Lisbon and Tokyo')
  expect(captionOf(stack([tokyo, manila]))).toContain('shared by everybody present')
})

test('a city is said once', () => {
  const row = (person: StackPerson, city: string) => aboutLine({ person, city }, NOW, 'Asia/Tokyo', new Map())
  expect(row(tokyo, 'Tokyo')).toBe('Tokyo · works until 18:30')
  expect(row(manila, 'Manila')).toBe('Starts in 56 min, at 09:00 Manila')
})

test('a strong band that ends with the day ends at 24:00', () => {
  const night = { ...tokyo, calendar: worksAt('Asia/Tokyo', ['20:00', '02:00']) }
  expect(headline(stack([night, { ...night, id: 'n' }]))).toContain('All share 00:00 to 02:00 and 20:00 to 24:00.')
})
