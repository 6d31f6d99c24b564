import type { AttemptView, EndpointView, WebhookDelivery } from '#contract/webhooks.ts'
import { counted, formatWhen, listInWords } from '../ui/format.ts'
import { t } from '../ui/words.ts'

/** How many types are named one by one before they are counted. */
const NAMED_MAX = 3

/** What an endpoint is told of: `wrap.signed and baton.offered`, or how many kinds of things. */
export function typesWords(types: readonly string[]): string {
  return types.length > NAMED_MAX ? counted(types.length, 'kind of happening', 'kinds of happenings') : listInWords(types)
}

/** From where, and through whose eyes: `in Billing, as Ana sees it`. */
export function reachWords({ spaceId, spaceName, ownerName }: Pick<EndpointView, 'spaceId' | 'spaceName' | 'ownerName'>): string {
  const where = spaceId === null ? t`everywhere` : spaceName === null ? t`in a space that you do not see` : t`in ${spaceName}`
  return t`${where}, as far as ${ownerName} may see it`
}

/** What became of a message, in words. */
export function messageWords({ state, nextAt, lastError, attempts }: Pick<WebhookDelivery, 'state' | 'nextAt' | 'lastError' | 'attempts'>, zone: string, now: Temporal.Instant): string {
  const tries = counted(attempts.length, 'try', 'tries')
  switch (state) {
    case 'waiting': return attempts.length > 0 && nextAt !== null ? t`Tried again ${formatWhen(Temporal.Instant.from(nextAt), zone, now)}, after ${tries}` : t`Leaves in a moment`
    case 'sending': return t`On its way`
    case 'sent': return attempts.length > 1 ? t`Taken after ${tries}` : t`Taken`
    case 'kept': return t`Kept here, since nothing leaves a demo`
    case 'failed': return t`Given up after ${tries}`
    case 'dropped': return t`Not sent: ${(lastError ?? t`it was switched off`).replace(/\.$/, '')}`
  }
}

/** One try: `10:04: answered 503 after 120 ms`. */
export function attemptWords({ at, status, error, tookMs }: AttemptView, zone: string, now: Temporal.Instant): string {
  const said = status === null ? t`no answer after ${tookMs} ms: ${(error ?? '').replace(/\.$/, '')}` : t`answered ${status} after ${tookMs} ms`
  return `${formatWhen(Temporal.Instant.from(at), zone, now)}: ${said}`
}

export const toneOf = (state: WebhookDelivery['state']) => (state === 'failed' ? 'late' as const : state === 'sent' ? 'settled' as const : 'plain' as const)

/** How long before a message is due the page begins to watch it, for a clock that is a little behind the server's. Unit: s. */
const WATCHED_S = 5

/** Whether the page should read again soon, since a message is due or on its way. */
export const isMoving = (messages: readonly Pick<WebhookDelivery, 'state' | 'nextAt'>[], now: Temporal.Instant): boolean =>
  messages.some(({ state, nextAt }) => state === 'sending' || (state === 'waiting' && (nextAt === null || Temporal.Instant.compare(nextAt, now.add({ seconds: WATCHED_S })) <= 0)))
