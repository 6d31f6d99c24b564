import type { DeliveryView } from '#contract/outbox.ts'
import { counted, formatWhen } from '../ui/format.ts'
import type { MailState } from './states.ts'

/** What became of a mail, in words. */
export function deliveryWords({ state, sendAt, settledAt, attempts, lastError }: Pick<DeliveryView, 'state' | 'sendAt' | 'settledAt' | 'attempts' | 'lastError'>, zone: string, now: Temporal.Instant): string {
  const at = (text: string) => formatWhen(Temporal.Instant.from(text), zone, now)
  const tries = counted(attempts, 'try', 'tries')
  switch (state) {
    case 'waiting': return attempts > 0 ? `Tried again ${at(sendAt)}, after ${tries}: ${lastError ?? 'the server did not answer'}` : `Goes out ${at(sendAt)}`
    case 'sending': return 'On its way'
    case 'sent': return `Sent ${at(settledAt ?? sendAt)}`
    case 'kept': return 'Kept here, since no mail server is set'
    case 'failed': return `Given up after ${tries}: ${lastError ?? 'the server did not take it'}`
    case 'dropped': return 'Not sent; its reader has left'
  }
}

/** How the words look; colour only repeats them. */
export const toneOf = (state: MailState) => (state === 'failed' ? 'late' as const : state === 'sent' ? 'settled' as const : 'plain' as const)
