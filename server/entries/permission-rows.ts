import * as contract from '#contract/entries.ts'
import { EVERYBODY, EVERYBODY_HERE, NO, NOBODY, NOT_ALLOWED, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import type { World } from '#server/permissions/world.ts'
import { randomUUID } from 'node:crypto'

const INSIDERS: Answers = { guest: NO, member: NO, insider: OK, admin: NO, owner: NO, stranger: NO }
const SEEN_BY_MEMBERS: Answers = { ...EVERYBODY_HERE, guest: NO }
/** The insider wrote it; nobody else deletes it, not even an owner. */
const AUTHOR: Answers = { guest: NOT_ALLOWED, member: NOT_ALLOWED, insider: OK, admin: NOT_ALLOWED, owner: NOT_ALLOWED, stranger: NO }

const deleted = async (world: World, spaceId: string) => {
  const number = await world.freshWrap(spaceId)
  await (await world.as('insider'))(contract.deleteEntry, { number })
  return { number }
}

export const permissionRows: readonly Row[] = [
  row(contract.listEntries, 'everywhere one sees', () => ({}), EVERYBODY),
  row(contract.listEntries, 'by the insider', (world) => ({ authorId: world.people.insider }), EVERYBODY),
  row(contract.listEntries, 'in a private space', (world) => ({ spaceId: world.spaces.private }), INSIDERS),
  row(contract.listEntries, 'in an archived space', (world) => ({ spaceId: world.spaces.archived }), SEEN_BY_MEMBERS),
  row(contract.readEntry, 'in the open space', (world) => ({ number: world.wraps.open }), EVERYBODY_HERE),
  row(contract.readEntry, 'in an open space without the guest', (world) => ({ number: world.wraps.elsewhere }), SEEN_BY_MEMBERS),
  row(contract.readEntry, 'in a private space', (world) => ({ number: world.wraps.private }), INSIDERS),
  row(contract.readEntry, 'in an archived space', (world) => ({ number: world.wraps.archived }), SEEN_BY_MEMBERS),
  row(contract.readEntry, 'that was deleted', (world) => ({ number: world.wraps.deleted }), NOBODY),
  row(contract.nameEntries, 'of which one sees some', (world) => ({ numbers: [world.wraps.open, world.wraps.private, world.wraps.deleted] }), EVERYBODY),
  row(contract.deleteEntry, 'in the open space', async (world) => ({ number: await world.freshWrap(world.spaces.open) }), AUTHOR),
  row(contract.deleteEntry, 'in a private space', async (world) => ({ number: await world.freshWrap(world.spaces.private) }), INSIDERS),
  row(contract.deleteEntry, 'in an archived space', (world) => ({ number: world.wraps.archived }), { guest: NO, member: NOT_ALLOWED, insider: NOT_ALLOWED, admin: NOT_ALLOWED, owner: NOT_ALLOWED, stranger: NO }),
  row(contract.deleteEntry, 'that was deleted', (world) => ({ number: world.wraps.deleted }), NOBODY),
  row(contract.restoreEntry, 'in the open space', (world) => deleted(world, world.spaces.open), INSIDERS),
  row(contract.restoreEntry, 'in a private space', (world) => deleted(world, world.spaces.private), INSIDERS),
  row(contract.restoreEntry, 'that stands', (world) => ({ number: world.wraps.open }), NOBODY),
  row(contract.readDraft, 'of oneself', () => ({ slot: 'wrap' }), EVERYBODY),
  row(contract.saveDraft, 'of oneself', () => ({ slot: `wrap:${randomUUID()}`, version: 0, body: { text: 'x' } }), EVERYBODY),
  row(contract.dropDraft, 'of oneself', () => ({ slot: 'wrap' }), EVERYBODY),
]
