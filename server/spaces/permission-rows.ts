import * as contract from '#contract/spaces.ts'
import { EVERYBODY, EVERYBODY_HERE, NO, NOT_ALLOWED, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import { randomUUID } from 'node:crypto'

const INSIDERS: Answers = { guest: NO, member: NO, insider: OK, admin: NO, owner: NO, stranger: NO }
/** Open, and the guest is in no part of it. */
const SEEN_BY_MEMBERS: Answers = { ...EVERYBODY_HERE, guest: NO }
/** Members of a space and those who manage the workspace; a guest cannot even see it. */
const KEEPERS: Answers = { guest: NO, member: NOT_ALLOWED, insider: OK, admin: OK, owner: OK, stranger: NO }
const name = () => `Room ${randomUUID()}`

export const permissionRows: readonly Row[] = [
  row(contract.listSpaces, 'that one sees', () => ({}), EVERYBODY),
  row(contract.readSpace, 'an open one', (world) => ({ id: world.spaces.open }), EVERYBODY_HERE),
  row(contract.readSpace, 'an open one without the guest', (world) => ({ id: world.spaces.elsewhere }), SEEN_BY_MEMBERS),
  row(contract.readSpace, 'a private one', (world) => ({ id: world.spaces.private }), INSIDERS),
  row(contract.readSpace, 'an archived one', (world) => ({ id: world.spaces.archived }), SEEN_BY_MEMBERS),
  row(contract.createSpace, 'a new one', () => ({ name: name() }), { ...EVERYBODY, guest: NOT_ALLOWED }),
  row(contract.editSpace, 'an open one', async (world) => ({ id: await world.freshSpace('open'), name: name() }), KEEPERS),
  row(contract.editSpace, 'an open one that the guest is in', async (world) => ({ id: await world.freshSpace('open', [world.people.insider, world.people.guest]), name: name() }), { ...KEEPERS, guest: NOT_ALLOWED }),
  row(contract.editSpace, 'a private one', async (world) => ({ id: await world.freshSpace('private'), purpose: 'x' }), INSIDERS),
  row(contract.joinSpace, 'an open one', async (world) => ({ id: await world.freshSpace('open') }), SEEN_BY_MEMBERS),
  row(contract.joinSpace, 'a private one', (world) => ({ id: world.spaces.private }), { ...INSIDERS, insider: NOT_ALLOWED }),
  row(contract.joinSpace, 'an archived one', (world) => ({ id: world.spaces.archived }), { guest: NO, member: NOT_ALLOWED, insider: NOT_ALLOWED, admin: NOT_ALLOWED, owner: NOT_ALLOWED, stranger: NO }),
  row(contract.leaveSpace, 'an open one', async (world, caller) => ({ id: await world.freshSpace('open', caller.name === 'stranger' ? [world.people.insider] : [world.people.insider, caller.id]) }), EVERYBODY_HERE),
  row(contract.leaveSpace, 'a private one, the insider as its last', async (world) => ({ id: await world.freshSpace('private') }), { ...INSIDERS, insider: 'conflict' }),
  row(contract.addSpaceMember, 'to an open one', async (world) => ({ id: await world.freshSpace('open'), personId: world.people.member }), KEEPERS),
  row(contract.addSpaceMember, 'to a private one', async (world) => ({ id: await world.freshSpace('private'), personId: world.people.member }), INSIDERS),
  row(contract.addSpaceMember, 'a stranger to an open one', async (world) => ({ id: await world.freshSpace('open'), personId: world.people.stranger }), { ...KEEPERS, insider: NO, admin: NO, owner: NO }),
  row(contract.removeSpaceMember, 'from an open one', async (world) => ({ id: await world.freshSpace('open', [world.people.insider, world.people.deactivated]), personId: world.people.deactivated }), KEEPERS),
  row(contract.removeSpaceMember, 'from a private one', async (world) => ({ id: await world.freshSpace('private', [world.people.insider, world.people.deactivated]), personId: world.people.deactivated }), INSIDERS),
  row(contract.archiveSpace, 'an open one', async (world) => ({ id: await world.freshSpace('open'), archived: true }), KEEPERS),
  row(contract.archiveSpace, 'a private one', async (world) => ({ id: await world.freshSpace('private'), archived: true }), INSIDERS),
]
