import { describe, expect, test } from 'vitest'
import { headWords, hrefOf, unreadWords } from './list-words.ts'
import { viewOf } from './view.ts'

describe('the list', () => {
  test('an address names a view, everywhere or in a space', () => {
    expect([viewOf('unread'), viewOf('nonsense'), viewOf(undefined)]).toEqual(['unread', 'all', 'all'])
    expect([hrefOf('all', undefined), hrefOf('unread', 'x'), hrefOf('all', 'x')]).toEqual(['/threads', '/threads?view=unread&space=x', '/threads?space=x'])
  })
  const head = { kind: 'thread' as const, replies: 0, unread: 0, following: 'off' as const, resolved: false, ask: null }
  test('says what a thread is', () => {
    expect(headWords({ ...head, replies: 2, following: 'muted' })).toEqual(['two replies', 'muted'])
    expect(headWords({ ...head, kind: 'ask', ask: { state: 'overdue', answererName: 'Mei', dueAt: null } })).toEqual(['Ask late, waits for Mei'])
  })
  test('says what is new', () => expect([unreadWords({ unread: 0, replies: 4 }), unreadWords({ unread: 2, replies: 4 }), unreadWords({ unread: 1, replies: 0 })]).toEqual([undefined, 'Two new texts', 'New']))
})
