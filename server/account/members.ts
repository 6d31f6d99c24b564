import type { MemberView, changeRole } from '#contract/members.ts'
import type { InputOf } from '#contract/operation.ts'
import { allow, may } from '#domain/policy.ts'
import type { Actor, PersonRights } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { hoursChanged, personFor } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { memberRows } from './member-queries.ts'
import type { MemberRow } from './member-queries.ts'
import { endCredentials } from './queries.ts'
import { requireSession } from './sessions.ts'

/** Everybody, by name, whatever their state. */
export async function viewMembers(act: Act): Promise<{ members: MemberView[] }> {
  allow(act.actor, 'workspace.manage')
  return { members: (await memberRows(act)).map((row) => viewMember(act.actor, row)) }
}

async function viewOne(act: Act, id: string): Promise<MemberView> {
  const [row] = await memberRows(act, id)
  if (!row) throw new Error(`Person ${id} has gone within one transaction.`)
  return viewMember(act.actor, row)
}

function viewMember(actor: Actor, row: MemberRow): MemberView {
  const rights: PersonRights = { workspaceId: actor.workspaceId, id: row.id, role: row.role, memberOf: [] }
  const manages = may(actor, 'person.manage', { person: rights })
  const can: MemberView['can'] = []
  if (manages && row.state !== 'deactivated') can.push('change-role', 'deactivate')
  if (manages && row.state === 'deactivated' && row.was_active) can.push('reactivate')
  if (manages && row.state === 'active') can.push('make-sign-in-link')
  return {
    id: row.id, name: row.name, email: row.email, role: row.role, state: row.state, zone: row.zone, createdAt: row.created_at.toString(),
    lastSeenAt: row.last_seen?.toString() ?? null, can,
  }
}

/** Changes a role. Owners are made and changed by owners; one active owner always stays. */
export async function giveRole(act: Act, { id, role }: InputOf<typeof changeRole>): Promise<MemberView> {
  const { person } = await managed(act, id)
  if (role === 'owner') allow(act.actor, 'workspace.own')
  if (role === 'owner' || role === 'admin') await requireSession(act, said`A token cannot make people manage the workspace.`)
  if (role !== 'owner') await keepAnOwner(act, id)
  if (role === person.role) return viewOne(act, id)
  await act.tx.updateTable('person').set({ role }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  await act.emit({ kind: 'people.changed', payload: { personId: id } })
  return viewOne(act, id)
}

/** Ends somebody's access at once. What they were to do looks for somebody else, as if their working time had ended. */
export async function deactivate(act: Act, { id }: { id: string }): Promise<MemberView> {
  const { person } = await managed(act, id)
  await keepAnOwner(act, id)
  if (person.state === 'deactivated') return viewOne(act, id)
  await act.tx.updateTable('person').set({ state: 'deactivated', deactivated_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  await endCredentials(act, { personId: id, kinds: ['session', 'api', 'magic', 'invite', 'baton'] })
  await act.emit({ kind: 'people.deactivated', payload: { personId: id } })
  await hoursChanged(act, id)
  return viewOne(act, id)
}

/** Lets somebody in again; they sign in anew. */
export async function reactivate(act: Act, { id }: { id: string }): Promise<MemberView> {
  const { person } = await managed(act, id)
  const before = await viewOne(act, id)
  if (person.state !== 'deactivated') return before
  if (!before.can.includes('reactivate')) throw new Refusal('conflict', said`${person.name} never accepted an invitation.`, said`Invite them again.`)
  await act.tx.updateTable('person').set({ state: 'active', deactivated_at: null }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  await act.emit({ kind: 'people.changed', payload: { personId: id } })
  await hoursChanged(act, id)
  return viewOne(act, id)
}

async function managed(act: Act, id: string) {
  allow(act.actor, 'workspace.manage')
  const found = await personFor(act, id)
  allow(act.actor, 'person.manage', { person: found.rights })
  return found
}

/**
 * Holds all owners until the commit, so that two of them cannot demote each other at once.
 * @throws {Refusal} `conflict` when this person is the last active owner
 */
async function keepAnOwner(act: Act, leaving: string): Promise<void> {
  const owners = await act.tx.selectFrom('person').select('id').where('workspace_id', '=', act.actor.workspaceId)
    .where('role', '=', 'owner').where('state', '=', 'active').orderBy('id').forNoKeyUpdate().execute()
  if (owners.length !== 1 || owners[0]?.id !== leaving) return
  throw new Refusal('conflict', said`This is the last owner of the workspace.`, said`Make somebody else an owner first.`)
}
