import type { archiveSpace, createSpace, editSpace, leaveSpace, removeSpaceMember, SpaceView } from '#contract/spaces.ts'
import type { InputOf } from '#contract/operation.ts'
import { allow } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { actorOf } from '#server/platform/auth/identify.ts'
import { actAs } from '#server/platform/act.ts'
import { addMember, addSpace, membersOf, spaceFor } from './public.ts'
import { viewSpace } from './views.ts'

/** The actor's memberships changed in this transaction: what they may see is read again. */
async function fresh(act: Act): Promise<Act> {
  const actor = await actorOf(act.tx, act.actor.workspaceId, act.actor.personId)
  return actor ? actAs(act, { ...actor, scopes: act.actor.scopes, credentialId: act.actor.credentialId, via: act.actor.via }) : act
}

export async function create(act: Act, input: InputOf<typeof createSpace>): Promise<SpaceView> {
  allow(act.actor, 'space.create')
  const id = await addSpace(act, input, act.actor.personId)
  return viewSpace(await fresh(act), id)
}

/** A space that becomes private is news for everybody: open pages of those who no longer see it must find that out. */
export async function edit(act: Act, { id, ...changes }: InputOf<typeof editSpace>): Promise<SpaceView> {
  await spaceFor(act, id, 'space.manage')
  const set = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  if (changes.name !== undefined) await requireFreeName(act, id, changes.name)
  if (Object.keys(set).length > 0) {
    await act.tx.updateTable('space').set(set).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
    await act.emit({ kind: 'space.changed', spaceId: id })
    if (changes.visibility === 'private') await act.emit({ kind: 'space.closed', payload: { spaceId: id } })
  }
  return viewSpace(act, id)
}

async function requireFreeName(act: Act, id: string, name: string): Promise<void> {
  const taken = await act.tx.selectFrom('space').select('id').where('workspace_id', '=', act.actor.workspaceId)
    .where((is) => is(is.fn<string>('lower', ['name']), '=', name.toLowerCase())).where('id', '!=', id).executeTakeFirst()
  if (taken) throw new Refusal('conflict', said`A space called ${name} exists already.`, said`Choose another name.`)
}

export async function join(act: Act, { id }: { id: string }): Promise<SpaceView> {
  await spaceFor(act, id, 'space.join')
  await addMember(act, id, act.actor.personId)
  return viewSpace(await fresh(act), id)
}

/** @throws {Refusal} `conflict` for the last member of a private space, which nobody could ever enter again */
export async function leave(act: Act, { id }: InputOf<typeof leaveSpace>): Promise<{ ok: true }> {
  const space = await spaceFor(act, id, 'space.see')
  await refuseLast(act, space, act.actor.personId)
  await removeMember(act, id, act.actor.personId)
  return { ok: true }
}

export async function addTo(act: Act, { id, personId }: { id: string; personId: string }): Promise<SpaceView> {
  await spaceFor(act, id, 'space.manage')
  const person = await act.tx.selectFrom('person').select('id').where('workspace_id', '=', act.actor.workspaceId).where('id', '=', personId)
    .where('state', '!=', 'deactivated').executeTakeFirst()
  if (!person) throw new Refusal('not_found', said`There is no such person in this workspace.`, said`Choose somebody from People and hours, or invite them first.`)
  await addMember(act, id, personId)
  return viewSpace(await fresh(act), id)
}

export async function removeFrom(act: Act, { id, personId }: InputOf<typeof removeSpaceMember>): Promise<SpaceView> {
  const space = await spaceFor(act, id, 'space.manage')
  await refuseLast(act, space, personId)
  await removeMember(act, id, personId)
  return viewSpace(act, id)
}

async function refuseLast(act: Act, space: { id: string; name: string; visibility: string; archived_at: unknown }, personId: string): Promise<void> {
  if (space.visibility !== 'private' || space.archived_at !== null) return
  await act.tx.selectFrom('space').select('id').where('workspace_id', '=', act.actor.workspaceId).where('id', '=', space.id).forUpdate().execute()
  const members = await membersOf(act, space.id)
  if (members.length > 1 || members[0] !== personId) return
  throw new Refusal('conflict', said`${space.name} is private, and its last member cannot leave: nobody could read it again.`, said`Add somebody first, or archive the space.`)
}

/** Whoever left may not hear of the space any more; their open pages are told apart, so that they find that out at once. */
async function removeMember(act: Act, spaceId: string, personId: string): Promise<void> {
  await act.tx.deleteFrom('space_member').where('workspace_id', '=', act.actor.workspaceId).where('space_id', '=', spaceId).where('person_id', '=', personId).execute()
  await act.emit({ kind: 'space.left', spaceId, payload: { personId } })
  await act.emit({ kind: 'space.lost', personId, payload: { spaceId } })
}

/** Closes a space for writing, or opens it again. Everything in it stays readable. */
export async function archive(act: Act, { id, archived }: InputOf<typeof archiveSpace>): Promise<SpaceView> {
  await spaceFor(act, id, 'space.manage')
  await act.tx.updateTable('space').set({ archived_at: archived ? act.now : null }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  await act.emit({ kind: 'space.changed', spaceId: id })
  return viewSpace(act, id)
}

