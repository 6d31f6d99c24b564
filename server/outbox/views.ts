import type { DeliveryView, listOutbox } from '#contract/outbox.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { allow, may } from '#domain/policy.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { seenEntries } from '#server/platform/channels/still-seen.ts'
import type { MailBody } from '#server/platform/db/tables/platform.ts'
import { pageOf, readCursor } from '#server/platform/http/cursor.ts'
import { wordsOf } from '#server/platform/words.ts'
import { deliveriesAfter } from './queries.ts'
import type { DeliveryRow } from './queries.ts'

/** States from which a message can be tried again. */
const SETTLED = new Set(['kept', 'failed', 'dropped'])

/** A mail whose words went with what it was about. */
export const isWordless = (row: Pick<DeliveryRow, 'body'>): boolean => 'text' in row.body && row.body.text === ''

/** A page of messages, newest first. */
export async function viewOutbox(act: Act, { cursor, limit, state, channel }: InputOf<typeof listOutbox>): Promise<OutputOf<typeof listOutbox>> {
  allow(act.actor, 'workspace.manage')
  const rows = await deliveriesAfter(act, { after: cursor === undefined ? null : readCursor(cursor), state, channel, limit })
  const page = pageOf(rows, limit, { keyset: (row) => ({ at: row.created_at, id: row.id }), item: (row) => row })
  return { items: await viewDeliveries(act, page.items), next: page.next }
}

type Viewer = Pick<Act, 'tx' | 'actor' | 'server'>

/** Messages as the actor may see them: managing people does not open the private spaces that their mails speak of. */
export async function viewDeliveries(act: Viewer, rows: readonly DeliveryRow[]): Promise<DeliveryView[]> {
  const seen = await seenEntries(act.tx, act.actor, [...new Set(rows.flatMap((row) => aboutOf(row)))])
  return rows.map((row) => viewDelivery(act, row, isOpenTo(act, row, seen)))
}

const mailOf = ({ body }: DeliveryRow): MailBody | null => 'text' in body ? body : null
const aboutOf = (row: DeliveryRow): readonly number[] => mailOf(row)?.about ?? []

const isOpenTo = ({ actor }: Viewer, row: DeliveryRow, seen: ReadonlySet<number>): boolean =>
  (row.person_id === actor.personId || mailOf(row)?.own !== true) && aboutOf(row).every((number) => seen.has(number))

/**
 * One message. The links of a mail sign in as their reader, so the words of it are for those who may do that anyway: people who
 * manage the reader, and no token that only reads.
 */
function viewDelivery({ actor, server }: Viewer, row: DeliveryRow, open: boolean): DeliveryView {
  const manages = may(actor, 'person.manage', { person: { workspaceId: actor.workspaceId, id: row.person_id, role: row.role, memberOf: [] } })
  const words = wordsOf({ actor })
  const shown = open && row.state === 'kept' && manages && actor.scopes.has('admin:write')
  return {
    id: row.id, channel: row.channel, personId: row.person_id, personName: row.name, state: row.state,
    subject: open ? row.subject : inWords(said`Something that you may not see`, words), reason: open ? row.reason : inWords(said`What it is about is not open to you.`, words), createdAt: row.created_at.toString(),
    sendAt: row.send_at.toString(), settledAt: row.settled_at?.toString() ?? null, attempts: row.attempts, lastError: row.last_error,
    content: shown && 'text' in row.body ? { text: row.body.text, links: row.body.links } : null,
    can: SETTLED.has(row.state) && !isWordless(row) && (row.channel !== 'mail' || server.mailWorks) && row.person_state !== 'deactivated' ? ['send-again'] : [],
  }
}
