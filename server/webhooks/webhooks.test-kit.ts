import { randomUUID } from 'node:crypto'
import { postWrap } from '#contract/handoffs.ts'
import { addSpaceMember, createSpace } from '#contract/spaces.ts'
import { addWebhook, listWebhookDeliveries, listWebhooks, removeWebhook } from '#contract/webhooks.ts'
import type { WebhookDelivery, WebhookType } from '#contract/webhooks.ts'
import { startReceiver } from '#server/platform/channels/receiver.test-kit.ts'
import type { Receiver } from '#server/platform/channels/receiver.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
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

/** What the suites of webhooks stand on: Ben writes; Ana, another admin for each test, owns the endpoints that a receiver hears. */
export type WebhookSite = {
  app: TestApp; receiver: Receiver; ana: TestPerson; ben: TestPerson
  /** A private space of Ben’s with these members; answers its id. */
  privateSpace: (name: string, ...members: TestPerson[]) => Promise<string>
}

/** Starts app and receiver around a suite, and clears every endpoint after each test. Its parts stand once the tests run. */
export function webhookSite(on: { url: string }): WebhookSite {
  const site = {
    privateSpace: async (name: string, ...members: TestPerson[]) => {
      const { id } = await site.ben.call(createSpace, { name: `${name} ${randomUUID()}`, purpose: '', visibility: 'private', noise: 'work' })
      for (const member of members) await site.ben.call(addSpaceMember, { id, personId: member.id })
      return id
    },
  } as WebhookSite
  beforeAll(async () => {
    site.receiver = await startReceiver()
    site.app = await startTestApp(on, { outboundAllow: [site.receiver.host] })
    site.ben = await site.app.person('Ben Writer')
  })
  afterAll(async () => {
    await site.app.stop()
    await site.receiver.stop()
  })
  beforeEach(async () => { site.ana = await site.app.person(`Ana ${randomUUID()}`, { role: 'admin' }) })
  afterEach(async () => {
    const { endpoints } = await site.app.owner.call(listWebhooks, {})
    for (const { id } of endpoints) await site.app.owner.call(removeWebhook, { id })
    await settled(site.app)
    site.receiver.got.length = 0
    site.receiver.answers.length = 0
    site.receiver.says = 'thank you'
    site.app.mails.length = 0
  })
  return site
}
