import { expect, test, vi } from 'vitest'
import { remembering } from './remember.ts'

test('makes each answer once, and lets go of all when there are too many', () => {
  const make = vi.fn<(text: string) => string>((text) => text.toUpperCase())
  const remember = remembering<string, string>(2)
  const ask = (text: string) => remember(text, () => make(text))
  expect([ask('a'), ask('b'), ask('a'), ask('b')]).toEqual(['A', 'B', 'A', 'B'])
  expect(make).toHaveBeenCalledTimes(2)
  expect([ask('c'), ask('a')]).toEqual(['C', 'A'])
  expect(make).toHaveBeenCalledTimes(4)
})
