import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, InstantText, page, pageInput } from './shapes.ts'

/** How a message leaves. */
export const CHANNELS = ['mail', 'push', 'webhook'] as const
const STATES = ['waiting', 'sending', 'sent', 'kept', 'failed', 'dropped'] as const

export const DeliveryView = z.object({
  id: Id, channel: z.enum(CHANNELS), personId: Id.describe('Whom it is for; of a webhook, who answers for it.'), personName: z.string(), subject: z.string(), reason: z.string().describe('Why they get it.'),
  state: z.enum(STATES).describe('`kept`: no mail server is set, or this is a demo, so it stays here; `dropped`: its reader has left, or may not learn of it any more; `lastError` says why.'),
  createdAt: InstantText, sendAt: InstantText, settledAt: InstantText.nullable(), attempts: z.number(), lastError: z.string().nullable(),
  content: z.object({ text: z.string(), links: z.array(z.object({ label: z.string(), url: z.string() })) }).nullable()
    .describe('Only of kept mails, to people who manage their reader and may write; null otherwise, since links sign in.'),
  can: z.array(z.enum(['send-again'])),
})
export const listOutbox = operation({
  name: 'outbox.list', method: 'GET', path: '/outbox', needs: 'admin:read',
  does: 'Lists every message that leaves, newest first: mails, pushes and webhooks that wait, were sent, were kept or failed, and why.',
  input: z.object({ ...pageInput, state: z.enum(STATES).optional(), channel: z.enum(CHANNELS).optional() }), output: page(DeliveryView), refuses: ['not_allowed', 'bad_input'],
})
export const sendAgain = operation({
  name: 'outbox.send-again', method: 'POST', path: '/outbox/:id/send-again', needs: 'admin:write',
  does: 'Tries a kept, failed or dropped message again, under the same id.', input: z.object({ id: Id }), output: DeliveryView, refuses: ['not_found', 'not_allowed', 'conflict'],
})

export type DeliveryView = z.output<typeof DeliveryView>
