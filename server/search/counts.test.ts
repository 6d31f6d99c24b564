import { expect, test } from 'vitest'
import { readCounts } from './counts.ts'

test.each([
  ['nothing', '', {}],
  ['places and weights', "'ledger':3,17A 'window':5C", { ledger: 2, window: 1 }],
  ['quotes and backslashes', "'it''s':1C,2C,9C 'a\\\\b':4C", { "it's": 3, 'a\\b': 1 }],
  ['names of objects', "'constructor':1 '__proto__':2,3", { constructor: 1, ['__proto__']: 2 }],
  ['colons and blanks inside', "'a:1,2 b':7,8", { 'a:1,2 b': 2 }],
])('%s', (_what, written, counts) => {
  expect({ ...readCounts(written) }).toEqual({ ...counts })
})
