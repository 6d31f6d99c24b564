import { describe, expect, test } from 'vitest'
import { sentKeys, serverSlot, slotOf, textsIn } from './text-draft-list.ts'

const kept = (value: unknown, at: string) => JSON.stringify({ value, version: 1, at, by: 'window' })

describe('texts that were begun', () => {
  test('are a person’s own, newest first, without empty ones and other kinds', () => {
    const stored: [string, string][] = [
      ['longhand.draft.reply-1@ana', kept('older', '2026-03-24T08:00:00Z')], ['longhand.draft.thread@ana', kept('newer', '2026-03-24T09:00:00Z')], ['longhand.draft.reply-2@ana', kept('  ', '2026-03-24T09:00:00Z')],
      ['longhand.draft.reply-1@ben', kept('not hers', '2026-03-24T09:00:00Z')], ['longhand.draft.wrap', kept({ state: '' }, '2026-03-24T09:00:00Z')], ['longhand.draft.page:new@ana', kept({ title: 'Tides', text: 'High.', base: null }, '2026-03-24T08:30:00Z')], ['longhand.draft.page:edit-9@ana', kept({ title: '', text: ' ' }, '2026-03-24T08:30:00Z')], ['longhand.draft.x@ana', 'broken'], ['longhand.theme', 'dark'],
    ]
    expect(textsIn(stored, 'ana').map(({ slot, text }) => [slot, text])).toEqual([['thread', 'newer'], ['page:new', 'Tides\n\nHigh.'], ['reply-1', 'older']])
  })
  test('the server hears the slot without the person', () => expect(serverSlot(slotOf('reply-128', 'ana'))).toBe('reply-128'))
  test('those that the server has may go from a device that is left; others stay, and so does what is no draft', () => {
    const draft = (more: object) => JSON.stringify({ value: 'words', version: 1, at: '2026-03-24T08:00:00Z', by: 'window', ...more })
    expect(sentKeys([
      ['longhand.draft.thread@ana', draft({ sent: true })], ['longhand.draft.thread@ben', draft({ sent: true })], ['longhand.draft.reply:1@ana', draft({})], ['longhand.draft.reply:2@ana', draft({ sent: true, other: { value: 'theirs' } })],
      ['longhand.draft.x', 'broken'], ['longhand.unsent', draft({ sent: true })],
    ])).toEqual(['longhand.draft.thread@ana', 'longhand.draft.thread@ben'])
  })
  test('before anybody is known the slot stands alone', () => expect(slotOf('reply-128', undefined)).toBe('reply-128'))
})
