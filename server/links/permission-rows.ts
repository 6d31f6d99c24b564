import * as contract from '#contract/links.ts'
import { EVERYBODY, EVERYBODY_HERE, NO, NOBODY, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'

const INSIDER: Answers = { guest: NO, member: NO, insider: OK, admin: NO, owner: NO, stranger: NO }
const MEMBERS_HERE: Answers = { ...EVERYBODY_HERE, guest: NO }

export const permissionRows: readonly Row[] = [contract.linksTo, contract.linksFrom, contract.previewLink, contract.suggestLinks].flatMap((operation) => [
  row(operation, 'of an open wrap', (world) => ({ number: world.wraps.open }), EVERYBODY_HERE),
  row(operation, 'of a private wrap', (world) => ({ number: world.wraps.private }), INSIDER),
  row(operation, 'of a wrap in another open space', (world) => ({ number: world.wraps.elsewhere }), MEMBERS_HERE),
  ...(operation === contract.previewLink ? [] : [row(operation, 'of a deleted wrap', (world) => ({ number: world.wraps.deleted }), NOBODY)]),
]).concat([
  row(contract.previewLink, 'of a deleted wrap, which says that it was', (world) => ({ number: world.wraps.deleted }), EVERYBODY_HERE),
  row(contract.findTitles, 'in what one sees', () => ({ begins: 'a' }), EVERYBODY),
  row(contract.linksToPerson, 'of a member', (world) => ({ id: world.people.member }), EVERYBODY_HERE),
  row(contract.linksToPerson, 'of somebody hidden from guests', async (world) => ({ id: await world.freshPerson('member', false) }), MEMBERS_HERE),
])
