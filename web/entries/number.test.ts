import { expect, test } from 'vitest'
import { numberIn } from './number.ts'

test.each([['128', 128], ['0', undefined], ['012', undefined], ['people', undefined], ['1e3', undefined], ['9999999999999999', undefined]])('/%s', (text, number) => {
  expect(numberIn(text)).toBe(number)
})
