import type { AnyOperation } from '#contract/operation.ts'
import * as contract from '#contract/page-truth.ts'
import { createPage } from '#contract/pages.ts'
import { archiveSpace } from '#contract/spaces.ts'
import { EVERYBODY, EVERYBODY_HERE, NO, NOT_ALLOWED, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import type { World } from '#server/permissions/world.ts'
import { SECRET } from '#server/permissions/world.ts'

const INSIDERS: Answers = { guest: NO, member: NO, insider: OK, admin: NO, owner: NO, stranger: NO }
/** Everybody but the guest sees an archived space; nobody writes in it. */
const READ_ONLY: Answers = { guest: NO, member: NOT_ALLOWED, insider: NOT_ALLOWED, admin: NOT_ALLOWED, owner: NOT_ALLOWED, stranger: NO }
type Where = 'open' | 'private' | 'archived'
const WRITTEN: Record<Where, Answers> = { open: EVERYBODY_HERE, private: INSIDERS, archived: READ_ONLY }

type Target = { number: number; remarkId: string; wrongId: string }

/** A page of the insider with a remark, and a place that is said to be wrong; in the archive it was written before that was one. */
async function written(world: World, where: Where): Promise<Target> {
  const call = await world.as('insider')
  const spaceId = where === 'archived' ? await world.freshSpace('open') : world.spaces[where]
  const words = where === 'private' ? SECRET : 'The relay'
  const { number } = await call(createPage, { spaceId, title: words, text: `${words} restarts.` })
  const remarked = await call(contract.remarkOnPage, { number, version: 1, start: 0, end: 9, body: words })
  const used = await call(contract.usePage, { number, verdict: 'wrong', note: words })
  if (where === 'archived') await call(archiveSpace, { id: spaceId, archived: true })
  return { number, remarkId: remarked.remarks[0]?.id ?? '', wrongId: used.wrong[0]?.id ?? '' }
}

const kept = new WeakMap<World, Map<Where, Promise<Target>>>()

/** One such page for everybody; nothing in the archive is ever changed. */
function shared(world: World, where: Where): Promise<Target> {
  const known = kept.get(world) ?? new Map<Where, Promise<Target>>()
  kept.set(world, known)
  const target = known.get(where) ?? written(world, where)
  known.set(where, target)
  return target
}

type More = (target: Target, world: World) => Record<string, unknown>

/** One row for each place; `anew`: what can be done once alone, on a page of its own for each caller. */
const everywhere = (operation: AnyOperation, more: More = () => ({}), { anew = false } = {}): Row[] =>
  Object.entries(WRITTEN).map(([where, answers]) => row(operation, where, async (world) => {
    const target = anew && where !== 'archived' ? await written(world, where as Where) : await shared(world, where as Where)
    return { number: target.number, ...more(target, world) }
  }, answers))

export const permissionRows: readonly Row[] = [
  row(contract.soleOwners, 'of what one sees', () => ({}), EVERYBODY),
  ...everywhere(contract.ownPage, () => ({ ownerId: null })), ...everywhere(contract.verifyPage, () => ({ version: 1 })), ...everywhere(contract.usePage, () => ({ verdict: 'helped' })), ...everywhere(contract.forgetUse),
  ...everywhere(contract.settleWrong, ({ wrongId }) => ({ id: wrongId }), { anew: true }), ...everywhere(contract.remarkOnPage, () => ({ version: 1, start: 0, end: 9, body: 'Which one?' })),
  ...everywhere(contract.answerPageRemark, ({ remarkId }) => ({ id: remarkId, body: 'This one.' })), ...everywhere(contract.resolvePageRemark, ({ remarkId }) => ({ id: remarkId }), { anew: true }),
]
