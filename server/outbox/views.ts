import type { DeliveryView, listOutbox } from '#contract/outbox.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { allow, may } from '#domain/policy.ts'
import type { Act } from '#server/platform/act.ts'
import { pageOf, readCursor } from '#server/platform/http/cursor.ts'
import { deliveriesAfter } from './queries.ts'
import type { DeliveryRow } from './queries.ts'

/** States from which a message can be tried again. */
const SETTLED = new Set(['kept', 'failed', 'dropped'])

/** A page of messages, newest first. */
export async function viewOutbox(act: Act, { cursor, limit, state, channel }: InputOf<typeof listOutbox>): Promise<OutputOf<typeof listOutbox>> {
  allow(act.actor, 'workspace.manage')
  const rows = await deliveriesAfter(act, { after: cursor === undefined ? null : readCursor(cursor), state, channel, limit })
  return pageOf(rows, limit, { keyset: (row) => ({ at: row.created_at, id: row.id }), item: (row) => viewDelivery(act, row) })
}

/**
 * One message. The links of a mail sign in as their reader, so the words of it are for those who may do that anyway: people who
 * manage the reader, and no token that only reads.
 */
export function viewDelivery({ actor, server }: Pick<Act, 'actor' | 'server'>, row: DeliveryRow): DeliveryView {
  const manages = may(actor, 'person.manage', { person: { workspaceId: actor.workspaceId, id: row.person_id, role: row.role, memberOf: [] } })
  const shown = row.state === 'kept' && manages && actor.scopes.has('admin:write')
  return {
    id: row.id, channel: row.channel, personId: row.person_id, personName: row.name, subject: row.subject, reason: row.reason, state: row.state, createdAt: row.created_at.toString(),
    sendAt: row.send_at.toString(), settledAt: row.settled_at?.toString() ?? null, attempts: row.attempts, lastError: row.last_error,
    content: shown && 'text' in row.body ? { text: row.body.text, links: row.body.links } : null,
    can: SETTLED.has(row.state) && (row.channel !== 'mail' || server.mailWorks) && row.person_state !== 'deactivated' ? ['send-again'] : [],
  }
}
