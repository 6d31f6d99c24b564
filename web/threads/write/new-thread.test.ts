import { describe, expect, test } from 'vitest'
import { missingIn, NEW_THREAD, postOf } from './new-thread.ts'

describe('a thread that is being written', () => {
  test('says what is missing, of a notice more', () => {
    expect(Object.keys(missingIn(NEW_THREAD))).toEqual(['space', 'title', 'body'])
    expect(Object.keys(missingIn({ ...NEW_THREAD, kind: 'change', spaceId: 's', title: 'The window' }))).toEqual(['was', 'now', 'since', 'why'])
  })
  test('carries a change only where it is notice of one', () => {
    const change = { was: ' a ', now: 'b', since: '2026-03-24', why: 'c', mustRead: [] }
    expect(postOf({ ...NEW_THREAD, spaceId: 's', title: ' T ', change })).toEqual({ spaceId: 's', title: 'T', body: '', files: [], kind: 'thread' })
    expect(postOf({ ...NEW_THREAD, kind: 'change', spaceId: 's', title: 'T', change })).toMatchObject({ change: { was: 'a' } })
  })
})
