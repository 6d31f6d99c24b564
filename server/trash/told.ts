import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'

/** What was said of an entry elsewhere, between these moments. */
type Told = { number: number; from: Temporal.Instant; until: Temporal.Instant }

/** Stands in the outbox in the place of the subject of a mail whose words are gone. */
const SUBJECT = 'What this was about was deleted, and is gone'

/**
 * Takes the words of an entry out of what was sent and kept of it: that a mail was sent, to whom, when and why stays.
 * A mail about several entries loses all of its words; it is at least as old as the deletion.
 */
export async function forgetTold(act: Act, { number, from, until }: Told): Promise<void> {
  const { workspaceId } = act.actor
  await sql`update delivery set subject = ${SUBJECT}, body = (body - 'how') || '{"text": "", "links": []}',
      state = case when state = 'sent' then state else 'dropped' end, settled_at = coalesce(settled_at, ${act.now}::timestamptz), lease_until = null
    where workspace_id = ${workspaceId} and channel = 'mail' and created_at >= ${from}::timestamptz and created_at <= ${until}::timestamptz and body -> 'about' @> ${String(number)}::jsonb`.execute(act.tx)
  await act.tx.deleteFrom('delivery').where('workspace_id', '=', workspaceId).where('channel', '=', 'push').where('created_at', '<=', until).where('state', 'not in', ['waiting', 'sending']).execute()
  // What was answered to a request then is repeated no more: it may hold any text of that day.
  await act.tx.deleteFrom('idempotency').where('workspace_id', '=', workspaceId).where('created_at', '<=', until).execute()
}

/** Mails with which people answered: that they came stays, their titles and what was kept of them go. */
export async function forgetMailsIn(act: Act, entryId: string): Promise<void> {
  const { workspaceId } = act.actor
  await sql`update mail_in set title = '', raw = null where workspace_id = ${workspaceId} and reply_address_id in (select id from reply_address where workspace_id = ${workspaceId}
    and (subject_id = ${entryId} or subject_id in (select id from baton where workspace_id = ${workspaceId} and entry_id = ${entryId})))`.execute(act.tx)
}

/** Drafts of answers to it and of changes of it, whoever began them. Slots are those that `web/drafts/draft-words.ts` names. */
export async function forgetDrafts(act: Act, { number, replyIds }: { number: number; replyIds: readonly string[] }): Promise<void> {
  const slots = replyIds.map((id) => `edit:${id}`)
  await sql`delete from draft where workspace_id = ${act.actor.workspaceId} and (slot = any(${slots}) or slot ~ ${`^[a-z]+:(edit-)?${number}(:|$)`})`.execute(act.tx)
}

/** Shorter words stand in other texts too. Unit: UTF-16 units. */
const OWN_WORDS = 20

/** What its author set aside while writing it: hints on its own page, and such as quote its words. */
export async function forgetHints(act: Act, { entryId, number }: { entryId: string; number: number }): Promise<void> {
  const { workspaceId } = act.actor
  await sql`delete from writing_dismissal d where d.workspace_id = ${workspaceId} and (d.place ~ ${`^/(pages/|decisions/)?${number}(/|$)`} or (length(d.said) >= ${OWN_WORDS} and exists (
    select from entry_text t where t.workspace_id = d.workspace_id and t.entry_id = ${entryId} and position(rtrim(d.said, '…') in t.title || ' ' || regexp_replace(t.body, '[[:space:]]+', ' ', 'g')) > 0)))`.execute(act.tx)
}
