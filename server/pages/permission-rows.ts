import { deleteEntry, restoreEntry } from '#contract/entries.ts'
import type { AnyOperation } from '#contract/operation.ts'
import * as contract from '#contract/pages.ts'
import { archiveSpace } from '#contract/spaces.ts'
import { postThread } from '#contract/threads.ts'
import { EVERYBODY, EVERYBODY_HERE, NO, NOBODY, NOT_ALLOWED, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import type { Caller, World } from '#server/permissions/world.ts'
import { SECRET } from '#server/permissions/world.ts'

const INSIDERS: Answers = { guest: NO, member: NO, insider: OK, admin: NO, owner: NO, stranger: NO }
const MEMBERS: Answers = { ...EVERYBODY_HERE, guest: NO }
/** Everybody sees an archived space; nobody writes in it. */
const READ_ONLY: Answers = { guest: NO, member: NOT_ALLOWED, insider: NOT_ALLOWED, admin: NOT_ALLOWED, owner: NOT_ALLOWED, stranger: NO }
/** Who wrote it, and who manages its space: its members, and who manages the workspace. */
const MANAGED: Answers = { ...EVERYBODY_HERE, guest: NOT_ALLOWED }

type Where = 'open' | 'private' | 'elsewhere' | 'archived'
type Cells = Partial<Record<Where, Answers>>
const SEEN: Cells = { open: EVERYBODY_HERE, private: INSIDERS, elsewhere: MEMBERS, archived: MEMBERS }
const WRITTEN: Cells = { open: EVERYBODY_HERE, private: INSIDERS, elsewhere: MEMBERS, archived: READ_ONLY }

type Call = Awaited<ReturnType<World['as']>>
type Target = { number: number; spaceId: string }

/** A page of the insider with two versions; in the archive it was written before that was one. */
async function written(world: World, where: Where, words = where === 'private' ? SECRET : 'The relay'): Promise<Target & { call: Call }> {
  const call = await world.as('insider')
  const spaceId = where === 'archived' ? await world.freshSpace('open', [world.people.insider]) : world.spaces[where]
  const { number } = await call(contract.createPage, { spaceId, title: words, text: words })
  await call(contract.savePage, { number, base: 1, text: `${words} restarts.` })
  return { number, spaceId, call }
}

const kept = new WeakMap<World, Map<Where, Promise<Target>>>()

/** One such page for everybody, for what may be done to it again and again. */
function shared(world: World, where: Where): Promise<Target> {
  const known = kept.get(world) ?? new Map<Where, Promise<Target>>()
  kept.set(world, known)
  const target = known.get(where) ?? written(world, where).then(async ({ call, ...one }) => {
    if (where === 'archived') await call(archiveSpace, { id: one.spaceId, archived: true })
    return one
  })
  known.set(where, target)
  return target
}

const sharedWhere = (operation: AnyOperation, cells: Cells, more: Record<string, unknown> = {}): Row[] =>
  Object.entries(cells).map(([where, answers]) => row(operation, where, async (world) => ({ number: (await shared(world, where as Where)).number, ...more }), answers))

type More = (target: Target, world: World, caller: Caller) => Record<string, unknown>

/** One row for each place, with a page of its own for each caller. */
const eachWhere = (operation: AnyOperation, cells: Cells, more: More = () => ({}), before: (call: Call, number: number) => Promise<unknown> = async () => undefined): Row[] =>
  Object.entries(cells).map(([where, answers]) => row(operation, where, async (world, caller) => {
    const { call, ...target } = await written(world, where as Where)
    await before(call, target.number)
    if (where === 'archived') await call(archiveSpace, { id: target.spaceId, archived: true })
    return { number: target.number, ...more(target, world, caller) }
  }, answers))

const inSpace = (operation: AnyOperation, answers: Partial<Record<Where, Answers>>, more: (world: World) => Record<string, unknown> = () => ({})): Row[] =>
  Object.entries(answers).map(([where, one]) => row(operation, `in the ${where} space`, (world) => ({ spaceId: world.spaces[where as Where], ...more(world) }), one))

const reading: Row[] = [
  row(contract.listPages, 'everywhere one sees', () => ({}), EVERYBODY), row(contract.pageTemplates, 'of all kinds', () => ({}), EVERYBODY), row(contract.deletedPages, 'that one may bring back', () => ({}), EVERYBODY),
  ...inSpace(contract.listPages, { private: INSIDERS, archived: MEMBERS }), ...inSpace(contract.pageTree, { open: EVERYBODY_HERE, private: INSIDERS, archived: MEMBERS }),
  ...sharedWhere(contract.readPage, SEEN), ...sharedWhere(contract.pageVersions, SEEN), ...sharedWhere(contract.pageVersion, SEEN, { version: 1 }),
  row(contract.readPage, 'that is not there', () => ({ number: 999_999 }), NOBODY),
  row(contract.readPage, 'that was deleted', async (world) => {
    const { number, call } = await written(world, 'open')
    await call(deleteEntry, { number })
    return { number }
  }, NOBODY),
]

const PAGE = { title: 'A page', text: 'Words.' }
const writing: Row[] = [
  ...inSpace(contract.createPage, { open: EVERYBODY_HERE, private: INSIDERS, archived: READ_ONLY }, () => PAGE),
  row(contract.createPage, 'under a page of a private space', async (world) => ({ ...PAGE, spaceId: world.spaces.open, parent: (await shared(world, 'private')).number }), { ...INSIDERS, insider: 'bad_input' }),
  row(contract.createPage, 'from a thread of a private space', async (world) => ({ ...PAGE, spaceId: world.spaces.open, fromThread: (await (await world.as('insider'))(postThread, { spaceId: world.spaces.private, title: SECRET })).number }), INSIDERS),
  row(contract.createPage, 'minded by somebody who does not see it', (world) => ({ ...PAGE, spaceId: world.spaces.private, ownerId: world.people.member }), { ...INSIDERS, insider: 'bad_input' }),
  ...sharedWhere(contract.savePage, WRITTEN, { base: 2, text: 'The relay restarts by itself.' }),
  ...eachWhere(contract.restorePageVersion, WRITTEN, () => ({ version: 1 })),
  ...sharedWhere(contract.movePage, WRITTEN, { parent: null }),
  row(contract.movePage, 'into a private space', async (world) => ({ number: (await written(world, 'open')).number, parent: null, spaceId: world.spaces.private }), INSIDERS),
  // It is no secret any more once its insider has moved it, and lists hold it.
  row(contract.movePage, 'out of a private space', async (world) => ({ number: (await written(world, 'private', 'The relay')).number, parent: null, spaceId: world.spaces.open }), INSIDERS),
  row(contract.movePage, 'into an archived space', async (world) => ({ number: (await shared(world, 'open')).number, parent: null, spaceId: world.spaces.archived }), READ_ONLY),
  row(contract.movePage, 'under a page of a private space', async (world) => ({ number: (await shared(world, 'open')).number, parent: (await shared(world, 'private')).number }), { ...INSIDERS, insider: 'bad_input' }),
]

const trash: Row[] = [
  ...eachWhere(deleteEntry, { open: MANAGED, private: INSIDERS, elsewhere: { ...MEMBERS, member: NOT_ALLOWED }, archived: READ_ONLY }).map((one) => ({ ...one, about: `a page, ${one.about}` })),
  ...eachWhere(restoreEntry, { open: { ...MANAGED, guest: NO }, private: INSIDERS, elsewhere: { ...MEMBERS, member: NO } }, () => ({}), (call, number) => call(deleteEntry, { number })).map((one) => ({ ...one, about: `a page, ${one.about}` })),
  row(deleteEntry, 'a page that they mind', async (world, caller) => {
    const call = await world.as('insider')
    const ownerId = ['guest', 'member', 'admin', 'owner'].includes(caller.name) ? caller.id : world.people.insider
    return { number: (await call(contract.createPage, { ...PAGE, spaceId: world.spaces.open, ownerId })).number }
  }, EVERYBODY_HERE),
]

export const permissionRows: readonly Row[] = [...reading, ...writing, ...trash]
