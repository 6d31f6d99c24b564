import { randomUUID } from 'node:crypto'
import * as contract from '#contract/exports.ts'
import { invitePerson } from '#contract/members.ts'
import { EVERYBODY, NOT_ALLOWED, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import type { Caller, World } from '#server/permissions/world.ts'

/** Only an owner takes an export, and only into an empty workspace: here others are, and the stranger has invited somebody. */
const TAKEN: Answers = { guest: NOT_ALLOWED, member: NOT_ALLOWED, insider: NOT_ALLOWED, admin: NOT_ALLOWED, owner: 'conflict', stranger: 'conflict' }
const files = [{ path: 'spaces/x/0001-x.md', text: 'No front matter.' }]

/** The stranger would be alone in a workspace, unless other rows were there before. */
async function notAlone(world: World, { name }: Caller): Promise<void> {
  if (name === 'stranger') await (await world.as('stranger'))(invitePerson, { email: `${randomUUID()}@example.com` })
}

export const permissionRows: readonly Row[] = [
  row(contract.exportFiles, 'all that one sees', () => ({}), EVERYBODY),
  row(contract.takeWorkspace, 'a folder', async (world, caller) => { await notAlone(world, caller); return { files } }, TAKEN),
  row(contract.takeEntries, 'a folder', async (world, caller) => { await notAlone(world, caller); return { pass: 'names' as const, files } }, TAKEN),
]
