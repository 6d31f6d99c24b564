import { linksIn, mayCall, mayLink } from '#domain/links/links-in.ts'
import type { TextLink } from '#domain/links/links-in.ts'
import { titleKey } from '#domain/links/title-key.ts'
import { visiblePeople } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import type { EntryKind } from '#server/platform/db/tables/workspace.ts'
import { sql } from 'kysely'

/** Kinds that are written to stay, and so may be linked by their titles. */
const TITLED: readonly EntryKind[] = ['page', 'decision', 'learning']

type Kept = { id: string; entryId: string; title: string; body: string; /** Null for a reply. */ kind: EntryKind | null; rewritten: boolean }

/** Keeps what a text points at, and what its entry is called. */
export async function keepTextLinks(act: Act, { id, entryId, title, body, kind, rewritten }: Kept): Promise<void> {
  await keepLinks(act, { id, entryId, text: title === '' ? body : `${title}\n${body}`, rewritten })
  if (kind !== null && TITLED.includes(kind)) await keepTitle(act, entryId, title)
}

/** A text with what it is part of. `rewritten`: there may be links of it already. */
type LinkedText = { id: string; entryId: string; text: string; rewritten: boolean }

/** Keeps what a text points at, as it reads now. Titles and numbers need not stand for anything yet. */
async function keepLinks(act: Act, { id, entryId, text, rewritten }: LinkedText): Promise<void> {
  if (rewritten) await dropLinks(act, id)
  if (!mayLink(text)) return
  const people = mayCall(text) ? await visiblePeople(act) : []
  const links = linksIn(text, { origin: act.server.publicUrl, people })
  if (links.length === 0) return
  await act.tx.insertInto('text_link').values(links.map((link, place) => ({
    workspace_id: act.actor.workspaceId, text_id: id, place, from_id: entryId, kind: link.kind, ...targetOf(act, link), written: link.written, sentence: link.sentence,
  }))).execute()
}

function targetOf({ actor: { workspaceId } }: Act, link: TextLink) {
  const none = { to_number: null, to_title: null, to_person: null, stood_in: null }
  switch (link.kind) {
    case 'title': return { ...none, to_title: link.title }
    case 'person': return { ...none, to_person: link.personId }
    default: return { ...none, to_number: link.number, stood_in: sql<string>`(select e.space_id from entry e where e.workspace_id = ${workspaceId} and e.number = ${link.number})` }
  }
}

/** Forgets what a text points at. */
export async function dropLinks({ tx, actor: { workspaceId } }: Act, textId: string): Promise<void> {
  await tx.deleteFrom('text_link').where('workspace_id', '=', workspaceId).where('text_id', '=', textId).execute()
}

/** Replies went to another entry, and with them what they point at. */
export async function moveLinks({ tx, actor: { workspaceId } }: Act, textIds: readonly string[], entryId: string): Promise<void> {
  if (textIds.length === 0) return
  await tx.updateTable('text_link').set({ from_id: entryId }).where('workspace_id', '=', workspaceId).where('text_id', 'in', [...textIds]).execute()
}

/** Remembers that an entry which is written to stay is called this, now or once. */
async function keepTitle({ tx, actor: { workspaceId } }: Act, entryId: string, title: string): Promise<void> {
  await tx.insertInto('entry_title').values({ workspace_id: workspaceId, entry_id: entryId, title_key: titleKey(title) }).onConflict((row) => row.doNothing()).execute()
}
