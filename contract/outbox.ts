import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, InstantText, page, pageInput } from './shapes.ts'

const STATES = ['waiting', 'sending', 'sent', 'kept', 'failed', 'dropped'] as const

export const DeliveryView = z.object({
  id: Id, personId: Id, personName: z.string(), subject: z.string(), reason: z.string().describe('Why they get it.'),
  state: z.enum(STATES).describe('`kept`: no mail server is set, so it waits here to be read; `dropped`: its reader has left.'),
  createdAt: InstantText, sendAt: InstantText, settledAt: InstantText.nullable(), attempts: z.number(), lastError: z.string().nullable(),
  content: z.object({ text: z.string(), links: z.array(z.object({ label: z.string(), url: z.string() })) }).nullable()
    .describe('Only of kept mails, to people who manage their reader and may write; null otherwise, since links sign in.'),
  can: z.array(z.enum(['send-again'])),
})
export const listOutbox = operation({
  name: 'outbox.list', method: 'GET', path: '/outbox', needs: 'admin:read',
  does: 'Lists every mail, newest first: waiting, sent, kept because there is no mail server, or failed and why.',
  input: z.object({ ...pageInput, state: z.enum(STATES).optional() }), output: page(DeliveryView), refuses: ['not_allowed', 'bad_input'],
})
export const sendAgain = operation({
  name: 'outbox.send-again', method: 'POST', path: '/outbox/:id/send-again', needs: 'admin:write',
  does: 'Tries a kept, failed or dropped mail again.', input: z.object({ id: Id }), output: DeliveryView, refuses: ['not_found', 'not_allowed', 'conflict'],
})

export type DeliveryView = z.output<typeof DeliveryView>
