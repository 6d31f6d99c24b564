import type { claimPlaceholder } from '#contract/imports.ts'
import type { InputOf } from '#contract/operation.ts'
import { allow } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { personFor } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'

/**
 * Gives what a placeholder wrote to the person that they are, and lets the placeholder go.
 * @throws {Refusal} `not_found` for whoever is no placeholder, `conflict` for giving it to another placeholder
 */
export async function claim(act: Act, { id, personId }: InputOf<typeof claimPlaceholder>): Promise<{ ok: true }> {
  allow(act.actor, 'import.run')
  const { workspaceId } = act.actor
  const held = await act.tx.selectFrom('person').select(['id', 'placeholder_source', 'state']).where('workspace_id', '=', workspaceId).where('id', 'in', [id, personId]).orderBy('id').forUpdate().execute()
  const placeholder = held.find((row) => row.id === id)
  if (!placeholder?.placeholder_source || placeholder.state !== 'deactivated') throw new Refusal('not_found', said`There is no such person of an import who has not come yet.`, said`Look at the list of people whom imports named.`)
  if (placeholder.placeholder_source === 'longhand') throw new Refusal('conflict', said`This person came with an export of Longhand, with hours, asks and decisions of theirs.`, said`Invite them by their address; then all of it is theirs.`)
  const { rights } = await personFor(act, personId)
  allow(act.actor, 'person.manage', { person: rights })
  if ((held.find((row) => row.id === personId)?.placeholder_source ?? null) !== null) throw new Refusal('conflict', said`This person has not come either.`, said`Choose somebody who is in the workspace, or invite them first.`)
  await give(act, id, personId)
  await act.emit({ kind: 'people.changed', payload: { personId } })
  return { ok: true }
}

/** Everything that an import writes with a person in it. */
async function give(act: Act, from: string, to: string): Promise<void> {
  const { workspaceId } = act.actor
  for (const table of ['entry', 'thread', 'reply', 'entry_text'] as const) {
    await act.tx.updateTable(table).set({ author_id: to }).where('workspace_id', '=', workspaceId).where('author_id', '=', from).execute()
  }
  await act.tx.updateTable('reply').set({ quote_author_id: to }).where('workspace_id', '=', workspaceId).where('quote_author_id', '=', from).execute()
  await act.tx.updateTable('import_person').set({ person_id: to }).where('workspace_id', '=', workspaceId).where('person_id', '=', from).execute()
  await sql`insert into reaction (workspace_id, subject_id, emoji, person_id, at) select workspace_id, subject_id, emoji, ${to}::uuid, at from reaction where workspace_id = ${workspaceId} and person_id = ${from} on conflict do nothing`.execute(act.tx)
  await act.tx.deleteFrom('reaction').where('workspace_id', '=', workspaceId).where('person_id', '=', from).execute()
  await act.tx.deleteFrom('credential').where('workspace_id', '=', workspaceId).where('person_id', '=', from).execute()
  await act.tx.deleteFrom('person').where('workspace_id', '=', workspaceId).where('id', '=', from).execute()
}
