import { describe, expect, test } from 'vitest'
import { attemptWords, isMoving, messageWords, reachWords, typesWords } from './webhook-words.ts'

const NOW = Temporal.Instant.from('2026-03-24T09:00:00Z')
const attempt = { at: '2026-03-24T08:58:00Z', status: 503, tookMs: 120, answer: '', error: null }
const message = { state: 'waiting' as const, nextAt: '2026-03-24T09:05:00Z', lastError: null, attempts: [attempt] }

test.each([[['wrap.signed'], 'wrap.signed'], [['wrap.signed', 'baton.offered'], 'wrap.signed and baton.offered'], [['a', 'b', 'c', 'd'], 'four kinds of happenings']])('%j is said as %s', (types, said) => expect(typesWords(types)).toBe(said))

test.each([
  [{ spaceId: null, spaceName: null }, 'everywhere, as far as Ana may see it'],
  [{ spaceId: 'x', spaceName: 'Billing' }, 'in Billing, as far as Ana may see it'],
  [{ spaceId: 'x', spaceName: null }, 'in a space that you do not see, as far as Ana may see it'],
])('%#', (given, said) => expect(reachWords({ ...given, ownerName: 'Ana' })).toBe(said))

describe('what became of a message', () => {
  test.each([
    [message, 'Tried again 09:05, after one try'],
    [{ ...message, attempts: [] }, 'Leaves in a moment'],
    [{ ...message, state: 'sending' as const }, 'On its way'],
    [{ ...message, state: 'sent' as const }, 'Taken'],
    [{ ...message, state: 'sent' as const, attempts: [attempt, attempt] }, 'Taken after two tries'],
    [{ ...message, state: 'kept' as const }, 'Kept here, since nothing leaves a demo'],
    [{ ...message, state: 'failed' as const }, 'Given up after one try'],
    [{ ...message, state: 'dropped' as const, lastError: 'The endpoint is switched off.' }, 'Not sent: The endpoint is switched off'],
  ])('%#', (given, said) => expect(messageWords(given, 'UTC', NOW)).toBe(said))
})

test.each([[attempt, '08:58: answered 503 after 120 ms'], [{ ...attempt, status: null, error: 'Nobody listens at this address.' }, '08:58: no answer after 120 ms: Nobody listens at this address']])('a try %#', (given, said) => expect(attemptWords(given, 'UTC', NOW)).toBe(said))

test('a log moves while something is about to leave', () => {
  const waiting = (nextAt: string | null) => isMoving([{ state: 'waiting', nextAt }], NOW)
  expect([isMoving([], NOW), waiting('2026-03-24T09:05:00Z'), waiting('2026-03-24T09:00:02Z'), waiting('2026-03-24T09:00:00Z'), waiting(null)]).toEqual([false, false, true, true, true])
  expect([isMoving([{ state: 'sending', nextAt: null }], NOW), isMoving([{ state: 'sent', nextAt: null }], NOW)]).toEqual([true, false])
})
