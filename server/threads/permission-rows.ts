import * as contract from '#contract/threads.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { EVERYBODY, EVERYBODY_HERE, NO, NOBODY, NOT_ALLOWED, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import type { World } from '#server/permissions/world.ts'
import { deletedReply, freshThread, thread, threadWithCall } from './threads.test-kit.ts'
import type { Target, Where } from './threads.test-kit.ts'

const INSIDERS: Answers = { guest: NO, member: NO, insider: OK, admin: NO, owner: NO, stranger: NO }
const MEMBERS: Answers = { ...EVERYBODY_HERE, guest: NO }
const AUTHOR: Answers = { guest: NOT_ALLOWED, member: NOT_ALLOWED, insider: OK, admin: NOT_ALLOWED, owner: NOT_ALLOWED, stranger: NO }
/** Its author, and whoever manages the space: its members, and those who manage the workspace. */
const KEEPERS: Answers = { ...EVERYBODY_HERE, guest: NOT_ALLOWED }
/** Who belongs to another space than the member does. */
const KEEPERS_ELSEWHERE: Answers = { guest: NO, member: NOT_ALLOWED, insider: OK, admin: OK, owner: OK, stranger: NO }
/** Everybody sees an archived space; nobody writes in it. */
const READ_ONLY: Answers = { guest: NO, member: NOT_ALLOWED, insider: NOT_ALLOWED, admin: NOT_ALLOWED, owner: NOT_ALLOWED, stranger: NO }
const OTHERS: Answers = { ...EVERYBODY_HERE, insider: NOT_ALLOWED }
const CONCERNED: Answers = { guest: NO, member: OK, insider: OK, admin: NO, owner: NO, stranger: NO }

type Cells = Partial<Record<Where, Answers>>
type Input = (target: Target, world: World) => Record<string, unknown>

/** One row for each place, with a thread of its own for each caller. */
const eachWhere = (operation: AnyOperation, cells: Cells, input: Input, find = freshThread): Row[] => Object.entries(cells)
  .map(([where, answers]) => row(operation, `${where}`, async (world) => input(await find(world, where as Where), world), answers))

const SEEN: Cells = { open: EVERYBODY_HERE, private: INSIDERS, elsewhere: MEMBERS, archived: MEMBERS, deleted: NOBODY }
const WRITTEN: Cells = { open: EVERYBODY_HERE, private: INSIDERS, elsewhere: MEMBERS, archived: READ_ONLY, deleted: NOBODY }
const OWN: Cells = { open: AUTHOR, private: INSIDERS, archived: READ_ONLY, deleted: NOBODY }
const byNumber = ({ number }: Target) => ({ number })
const byReply = ({ replyId }: Target) => ({ id: replyId })
const SOON = '2026-03-24T09:00:00Z'

const reading: Row[] = [
  row(contract.listThreads, 'everywhere one sees', () => ({}), EVERYBODY),
  row(contract.listThreads, 'unread', () => ({ of: 'unread' as const }), EVERYBODY),
  row(contract.listThreads, 'in a private space', (world) => ({ spaceId: world.spaces.private }), INSIDERS),
  row(contract.listThreads, 'in an archived space', (world) => ({ spaceId: world.spaces.archived }), MEMBERS),
  ...eachWhere(contract.readThread, SEEN, byNumber, thread), ...eachWhere(contract.listLinks, SEEN, byNumber, thread),
  ...eachWhere(contract.readHistory, SEEN, byNumber, thread),
  row(contract.readHistory, 'of a reply', async (world) => { const { number, replyId } = await thread(world, 'open'); return { number, replyId } }, EVERYBODY_HERE),
  row(contract.readHistory, 'of a private reply through an open thread', async (world) => ({ number: (await thread(world, 'open')).number, replyId: (await thread(world, 'private')).replyId }), NOBODY),
  row(contract.listSaved, 'of oneself', () => ({}), EVERYBODY),
  row(contract.mentionCost, 'in the open space', (world) => ({ spaceId: world.spaces.open, text: '@space' }), EVERYBODY_HERE),
  row(contract.mentionCost, 'in a private space', (world) => ({ spaceId: world.spaces.private, text: '@space' }), INSIDERS),
]

const writing: Row[] = [
  row(contract.postThread, 'in the open space', (world) => ({ spaceId: world.spaces.open, title: 'New' }), EVERYBODY_HERE),
  row(contract.postThread, 'in a private space', (world) => ({ spaceId: world.spaces.private, title: 'New' }), INSIDERS),
  row(contract.postThread, 'in an archived space', (world) => ({ spaceId: world.spaces.archived, title: 'New' }), READ_ONLY),
  row(contract.postThread, 'from a private one', async (world) => ({ spaceId: world.spaces.open, title: 'New', from: { number: (await thread(world, 'private')).number } }), INSIDERS),
  ...eachWhere(contract.postReply, WRITTEN, ({ number }) => ({ number, body: 'Yes.' })),
  row(contract.postReply, 'with a quote from a private one', async (world) => ({ number: (await thread(world, 'open')).number, body: 'x', quote: { replyId: (await thread(world, 'private')).replyId, text: 'x' } }), NOBODY),
  ...eachWhere(contract.setState, WRITTEN, ({ number }) => ({ number, text: 'Now.', version: 0 })),
  ...eachWhere(contract.resolveThread, WRITTEN, ({ number }) => ({ number, outcome: 'Done.' })),
  ...eachWhere(contract.react, WRITTEN, ({ number }) => ({ number, emoji: '👍' })),
  ...eachWhere(contract.elevate, WRITTEN, ({ number, replyId }) => ({ number, replyId, to: 'learning', title: 'Learnt' })),
  row(contract.elevate, 'a private reply through an open thread', async (world) => ({ number: (await thread(world, 'open')).number, replyId: (await thread(world, 'private')).replyId, to: 'wrap-line' as const, title: 'x' }), NOBODY),
  ...eachWhere(contract.editThread, OWN, ({ number }) => ({ number, title: 'Other' })),
  ...eachWhere(contract.editReply, OWN, ({ replyId }) => ({ id: replyId, body: 'Other.' })),
  ...eachWhere(contract.undoReply, OWN, byReply), ...eachWhere(contract.deleteReply, OWN, byReply),
  row(contract.undoThread, 'that somebody replied to', async (world) => byNumber(await freshThread(world, 'open')), { ...AUTHOR, insider: 'conflict' }),
  row(contract.undoThread, 'private', async (world) => byNumber(await freshThread(world, 'private')), { ...INSIDERS, insider: 'conflict' }),
  row(contract.restoreReply, 'of the open space', async (world) => ({ id: await deletedReply(world, 'open') }), INSIDERS),
  row(contract.restoreReply, 'of a private space', async (world) => ({ id: await deletedReply(world, 'private') }), INSIDERS),
  row(contract.restoreReply, 'that stands', async (world) => ({ id: (await thread(world, 'open')).replyId }), NOBODY),
  ...eachWhere(contract.markReply, { open: OTHERS, private: { ...INSIDERS, insider: NOT_ALLOWED }, archived: READ_ONLY, deleted: NOBODY }, ({ replyId }) => ({ id: replyId, mark: 'too-long' })),
]

const keeping: Row[] = [
  ...eachWhere(contract.reopenThread, { open: { ...EVERYBODY_HERE, guest: 'conflict', member: 'conflict', insider: 'conflict', admin: 'conflict', owner: 'conflict' }, private: { ...INSIDERS, insider: 'conflict' }, archived: READ_ONLY, deleted: NOBODY }, ({ number }) => ({ number, reason: 'More.' })),
  ...eachWhere(contract.splitThread, { open: KEEPERS, private: INSIDERS, elsewhere: KEEPERS_ELSEWHERE, archived: READ_ONLY, deleted: NOBODY }, ({ number, replyId }) => ({ number, replyIds: [replyId], title: 'Other', summary: 'So far.' })),
  ...eachWhere(contract.moveThread, { open: KEEPERS, private: INSIDERS, archived: READ_ONLY, deleted: NOBODY }, ({ number }, world) => ({ number, spaceId: world.spaces.elsewhere })),
  row(contract.moveThread, 'into a private space', async (world) => ({ number: (await freshThread(world, 'open')).number, spaceId: world.spaces.private }), { ...INSIDERS, guest: NOT_ALLOWED }),
  row(contract.moveThread, 'into an archived space', async (world) => ({ number: (await freshThread(world, 'open')).number, spaceId: world.spaces.archived }), { ...KEEPERS, member: NOT_ALLOWED, insider: NOT_ALLOWED, admin: NOT_ALLOWED, owner: NOT_ALLOWED }),
  ...eachWhere(contract.followThread, SEEN, ({ number }) => ({ number, follow: 'muted' }), thread),
  ...eachWhere(contract.markRead, SEEN, ({ number }) => ({ number, seq: 1 }), thread),
  ...eachWhere(contract.saveForLater, SEEN, ({ number }) => ({ number, saved: true }), thread),
  row(contract.saveForLater, 'a private reply through an open thread', async (world) => ({ number: (await thread(world, 'open')).number, replyId: (await thread(world, 'private')).replyId, saved: true }), NOBODY),
  row(contract.react, 'to a private reply through an open thread', async (world) => ({ number: (await thread(world, 'open')).number, replyId: (await thread(world, 'private')).replyId, emoji: '👍' }), NOBODY),
  row(contract.confirmRead, 'by those who must read it', async (world) => byNumber(await freshThread(world, 'open', { mustRead: [world.people.member, world.people.owner] })), { ...EVERYBODY_HERE, guest: 'conflict', insider: 'conflict', admin: 'conflict' }),
  row(contract.confirmRead, 'private', async (world) => byNumber(await freshThread(world, 'private', { mustRead: [world.people.insider] })), INSIDERS),
  row(contract.proposeCall, 'offered to two', async (world) => ({ number: (await threadWithCall(world)).number, startsAt: SOON }), CONCERNED),
  row(contract.proposeCall, 'that nobody offered', async (world) => ({ number: (await thread(world, 'open')).number, startsAt: SOON }), NOBODY),
  row(contract.dismissCall, 'offered to two', async (world) => byNumber(await threadWithCall(world)), CONCERNED),
  row(contract.dismissCall, 'in a private thread', async (world) => byNumber(await thread(world, 'private')), NOBODY),
  row(contract.closeCall, 'offered to two', async (world) => ({ number: (await threadWithCall(world)).number, outcome: 'Frankfurt first.' }), CONCERNED),
  row(contract.closeCall, 'in a private thread', async (world) => ({ number: (await thread(world, 'private')).number, outcome: 'x' }), NOBODY),
]

export const permissionRows: readonly Row[] = [...reading, ...writing, ...keeping]
