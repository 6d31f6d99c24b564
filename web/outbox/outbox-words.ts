import type { DeliveryView } from '#contract/outbox.ts'
import { counted, formatWhen } from '../ui/format.ts'
import type { MailState } from './states.ts'

/** What became of a message, in words. */
export function deliveryWords({ channel, state, sendAt, settledAt, attempts, lastError }: Pick<DeliveryView, 'channel' | 'state' | 'sendAt' | 'settledAt' | 'attempts' | 'lastError'>, zone: string, now: Temporal.Instant): string {
  const at = (text: string) => formatWhen(Temporal.Instant.from(text), zone, now)
  const tries = counted(attempts, 'try', 'tries')
  switch (state) {
    case 'waiting': return attempts > 0 ? `Tried again ${at(sendAt)}, after ${tries}: ${lastError ?? 'the server did not answer'}` : `Goes out ${at(sendAt)}`
    case 'sending': return 'On its way'
    case 'sent': return `Sent ${at(settledAt ?? sendAt)}`
    case 'kept': return channel === 'mail' ? 'Kept here, since no mail server is set' : 'Kept here, since nothing leaves a demo'
    case 'failed': return `Given up after ${tries}: ${lastError ?? 'the server did not take it'}`
    case 'dropped': return lastError === null ? 'Not sent; its reader has left' : `Not sent: ${lastError.replace(/\.$/, '')}`
  }
}

/** Whom a message is for, and how it goes there. A webhook goes to no person: somebody answers for it. */
export function addresseeWords({ channel, personName }: Pick<DeliveryView, 'channel' | 'personName'>): string {
  switch (channel) {
    case 'mail': return `To ${personName}`
    case 'push': return `To a device of ${personName}`
    case 'webhook': return `For a webhook of ${personName}`
  }
}

/** How the words look; colour only repeats them. */
export const toneOf = (state: MailState) => (state === 'failed' ? 'late' as const : state === 'sent' ? 'settled' as const : 'plain' as const)
