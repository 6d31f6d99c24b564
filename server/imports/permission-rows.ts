import * as contract from '#contract/imports.ts'
import { MANAGERS, MANAGERS_EACH, NO, NOT_ALLOWED, row } from '#server/permissions/rows.ts'
import type { Row } from '#server/permissions/rows.ts'
import type { World } from '#server/permissions/world.ts'
import { randomUUID } from 'node:crypto'
import { begin } from './commands.ts'

const fresh = (world: World): Promise<{ id: string }> => world.app.asSystem(async (act) => {
  const run = await begin({ ...act, actor: { ...act.actor, personId: world.people.owner } }, { kind: 'slack', source: `slack:${randomUUID()}`, name: 'x.zip' })
  return { id: run.id }
})
const placeholder = (world: World): Promise<string> => world.app.asSystem(async (act) => {
  const id = act.newId()
  await act.tx.insertInto('person').values({
    workspace_id: act.actor.workspaceId, id, name: 'Pia', email: `${id}@placeholder.invalid`, role: 'member', state: 'deactivated', zone: 'UTC', password_hash: null, created_at: act.now, deactivated_at: act.now, placeholder_source: 'slack:x',
  }).execute()
  return id
})
const source = () => ({ kind: 'slack' as const, source: `slack:${randomUUID()}`, name: 'export.zip' })
/** Nobody who is not in a private space brings anything into it. */
const HIDDEN = { guest: NOT_ALLOWED, member: NOT_ALLOWED, insider: NOT_ALLOWED, admin: NO, owner: NO, stranger: NO } as const

export const permissionRows: readonly Row[] = [
  row(contract.beginImport, 'into spaces of its own', source, MANAGERS_EACH),
  row(contract.beginImport, 'into a private space', (world) => ({ ...source(), spaceId: world.spaces.private }), HIDDEN),
  row(contract.sendConversations, 'to a run of this workspace', fresh, MANAGERS),
  row(contract.sendPages, 'to a run of this workspace', async (world) => ({ ...await fresh(world), place: { key: 'docs', name: randomUUID(), purpose: '' }, pages: [{ path: 'a.md', title: 'A', text: 'a', tags: [], at: null, parent: null }] }), MANAGERS),
  row(contract.linkPages, 'of a run of this workspace', async (world) => ({ ...await fresh(world), pages: [{ path: 'a.md', before: 'a', text: 'b' }] }), MANAGERS),
  row(contract.finishImport, 'a run of this workspace', fresh, MANAGERS),
  row(contract.undoImport, 'a run of this workspace', async (world) => {
    const run = await fresh(world)
    await world.app.asSystem(async (act) => { await act.tx.updateTable('import_run').set({ state: 'finished', finished_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', run.id).execute() })
    return run
  }, MANAGERS),
  row(contract.readImport, 'a run of this workspace', fresh, MANAGERS),
  row(contract.previewImport, 'of anything', () => ({ source: 'slack:x' }), MANAGERS_EACH),
  row(contract.listImports, 'of the workspace', () => ({}), MANAGERS_EACH),
  row(contract.listPlaceholders, 'of the workspace', () => ({}), MANAGERS_EACH),
  row(contract.claimPlaceholder, 'for a member', async (world) => ({ id: await placeholder(world), personId: world.people.member }), MANAGERS),
  row(contract.claimPlaceholder, 'for an owner', async (world) => ({ id: await placeholder(world), personId: world.people.owner }), { ...MANAGERS, admin: NOT_ALLOWED }),
]
