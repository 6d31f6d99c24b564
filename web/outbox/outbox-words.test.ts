import { describe, expect, test } from 'vitest'
import { addresseeWords, deliveryWords } from './outbox-words.ts'
import { stateIn } from './states.ts'

const NOW = Temporal.Instant.from('2026-03-24T09:00:00Z')
const mail = { channel: 'mail', state: 'waiting', sendAt: '2026-03-24T09:30:00Z', settledAt: null, attempts: 0, lastError: null } as const

describe('what became of a mail', () => {
  test.each([
    [mail, 'Goes out 09:30'],
    [{ ...mail, attempts: 2, lastError: 'greylisted' }, 'Tried again 09:30, after two tries: greylisted'],
    [{ ...mail, state: 'sent' as const, settledAt: '2026-03-23T18:00:00Z' }, 'Sent yesterday 18:00'],
    [{ ...mail, state: 'kept' as const }, 'Kept here, since no mail server is set'],
    [{ ...mail, state: 'failed' as const, attempts: 1, lastError: 'no such mailbox' }, 'Given up after one try: no such mailbox'],
    [{ ...mail, state: 'dropped' as const }, 'Not sent; its reader has left'],
    [{ ...mail, channel: 'push' as const, state: 'kept' as const }, 'Kept here, since nothing leaves a demo'],
    [{ ...mail, channel: 'webhook' as const, state: 'dropped' as const, lastError: 'It is switched off.' }, 'Not sent: It is switched off'],
  ])('%#', (given, said) => expect(deliveryWords(given, 'UTC', NOW)).toBe(said))
})

test.each([['failed', 'failed'], ['all', undefined], ['lost', undefined]])('the address %s looks for %s', (value, state) => expect(stateIn(value)).toBe(state))

test.each([['mail', 'To Ben'], ['push', 'To a device of Ben'], ['webhook', 'For a webhook of Ben']] as const)('a %s goes %s', (channel, said) => expect(addresseeWords({ channel, personName: 'Ben' })).toBe(said))
