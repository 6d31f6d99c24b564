import { expect, test } from 'vitest'
import { stillWrong } from './still-wrong.ts'

test('what was mended is told no more, what changed is told anew, and what was not told of waits for the next try', () => {
  expect(stillWrong({ state: 'Say it.', invite: 'Not whole: ben@, mei@' }, { invite: 'Not whole: mei@', name: 'Write a name.' })).toEqual({ invite: 'Not whole: mei@' })
})
