import { randomUUID } from 'node:crypto'
import * as contract from '#contract/files.ts'
import { uploadFile } from '#contract/files.ts'
import { deleteEntry } from '#contract/entries.ts'
import { EVERYBODY, EVERYBODY_HERE, NO, NOBODY, NOT_ALLOWED, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import { SECRET } from '#server/permissions/world.ts'
import type { World } from '#server/permissions/world.ts'
import { entryByNumber } from '#server/entries/public.ts'
import { attach, hideFiles } from './public.ts'
import { doAs } from './files.test-kit.ts'

/** Whoever put a file there, and here always the insider. */
const INSIDERS: Answers = { guest: NO, member: NO, insider: OK, admin: NO, owner: NO, stranger: NO }
/** Everybody sees it, and it is the insider's. */
const SENDER: Answers = { guest: NOT_ALLOWED, member: NOT_ALLOWED, insider: OK, admin: NOT_ALLOWED, owner: NOT_ALLOWED, stranger: NO }
const SEEN_BY_MEMBERS: Answers = { ...EVERYBODY_HERE, guest: NO }

const NAME = `${SECRET}.txt`

/** A file of the insider that no text uses. */
async function loose(world: World): Promise<{ id: string }> {
  const { id } = await (await world.as('insider'))(uploadFile, { name: NAME }, { file: new Blob([SECRET]) })
  return { id }
}

/** A file of the insider in a text of theirs; the wrap with this number, or a new one. Its name is secret where the space is. */
async function used(world: World, spaceId: string, replyId: string | null = null): Promise<{ id: string; number: number }> {
  const secret = spaceId === world.spaces.private
  const { id } = await (await world.as('insider'))(uploadFile, { name: secret ? NAME : 'notes.txt' }, { file: new Blob([secret ? SECRET : 'All is well.']) })
  const number = spaceId === world.spaces.archived ? world.wraps.archived : await world.freshWrap(spaceId)
  await doAs(world.app, { id: world.people.insider }, async (act) => attach(act, { fileIds: [id], entryId: (await entryByNumber(act, number)).id, replyId }))
  return { id, number }
}

const inSpace = (place: 'open' | 'private' | 'elsewhere' | 'archived') => async (world: World) => ({ id: (await used(world, world.spaces[place])).id })

/** In a text that was deleted. */
async function lost(world: World): Promise<{ id: string }> {
  const { id, number } = await used(world, world.spaces.open)
  await (await world.as('insider'))(deleteEntry, { number })
  return { id }
}

/** In a reply that was deleted, on an entry that everybody sees. */
async function hidden(world: World): Promise<{ id: string }> {
  const replyId = randomUUID()
  const { id } = await used(world, world.spaces.open, replyId)
  await doAs(world.app, { id: world.people.insider }, (act) => hideFiles(act, { replyId, hidden: true }))
  return { id }
}

const deleted = (place: 'open' | 'private') => async (world: World) => {
  const { id } = await used(world, world.spaces[place])
  await (await world.as('insider'))(contract.deleteFile, { id })
  return { id }
}

/** In a text of somebody else as well. */
async function shared(world: World): Promise<{ id: string }> {
  const { id, number } = await used(world, world.spaces.open)
  await doAs(world.app, { id: world.people.member }, async (act) => attach(act, { fileIds: [id], entryId: (await entryByNumber(act, number)).id, replyId: randomUUID() }))
  return { id }
}

type Target = readonly [about: string, target: (world: World) => Promise<{ id: string }>, answers: Answers]

const READ: readonly Target[] = [
  ['that no text uses', loose, INSIDERS],
  ['in the open space', inSpace('open'), EVERYBODY_HERE], ['in an open space without the guest', inSpace('elsewhere'), SEEN_BY_MEMBERS],
  ['in a private space', inSpace('private'), INSIDERS], ['in an archived space', inSpace('archived'), SEEN_BY_MEMBERS],
  ['in a text that was deleted', lost, NOBODY], ['in a reply that was deleted', hidden, NOBODY], ['that was deleted', deleted('open'), NOBODY],
]

export const permissionRows: readonly Row[] = [
  row(contract.uploadFile, 'of oneself', () => ({ name: 'notes.txt' }), EVERYBODY),
  ...READ.map(([about, target, answers]) => row(contract.readFile, about, target, answers)),
  ...READ.map(([about, target, answers]) => row(contract.downloadFile, about, async (world) => ({ ...await target(world), name: 'any' }), answers)),
  row(contract.deleteFile, 'that no text uses', loose, INSIDERS),
  row(contract.deleteFile, 'in the open space', inSpace('open'), SENDER),
  row(contract.deleteFile, 'in a text of somebody else as well', shared, { ...SENDER, insider: NOT_ALLOWED }),
  row(contract.deleteFile, 'in a private space', inSpace('private'), INSIDERS),
  row(contract.deleteFile, 'that was deleted', deleted('open'), NOBODY),
  row(contract.restoreFile, 'in the open space', deleted('open'), INSIDERS),
  row(contract.restoreFile, 'in a private space', deleted('private'), INSIDERS),
  row(contract.restoreFile, 'that stands', inSpace('open'), NOBODY),
]
