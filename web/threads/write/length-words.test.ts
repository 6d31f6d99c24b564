import { expect, test } from 'vitest'
import { lengthWords } from './length-words.ts'

test('over the agreed length something shorter is suggested', () => {
  expect(lengthWords('one two — three', 3)).toBeUndefined()
  expect(lengthWords('one two three four', 3)).toMatch(/^4 words\. Over 3/)
})
