import * as contract from '#contract/radiators.ts'
import { EVERYBODY, EVERYBODY_HERE, NO, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'

const INSIDER: Answers = { guest: NO, member: NO, insider: OK, admin: NO, owner: NO, stranger: NO }
const MEMBERS_HERE: Answers = { ...EVERYBODY_HERE, guest: NO }

export const permissionRows: readonly Row[] = [
  ...[contract.readStartHere, contract.readTeam].flatMap((operation) => [
    row(operation, 'of all that one sees', () => ({}), EVERYBODY), row(operation, 'of an open space', (world) => ({ spaceId: world.spaces.open }), EVERYBODY_HERE),
    row(operation, 'of a private space', (world) => ({ spaceId: world.spaces.private }), INSIDER), row(operation, 'of another open space', (world) => ({ spaceId: world.spaces.elsewhere }), MEMBERS_HERE),
  ]),
  row(contract.readStatus, 'of an open space', (world) => ({ id: world.spaces.open }), EVERYBODY_HERE),
  row(contract.readStatus, 'of a private space', (world) => ({ id: world.spaces.private }), INSIDER),
  row(contract.readAway, 'of oneself', () => ({}), EVERYBODY),
  row(contract.readAway, 'since a moment', () => ({ since: '2026-03-16T00:00:00Z' }), EVERYBODY),
]
