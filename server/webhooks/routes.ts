import * as contract from '#contract/webhooks.ts'
import { WEBHOOK_TYPES } from '#contract/webhooks.ts'
import type { WebhookType } from '#contract/webhooks.ts'
import { allow, may } from '#domain/policy.ts'
import type { Act, Listener } from '#server/platform/act.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { add, disable, edit, enable, redeliver, remove, renewSecret, test } from './commands.ts'
import { allEndpoints, changeEndpoint } from './queries.ts'
import { webhookSender } from './sender.ts'
import { rightsOf, tellEndpoints } from './tell.ts'
import { webhookTimers } from './timers.ts'
import { viewEndpoint, viewEndpoints, viewLog } from './views.ts'

/** Other programs are told what happens in these rooms, as each of them says in `Feature.webhooks`. */
export function webhooks(rooms: readonly Feature[]): Feature {
  const told = rooms.flatMap((room) => Object.entries(room.webhooks ?? {})).map(([kind, as]) => ({ kind, ...(typeof as === 'string' ? { type: as, afterUndo: false } : as) }))
  const types = new Set(told.map(({ type }) => type))
  const offers = (Object.keys(WEBHOOK_TYPES) as WebhookType[]).filter((type) => types.has(type)).map((type) => ({ type, does: WEBHOOK_TYPES[type] }))
  const listens = Object.fromEntries(told.map(({ kind, type, afterUndo }): [string, Listener] => [kind, (act, event) => tellEndpoints(act, { type, event, afterUndo })]))
  return {
    name: 'webhooks',
    routes: [
      on(contract.listWebhooks, async (act) => {
        const manages = may(act.actor, 'workspace.manage')
        const endpoints = (await allEndpoints(act)).filter((endpoint) => may(act.actor, 'webhook.see', { webhook: rightsOf(endpoint) }))
        if (endpoints.length === 0) allow(act.actor, 'workspace.manage')
        return { endpoints: await viewEndpoints(act, endpoints), offers, can: manages ? ['add' as const] : [] }
      }),
      on(contract.addWebhook, add), on(contract.readWebhook, (act, { id }) => viewEndpoint(act, id)), on(contract.editWebhook, edit), on(contract.renewWebhookSecret, renewSecret),
      on(contract.disableWebhook, disable), on(contract.enableWebhook, enable), on(contract.removeWebhook, remove), on(contract.testWebhook, test),
      on(contract.listWebhookDeliveries, viewLog), on(contract.redeliverWebhook, redeliver),
    ],
    timers: webhookTimers, finders: Object.keys(webhookTimers),
    listens: { ...listens, 'people.deactivated': (act, event) => switchOffThoseOf(act, event.payload?.['personId']) },
    sends: { webhook: webhookSender },
  }
}

/** Who has left answers for nothing any more. */
async function switchOffThoseOf(act: Act, personId: unknown): Promise<void> {
  for (const endpoint of await allEndpoints(act)) {
    if (endpoint.owner_id === personId && endpoint.state === 'active') await changeEndpoint(act, endpoint.id, { state: 'disabled', disabled_because: 'owner', disabled_at: act.now })
  }
}
