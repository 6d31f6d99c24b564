import type { DeliveryView } from '#contract/outbox.ts'
import { counted, formatWhen } from '../ui/format.ts'
import type { MailState } from './states.ts'
import { heard, t } from '../ui/words.ts'

/** What became of a message, in words. */
export function deliveryWords({ channel, state, sendAt, settledAt, attempts, lastError }: Pick<DeliveryView, 'channel' | 'state' | 'sendAt' | 'settledAt' | 'attempts' | 'lastError'>, zone: string, now: Temporal.Instant): string {
  const at = (text: string) => formatWhen(Temporal.Instant.from(text), zone, now)
  const tries = counted(attempts, 'try', 'tries')
  switch (state) {
    case 'waiting': return attempts > 0 ? t`Tried again ${at(sendAt)}, after ${tries}: ${lastError ?? t`the server did not answer`}` : t`Goes out ${at(sendAt)}`
    case 'sending': return t`On its way`
    case 'sent': return t`Sent ${at(settledAt ?? sendAt)}`
    case 'kept': return channel === 'mail' ? t`Kept here, since no mail server is set` : t`Kept here, since nothing leaves a demo`
    case 'failed': return t`Given up after ${tries}: ${lastError ?? t`the server did not take it`}`
    case 'dropped': return lastError === null ? t`Not sent; its reader has left` : t`Not sent: ${heard(lastError).replace(/\.$/, '')}`
  }
}

/** Whom a message is for, and how it goes there. A webhook goes to no person: somebody answers for it. */
export function addresseeWords({ channel, personName }: Pick<DeliveryView, 'channel' | 'personName'>): string {
  switch (channel) {
    case 'mail': return t`To ${personName}`
    case 'push': return t`To a device of ${personName}`
    case 'webhook': return t`For a webhook of ${personName}`
  }
}

/** How the words look; colour only repeats them. */
export const toneOf = (state: MailState) => (state === 'failed' ? 'late' as const : state === 'sent' ? 'settled' as const : 'plain' as const)
