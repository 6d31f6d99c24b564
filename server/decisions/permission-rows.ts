import * as contract from '#contract/decisions.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { archiveSpace } from '#contract/spaces.ts'
import { postThread } from '#contract/threads.ts'
import { EVERYBODY, EVERYBODY_HERE, NO, NOBODY, NOT_ALLOWED, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import type { World } from '#server/permissions/world.ts'
import { SECRET } from '#server/permissions/world.ts'

const INSIDERS: Answers = { guest: NO, member: NO, insider: OK, admin: NO, owner: NO, stranger: NO }
const MEMBERS: Answers = { ...EVERYBODY_HERE, guest: NO }
/** Who wrote it and signs it, among those who see it. */
const OWNERS: Answers = { guest: NOT_ALLOWED, member: NOT_ALLOWED, insider: OK, admin: NOT_ALLOWED, owner: NOT_ALLOWED, stranger: NO }
/** Everybody sees an archived space; nobody writes in it. */
const READ_ONLY: Answers = { guest: NO, member: NOT_ALLOWED, insider: NOT_ALLOWED, admin: NOT_ALLOWED, owner: NOT_ALLOWED, stranger: NO }

type Where = 'open' | 'private' | 'elsewhere' | 'archived'
type Cells = Partial<Record<Where, Answers>>
const SEEN: Cells = { open: EVERYBODY_HERE, private: INSIDERS, elsewhere: MEMBERS, archived: MEMBERS }
const SPOKEN: Cells = { open: EVERYBODY_HERE, private: INSIDERS, elsewhere: MEMBERS, archived: READ_ONLY }
const OWNED: Cells = { open: OWNERS, private: INSIDERS }
const ARCHIVED: Cells = { archived: READ_ONLY }

const ROLES = { responsibleIds: [], consultedIds: [], informedIds: [] }
const words = (where: Where): string => where === 'private' ? SECRET : 'Which cache do we use?'
const content = (where: Where) => ({ title: words(where), needed: words(where), options: [{ id: 'old', title: 'The old one' }, { id: 'new', title: 'The new one' }] })
const AGREED = { ...content('open'), context: 'Under load.' }
const ADR = { path: '0001-cache.md', text: '# 1. Cache\n\n## Status\n\nAccepted\n\n## Decision\n\nWe use the new one.\n' }

type Target = { number: number; asked: string; spaceId: string }
/** `asks`: somebody is consulted, so that it stays open. */
type Wanted = { asks: boolean; open: boolean }

/** A decision of the insider, who signs it; in the archive it was written before that was one. */
async function written(world: World, where: Where, { asks, open }: Wanted): Promise<Target> {
  const { insider, admin } = world.people
  const asked = where === 'open' || !asks ? admin : await world.freshPerson('member', false)
  const spaceId = where === 'archived' || (where === 'private' && asks) ? await world.freshSpace(where === 'private' ? 'private' : 'open', asks ? [insider, asked] : [insider]) : world.spaces[where]
  const roles = { ...ROLES, accountableId: insider, consultedIds: asks ? [asked] : [] }
  const { number } = await (await world.as('insider'))(contract.createDecision, { spaceId, content: content(where), roles, open })
  return { number, asked, spaceId }
}

type Find = (world: World, where: Where) => Promise<Target>
const draft: Find = (world, where) => written(world, where, { asks: false, open: false })
const asking: Find = (world, where) => written(world, where, { asks: true, open: true })
const ready: Find = (world, where) => written(world, where, { asks: false, open: true })

/** What the insider has done to it by then. */
const after = (find: Find, ...steps: ((call: Awaited<ReturnType<World['as']>>, target: Target) => Promise<unknown>)[]): Find => async (world, where) => {
  const target = await find(world, where)
  const call = await world.as('insider')
  for (const step of steps) await step(call, target)
  return target
}
const record = after(ready, (call, { number }) => call(contract.signDecision, { number, optionId: 'new' }))
const provisional = after(ready, (call, { number }) => call(contract.signDecision, { number, optionId: 'new', provisionalUntil: '2027-12-31' }))
const objected = after(ready, (call, { number }) => call(contract.takePosition, { number, kind: 'objection', text: 'It is slow.' }))
const inCall = after(objected, (call, { number }) => call(contract.proposeDecisionCall, { number }))
const withdrawn = after(draft, (call, { number }) => call(contract.withdrawDecision, { number, reason: 'Not now.' }))

/** One row for each place, with a decision of its own for each caller. */
const eachWhere = (operation: AnyOperation, cells: Cells, find: Find, more: (target: Target, world: World) => Record<string, unknown> | Promise<Record<string, unknown>> = () => ({})): Row[] =>
  Object.entries(cells).map(([where, answers]) => row(operation, where, async (world) => {
    const target = await find(world, where as Where)
    const rest = await more(target, world)
    if (where === 'archived') await (await world.as('insider'))(archiveSpace, { id: target.spaceId, archived: true })
    return { number: target.number, ...rest }
  }, answers))

const remarked = async ({ number }: Target, world: World) => {
  const { remarks } = await (await world.as('insider'))(contract.addRemark, { number, field: 'needed', body: 'Which load?' })
  return { id: remarks[0]?.id ?? '' }
}

const reading: Row[] = [
  row(contract.listDecisions, 'everywhere one sees', () => ({}), EVERYBODY),
  row(contract.listDecisions, 'those with a secret word', () => ({ q: SECRET }), EVERYBODY),
  row(contract.listDecisions, 'in a private space', (world) => ({ spaceId: world.spaces.private }), INSIDERS),
  row(contract.listDecisions, 'in an archived space', (world) => ({ spaceId: world.spaces.archived }), MEMBERS),
  row(contract.decisionMap, 'everywhere one sees', () => ({}), EVERYBODY),
  row(contract.decisionMap, 'of a private space', (world) => ({ spaceId: world.spaces.private }), INSIDERS),
  ...eachWhere(contract.readDecision, SEEN, draft), ...eachWhere(contract.decisionHistory, SEEN, draft), ...eachWhere(contract.readAdr, SEEN, record),
  row(contract.prefillDecision, 'from a template', () => ({ template: 'feature' as const }), EVERYBODY),
  row(contract.prefillDecision, 'from a thread of the open space', async (world) => ({ threadNumber: (await (await world.as('insider'))(postThread, { spaceId: world.spaces.open, title: 'Which cache?' })).number }), EVERYBODY_HERE),
  row(contract.prefillDecision, 'from a thread of a private space', async (world) => ({ threadNumber: (await (await world.as('insider'))(postThread, { spaceId: world.spaces.private, title: SECRET })).number }), INSIDERS),
  row(contract.previewDecision, 'in the open space', (world) => ({ spaceId: world.spaces.open, roles: { accountableId: world.people.insider } }), EVERYBODY_HERE),
  row(contract.previewDecision, 'in a private space', (world) => ({ spaceId: world.spaces.private, roles: { accountableId: world.people.insider } }), INSIDERS),
  row(contract.exportAdr, 'of the open space', (world) => ({ spaceId: world.spaces.open }), EVERYBODY_HERE),
  row(contract.exportAdr, 'of a private space', (world) => ({ spaceId: world.spaces.private }), INSIDERS),
]

const NOT_MINE: Answers = { ...READ_ONLY, guest: NOT_ALLOWED }
const writing: Row[] = [
  row(contract.createDecision, 'in the open space', (world) => ({ spaceId: world.spaces.open, content: content('open') }), EVERYBODY_HERE),
  row(contract.createDecision, 'in a private space', (world) => ({ spaceId: world.spaces.private, content: content('private') }), INSIDERS),
  row(contract.createDecision, 'in an archived space', (world) => ({ spaceId: world.spaces.archived, content: content('open') }), READ_ONLY),
  row(contract.createDecision, 'from a thread of a private space', async (world) => ({ spaceId: world.spaces.open, content: content('open'), fromThread: (await (await world.as('insider'))(postThread, { spaceId: world.spaces.private, title: SECRET })).number }), INSIDERS),
  row(contract.createDecision, 'that supersedes a private one', async (world) => ({ spaceId: world.spaces.open, content: content('open'), supersedes: [(await record(world, 'private')).number] }), INSIDERS),
  ...eachWhere(contract.editDecision, { ...OWNED, ...ARCHIVED }, draft, () => ({ version: 1, content: AGREED })),
  ...eachWhere(contract.openDecision, { ...OWNED, ...ARCHIVED }, draft),
  ...eachWhere(contract.seeDecision, { open: EVERYBODY_HERE, private: INSIDERS, elsewhere: MEMBERS }, ready),
  ...eachWhere(contract.takePosition, SPOKEN, ready, () => ({ kind: 'support' })),
  ...eachWhere(contract.addRemark, SPOKEN, draft, () => ({ field: 'needed', body: 'Which load?' })),
  ...eachWhere(contract.resolveRemark, { open: EVERYBODY_HERE, private: INSIDERS }, draft, remarked),
  ...eachWhere(contract.setDecisionRoles, OWNED, draft, (_target, world) => ({ roles: { accountableId: world.people.insider } })),
  ...eachWhere(contract.waiveInput, OWNED, asking, ({ asked }) => ({ personId: asked, reason: 'They left the project.' })),
  ...eachWhere(contract.moreTimeForDecision, OWNED, ready, () => ({ deadline: '2027-12-31T12:00:00Z' })),
  ...eachWhere(contract.proposeDecisionCall, OWNED, objected), ...eachWhere(contract.placeDecisionCall, OWNED, inCall, () => ({ startsAt: '2027-12-31T12:00:00Z' })), ...eachWhere(contract.holdDecisionCall, OWNED, inCall, () => ({ outcome: 'We measure first.' })),
  ...eachWhere(contract.signDecision, { ...OWNED, ...ARCHIVED }, ready, () => ({ optionId: 'new' })),
  ...eachWhere(contract.withdrawDecision, OWNED, ready, () => ({ reason: 'Not now.' })), ...eachWhere(contract.resumeDecision, OWNED, withdrawn),
  ...eachWhere(contract.confirmDecision, OWNED, provisional), ...eachWhere(contract.deprecateDecision, OWNED, record, () => ({ reason: 'The cache is gone.' })),
  ...eachWhere(contract.supersedeDecision, OWNED, record, async (_target, world) => ({ by: (await record(world, 'open')).number })),
  row(contract.supersedeDecision, 'by a private one', async (world) => ({ number: (await record(world, 'open')).number, by: (await record(world, 'private')).number }), { ...NOT_MINE, insider: OK }),
  ...eachWhere(contract.reviewDecision, { ...OWNED, ...ARCHIVED }, record, () => ({ note: 'It still holds.' })),
  row(contract.importAdr, 'into the open space', (world) => ({ spaceId: world.spaces.open, files: [ADR] }), EVERYBODY_HERE),
  row(contract.importAdr, 'into a private space', (world) => ({ spaceId: world.spaces.private, files: [ADR] }), INSIDERS),
  row(contract.importAdr, 'into an archived space', (world) => ({ spaceId: world.spaces.archived, files: [ADR] }), READ_ONLY),
  row(contract.readAdr, 'that is not there', () => ({ number: 999_999 }), NOBODY),
]

/** The insider writes and signs what is decided here. */
export const permissionRows: readonly Row[] = [...reading, ...writing]
