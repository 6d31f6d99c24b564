import { expect, test } from 'vitest'
import { SAID } from '../said.test-kit.ts'
import { menuOf } from './text-acts.ts'
import type { ThreadText } from './texts.ts'

test('a menu holds what is possible, and marks only for texts of others', () => {
  const keys = (text: ThreadText) => menuOf(text, { me: 'a', number: 7, canWrite: true }).map(({ key }) => key)
  expect(keys({ ...SAID, can: ['edit', 'delete'] })).toEqual(['edit', 'delivery', 'save', 'unread', 'link', 'ask', 'elevate', 'delete'])
  expect(keys({ ...SAID, replyId: 'r', authorId: 'b' })).toContain('too-long')
})
