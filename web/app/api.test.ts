import { describe, expect, test } from 'vitest'
import { ProblemError } from '#contract/problem.ts'
import { isNamed, keyOf, makeOnePress, makePressKeys, problemFrom } from './api.ts'

describe('a press is one idempotency key', () => {
  test('the same until its answer is known, then another', () => {
    let made = 0
    const keys = makePressKeys(() => `key-${made += 1}`)
    expect(keys.keyFor('handoffs.accept', { id: 7 })).toBe('key-1')
    expect(keys.keyFor('handoffs.accept', { id: 7 })).toBe('key-1')
    expect(keys.keyFor('handoffs.accept', { id: 8 })).toBe('key-2')
    keys.settle('handoffs.accept', { id: 7 })
    expect(keys.keyFor('handoffs.accept', { id: 7 })).toBe('key-3')
  })
})

test('the second press of a double click does nothing; one of something else does, and so does the next', () => {
  const presses = makeOnePress()
  expect([presses.begin({ email: 'ben@example.org' }), presses.begin({ email: 'ben@example.org' })]).toEqual([true, false])
  expect(presses.begin({ email: 'mei@example.org' })).toBe(true)
  presses.over()
  expect(presses.begin({ email: 'mei@example.org' })).toBe(true)
})

test.each([['handoffs.list', true], ['handoffs', true], ['handoffs-old.list', false], ['brief.read', false]])('%s is named', (operation, named) => {
  expect(isNamed(operation, ['handoffs'])).toBe(named)
})

test('a read is kept under its operation and input', () => expect(keyOf({ name: 'brief.read' }, { day: '2026-03-24' })).toEqual(['brief.read', { day: '2026-03-24' }]))

test('an error always says what to do', () => {
  const problem = { type: 'about:blank', title: 'Gone.', status: 410, code: 'link_used', next: 'Ask for another link.' }
  expect(problemFrom(new ProblemError(problem))).toBe(problem)
  expect(problemFrom(new Error('boom')).next).toContain('Reload')
})
