import type { Act } from '#server/platform/act.ts'
import type { Db } from '#server/platform/db/schema.ts'

/** What somebody did, or what was done to them, newest first. Indexes: audit_by_actor, audit_of_person. */
export function linesAbout({ tx, actor }: Pick<Act, 'tx' | 'actor'>, { before, limit }: { before?: number | undefined; limit: number }) {
  let rows = tx.selectFrom('audit_line').select(['seq', 'at', 'deed', 'actor_id', 'person_id', 'space_id', 'facts']).where('workspace_id', '=', actor.workspaceId)
    .where((is) => is.or([is('actor_id', '=', actor.personId), is('person_id', '=', actor.personId)]))
  if (before !== undefined) rows = rows.where('seq', '<', before)
  return rows.orderBy('seq', 'desc').limit(limit).execute()
}

/** Active people behind an address, in every workspace that knows it. */
export async function refusedSignIns(tx: Db, email: string): Promise<{ workspaceId: string; personId: string }[]> {
  const rows = await tx.selectFrom('person').select(['workspace_id', 'id']).where((is) => is(is.fn<string>('lower', ['email']), '=', email.toLowerCase())).where('state', '=', 'active').orderBy('created_at').execute()
  return rows.map((row) => ({ workspaceId: row.workspace_id, personId: row.id }))
}
