import type { Role } from '#domain/policy.ts'
import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'

export type MemberRow = {
  id: string; name: string; email: string; role: Role; state: 'invited' | 'active' | 'deactivated'; zone: string; created_at: Temporal.Instant
  last_seen: Temporal.Instant | null
  /** Whether they ever said when they work, which everybody does on coming in. */
  was_active: boolean
}

/** People of the workspace by name, or one of them; nobody who is only named by an import. Indexes: person, credential_of_person. */
export function memberRows({ tx, actor }: Pick<Act, 'tx' | 'actor'>, id?: string): Promise<MemberRow[]> {
  let people = tx.selectFrom('person as p').select(['p.id', 'p.name', 'p.email', 'p.role', 'p.state', 'p.zone', 'p.created_at'])
    .select(sql<Temporal.Instant | null>`(select max(c.last_used_at) from credential c where c.workspace_id = p.workspace_id and c.person_id = p.id)`.as('last_seen'))
    .select(sql<boolean>`exists (select from work_period w where w.workspace_id = p.workspace_id and w.person_id = p.id)`.as('was_active'))
    .where('p.workspace_id', '=', actor.workspaceId).where('p.placeholder_source', 'is', null)
  if (id !== undefined) people = people.where('p.id', '=', id)
  return people.orderBy('p.name').orderBy('p.id').execute()
}
