import type { Act } from '#server/platform/act.ts'

export type TeamRoleRow = { id: string; name: string; purpose: string; archived_at: Temporal.Instant | null }

/** Roles of the workspace by name, archived ones too. */
export function teamRoles(act: Pick<Act, 'tx' | 'actor'>): Promise<TeamRoleRow[]> {
  return act.tx.selectFrom('team_role').select(['id', 'name', 'purpose', 'archived_at']).where('workspace_id', '=', act.actor.workspaceId).orderBy('name').orderBy('id').execute()
}

/** Active holders by role. */
export async function holdersByRole(act: Pick<Act, 'tx' | 'actor'>): Promise<Map<string, string[]>> {
  const rows = await act.tx.selectFrom('team_role_holder as h')
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'h.workspace_id').onRef('p.id', '=', 'h.person_id'))
    .select(['h.role_id', 'h.person_id']).where('h.workspace_id', '=', act.actor.workspaceId).where('p.state', '=', 'active').orderBy('p.name').orderBy('p.id').execute()
  const holders = new Map<string, string[]>()
  for (const row of rows) holders.set(row.role_id, [...holders.get(row.role_id) ?? [], row.person_id])
  return holders
}

/** Names of the roles that people hold now, by person. */
export async function rolesByHolder(act: Pick<Act, 'tx' | 'actor'>): Promise<Map<string, string[]>> {
  const holders = await holdersByRole(act)
  const held = new Map<string, string[]>()
  for (const role of await teamRoles(act)) {
    if (role.archived_at !== null) continue
    for (const personId of holders.get(role.id) ?? []) held.set(personId, [...held.get(personId) ?? [], role.name])
  }
  return held
}
