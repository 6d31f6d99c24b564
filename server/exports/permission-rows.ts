import * as contract from '#contract/exports.ts'
import { createSpace } from '#contract/spaces.ts'
import { postThread } from '#contract/threads.ts'
import { EVERYBODY, NOT_ALLOWED, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import type { Caller, World } from '#server/permissions/world.ts'

/** Only an owner takes an export, and only into an empty workspace: here others are, and the stranger has written something. */
const TAKEN: Answers = { guest: NOT_ALLOWED, member: NOT_ALLOWED, insider: NOT_ALLOWED, admin: NOT_ALLOWED, owner: 'conflict', stranger: 'conflict' }
const files = [{ path: 'spaces/x/0001-x.md', text: 'No front matter.' }]

/** The stranger is alone in a workspace, in which other rows may have written or not. */
async function written(world: World, { name }: Caller): Promise<void> {
  if (name !== 'stranger') return
  const call = await world.as('stranger')
  const { id } = await call(createSpace, { name: `Mine ${crypto.randomUUID()}`, purpose: '' })
  await call(postThread, { spaceId: id, title: 'Mine', body: 'Written here.' })
}

export const permissionRows: readonly Row[] = [
  row(contract.exportFiles, 'all that one sees', () => ({}), EVERYBODY),
  row(contract.takeWorkspace, 'a folder', async (world, caller) => { await written(world, caller); return { files } }, TAKEN),
  row(contract.takeEntries, 'a folder', async (world, caller) => { await written(world, caller); return { pass: 'names' as const, files } }, TAKEN),
]
