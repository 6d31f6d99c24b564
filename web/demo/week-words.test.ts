import { expect, test } from 'vitest'
import { askWords } from './week-words.ts'

test.each([
  ['each is named, also what nobody answered', [9, 2, 2, 6], 'Nine asks were asked: two answered, both in time; six still open; one ended without an answer.'],
  ['nothing is said of what is not', [200, 180, 171, 20], '200 asks were asked: 180 answered, 171 of them in time; 20 still open.'],
  ['all in time', [4, 3, 3, 1], 'Four asks were asked: three answered, all in time; one still open.'],
  ['one, in time', [1, 1, 1, 0], 'One ask was asked: one answered, in time; none still open.'],
  ['one, late', [1, 1, 0, 0], 'One ask was asked: one answered, late; none still open.'],
  ['none in time', [2, 2, 0, 0], 'Two asks were asked: two answered, none of them in time; none still open.'],
  ['none answered', [3, 0, 0, 1], 'Three asks were asked: none answered; one still open; two ended without an answer.'],
] as const)('what became of the asks of a week: %s', (_why, [asked, answered, inTime, open], words) => {
  expect(askWords({ asked, answered, inTime, open })).toBe(words)
})
