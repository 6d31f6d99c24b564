import type { TeamRoleView, saveTeamRole } from '#contract/people.ts'
import type { InputOf } from '#contract/operation.ts'
import { allow } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { holdersByRole, teamRoles } from './team-role-queries.ts'
import { visiblePeople } from './visible.ts'

/** Roles with those of their holders whom the reader knows of. */
export async function viewTeamRoles(act: Act): Promise<{ roles: TeamRoleView[] }> {
  const holders = await holdersByRole(act)
  const visible = new Set((await visiblePeople(act)).map((person) => person.id))
  const roles = await teamRoles(act)
  return {
    roles: roles.map((role) => ({
      id: role.id, name: role.name, purpose: role.purpose, archived: role.archived_at !== null,
      holders: (holders.get(role.id) ?? []).filter((id) => visible.has(id)),
    })),
  }
}

/** Makes or changes a role. Batons to it look for their holder again. */
export async function saveRole(act: Act, input: InputOf<typeof saveTeamRole>): Promise<TeamRoleView> {
  allow(act.actor, 'role.manage')
  const { workspaceId } = act.actor
  const holders = [...new Set(input.holders)]
  const active = new Set((await visiblePeople(act)).map((person) => person.id))
  if (holders.some((id) => !active.has(id))) throw new Refusal('not_found', said`Somebody in this list is not active here.`, said`Choose holders from People and hours.`)
  await refuseTakenName(act, input)
  const known = await act.tx.selectFrom('team_role').select('archived_at').where('workspace_id', '=', workspaceId).where('id', '=', input.id).executeTakeFirst()
  const values = { name: input.name, purpose: input.purpose, archived_at: input.archived ? known?.archived_at ?? act.now : null }
  await act.tx.insertInto('team_role').values({ workspace_id: workspaceId, id: input.id, created_at: act.now, ...values })
    .onConflict((row) => row.columns(['workspace_id', 'id']).doUpdateSet(values)).execute()
  await act.tx.deleteFrom('team_role_holder').where('workspace_id', '=', workspaceId).where('role_id', '=', input.id).execute()
  if (holders.length > 0) await act.tx.insertInto('team_role_holder').values(holders.map((id) => ({ workspace_id: workspaceId, role_id: input.id, person_id: id }))).onConflict((row) => row.doNothing()).execute()
  await act.emit({ kind: 'people.team_role_changed', payload: { roleId: input.id } })
  return { id: input.id, name: input.name, purpose: input.purpose, holders, archived: input.archived }
}

async function refuseTakenName(act: Act, { id, name }: { id: string; name: string }): Promise<void> {
  const taken = await act.tx.selectFrom('team_role').select('id').where('workspace_id', '=', act.actor.workspaceId)
    .where((is) => is(is.fn<string>('lower', ['name']), '=', name.toLowerCase())).where('id', '!=', id).executeTakeFirst()
  if (taken) throw new Refusal('conflict', said`A role called ${name} exists already.`, said`Choose another name, or change that role.`)
}
