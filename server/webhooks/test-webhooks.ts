import { postWrap } from '#contract/handoffs.ts'
import { addWebhook, listWebhookDeliveries } from '#contract/webhooks.ts'
import type { WebhookDelivery, WebhookType } from '#contract/webhooks.ts'
import type { Receiver } from '#server/platform/channels/test-receiver.ts'
import type { TestApp, TestPerson } from '#server/test-app.ts'
import { Webhook } from 'standardwebhooks'

/** Something that a webhook may never be told. */
export const WORDS = 'The migration of the ledger stands still'

export const sign = async (person: TestPerson, spaceId: string) => (await person.call(postWrap, { spaceId, state: WORDS, nextAction: WORDS, mostImportant: WORDS })).number

export const told = (person: TestPerson, receiver: Receiver, { types = ['wrap.signed'], spaceId = null, path = '/hook' }: { types?: WebhookType[]; spaceId?: string | null; path?: string } = {}) =>
  person.call(addWebhook, { url: `${receiver.url}${path}`, types, spaceId })

/** Everything that is due at this moment has happened. */
export const settled = (app: TestApp) => app.app.worker.runDue()

/** Moves the clock on from where it stands. */
export const after = (app: TestApp, by: Temporal.DurationLike) => app.advanceTo(app.app.platform.clock.now().add(by).toString())

export const log = async (person: TestPerson, id: string): Promise<WebhookDelivery[]> => (await person.call(listWebhookDeliveries, { id })).items

/** Whether one of the signatures of what came is by this secret. */
export function isSignedBy(secret: string, { headers, text }: Receiver['got'][number]): boolean {
  const at = new Date(Number(headers['webhook-timestamp']) * 1000)
  return String(headers['webhook-signature']).split(' ').includes(new Webhook(secret).sign(String(headers['webhook-id']), at, text))
}
