import { describe, expect, test } from 'vitest'
import { justSentIn } from './use-writing-reply.ts'

describe('what was just sent', () => {
  const sent = { key: 'opening', undoUntil: '2026-03-24T08:00:10Z', can: ['undo' as const] }
  test('can be taken back until it is told', () => {
    expect(justSentIn([sent], Temporal.Instant.from('2026-03-24T08:00:04Z'))?.key).toBe('opening')
    expect(justSentIn([sent], Temporal.Instant.from('2026-03-24T08:00:10Z'))).toBeUndefined()
  })
  test('is nothing of others', () => expect(justSentIn([{ ...sent, can: [] }], Temporal.Instant.from('2026-03-24T08:00:04Z'))).toBeUndefined())
})
