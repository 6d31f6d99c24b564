import type { DecisionState } from '#domain/decisions/decision-table.ts'
import { may } from '#domain/policy.ts'
import { placeOf } from '#server/spaces/public.ts'
import { isSeen } from './queries.ts'
import type { Looker } from './queries.ts'

/** A link with both its ends, as lists and pages show them. */
export type LinkRow = {
  from_id: string; to_id: string; how: 'supersedes' | 'depends_on'; from_number: number; from_title: string; from_state: DecisionState; to_number: number; to_title: string; to_state: DecisionState
}

/**
 * What supersedes what and depends on what around these decisions, with the other end, as far as the actor may see it.
 * Two statements, since planning one of seven tables takes longer than running both. Indexes: the key of decision_link, decision_link_to.
 */
export async function linksOf(act: Looker, ids: readonly string[]): Promise<LinkRow[]> {
  if (ids.length === 0) return []
  const { tx, actor: { workspaceId } } = act
  const links = await tx.selectFrom('decision_link').select(['from_id', 'to_id', 'how']).where('workspace_id', '=', workspaceId).where((is) => is.or([is('from_id', 'in', [...ids]), is('to_id', 'in', [...ids])])).execute()
  if (links.length === 0) return []
  const ends = await tx.selectFrom('decision as d')
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'd.workspace_id').onRef('e.id', '=', 'd.entry_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .select(['d.entry_id', 'd.state', 'e.number', 'e.title', 's.id as space_id', 's.visibility', 's.archived_at'])
    .where('d.workspace_id', '=', workspaceId).where('d.entry_id', 'in', [...new Set(links.flatMap(({ from_id, to_id }) => [from_id, to_id]))]).where('e.deleted_at', 'is', null).execute()
  const seen = new Map(ends.filter((end) => isSeen(act, end)).map((end) => [end.entry_id, end]))
  return links.flatMap(({ from_id, to_id, how }): LinkRow[] => {
    const [from, to] = [seen.get(from_id), seen.get(to_id)]
    return from && to ? [{ from_id, to_id, how, from_number: from.number, from_title: from.title, from_state: from.state, to_number: to.number, to_title: to.title, to_state: to.state }] : []
  }).toSorted((a, b) => a.from_number - b.from_number || a.to_number - b.to_number)
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
