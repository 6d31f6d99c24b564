import { expect, test } from 'vitest'
import { splitAtNumbers } from './entry-links.ts'

test.each([
  ['see #212.', [212]], ['#1 and #22', [1, 22]], ['(#7)', [7]], ['a#7', []], ['page/#7', []], ['&#39;', []], ['#7b', []], ['#0', []], ['##7', []], ['# 7', []], ['', []],
])('%s', (text, numbers) => {
  const parts = splitAtNumbers(text)
  expect(parts.flatMap((part) => part.number ?? [])).toEqual(numbers)
  expect(parts.map((part) => part.text).join('')).toBe(text)
})
