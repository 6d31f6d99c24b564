import { may } from '#domain/policy.ts'
import { placeOf } from '#server/spaces/public.ts'
import { isSeen } from './queries.ts'
import type { Looker } from './queries.ts'

export type LinkRow = Awaited<ReturnType<typeof linksOf>>[number]

/** What supersedes what and depends on what around these decisions, with the other end, as far as the actor may see it. Indexes: the key of decision_link, decision_link_to. */
export async function linksOf(act: Looker, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { workspaceId } = act.actor
  const rows = await act.tx.selectFrom('decision_link as l')
    .innerJoin('decision as f', (join) => join.onRef('f.workspace_id', '=', 'l.workspace_id').onRef('f.entry_id', '=', 'l.from_id'))
    .innerJoin('entry as fe', (join) => join.onRef('fe.workspace_id', '=', 'l.workspace_id').onRef('fe.id', '=', 'l.from_id'))
    .innerJoin('space as fs', (join) => join.onRef('fs.workspace_id', '=', 'fe.workspace_id').onRef('fs.id', '=', 'fe.space_id'))
    .innerJoin('decision as t', (join) => join.onRef('t.workspace_id', '=', 'l.workspace_id').onRef('t.entry_id', '=', 'l.to_id'))
    .innerJoin('entry as te', (join) => join.onRef('te.workspace_id', '=', 'l.workspace_id').onRef('te.id', '=', 'l.to_id'))
    .innerJoin('space as ts', (join) => join.onRef('ts.workspace_id', '=', 'te.workspace_id').onRef('ts.id', '=', 'te.space_id'))
    .select(['l.from_id', 'l.to_id', 'l.how', 'fe.number as from_number', 'fe.title as from_title', 'f.state as from_state', 'fs.id as from_space', 'fs.visibility as from_visibility', 'fs.archived_at as from_archived',
      'te.number as to_number', 'te.title as to_title', 't.state as to_state', 'ts.id as to_space', 'ts.visibility as to_visibility', 'ts.archived_at as to_archived'])
    .where('l.workspace_id', '=', workspaceId).where((is) => is.or([is('l.from_id', 'in', [...ids]), is('l.to_id', 'in', [...ids])]))
    .where('fe.deleted_at', 'is', null).where('te.deleted_at', 'is', null).orderBy('fe.number').orderBy('te.number').execute()
  return rows.filter((row) => isSeen(act, { space_id: row.from_space, visibility: row.from_visibility, archived_at: row.from_archived }) && isSeen(act, { space_id: row.to_space, visibility: row.to_visibility, archived_at: row.to_archived }))
}

export function stepsOf({ tx, actor: { workspaceId } }: Looker, id: string) {
  return tx.selectFrom('decision_step').select(['at', 'kind', 'actor_id', 'person_id', 'text']).where('workspace_id', '=', workspaceId).where('decision_id', '=', id).orderBy('at').orderBy('id').execute()
}

export function remarksOf({ tx, actor: { workspaceId } }: Looker, id: string) {
  return tx.selectFrom('decision_remark').select(['id', 'author_id', 'field', 'quote', 'prefix', 'suffix', 'body', 'in_reply_to', 'at', 'resolved_at', 'resolved_by'])
    .where('workspace_id', '=', workspaceId).where('decision_id', '=', id).orderBy('at').orderBy('id').execute()
}
export type RemarkRow = Awaited<ReturnType<typeof remarksOf>>[number]

export async function sourceOf({ tx, actor: { workspaceId } }: Looker, id: string) {
  return await tx.selectFrom('decision_source').select(['path', 'format', 'notes']).where('workspace_id', '=', workspaceId).where('decision_id', '=', id).executeTakeFirst() ?? null
}

/** The number of the thread that a decision began in; null where the actor may not see it any more. */
export async function originOf(act: Looker, threadId: string | null): Promise<number | null> {
  if (threadId === null) return null
  const { workspaceId } = act.actor
  const row = await act.tx.selectFrom('entry as e').innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .select(['e.number', 'e.author_id', 's.id', 's.visibility', 's.archived_at']).where('e.workspace_id', '=', workspaceId).where('e.id', '=', threadId).where('e.deleted_at', 'is', null).executeTakeFirst()
  if (!row) return null
  return may(act.actor, 'space.see', { place: placeOf(workspaceId, row) }) ? row.number : null
}

/** Positions that people took on any text, by who they are: to say who is asked again. */
export async function everSpoke({ tx, actor: { workspaceId } }: Looker, id: string): Promise<Set<string>> {
  const rows = await tx.selectFrom('decision_position').select('person_id').distinct().where('workspace_id', '=', workspaceId).where('decision_id', '=', id).execute()
  return new Set(rows.map((row) => row.person_id))
}
