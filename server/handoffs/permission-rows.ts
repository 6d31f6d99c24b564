import * as contract from '#contract/handoffs.ts'
import { anyone, EVERYBODY, EVERYBODY_HERE, NO, NOBODY, NOT_ALLOWED, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import type { Caller, World } from '#server/permissions/world.ts'
import { freshToken } from '#server/platform/auth/tokens.ts'
import { json } from '#server/platform/db/columns.ts'

const INSIDERS: Answers = { guest: NO, member: NO, insider: OK, admin: NO, owner: NO, stranger: NO }
const SEEN_BY_MEMBERS: Answers = { ...EVERYBODY_HERE, guest: NO }
const nobodyBut = (who: 'insider' | 'member'): Answers =>
  ({ guest: NOT_ALLOWED, member: NOT_ALLOWED, insider: NOT_ALLOWED, admin: NOT_ALLOWED, owner: NOT_ALLOWED, stranger: NO, [who]: OK })

const WRAP = { state: 'All is well', nextAction: 'Go on', mostImportant: 'Go on' }

/** A baton that the insider offers to the member, or in the private space to somebody new there. */
async function offered(world: World, place: 'open' | 'private' = 'open') {
  const call = await world.as('insider')
  const receiver = place === 'open' ? world.people.member : await world.freshPerson()
  const spaceId = place === 'open' ? world.spaces.open : await world.freshSpace('private', [world.people.insider, receiver])
  const wrap = await call(contract.postWrap, { spaceId, ...WRAP, batons: [{ text: 'Watch it', to: { kind: 'person', personId: receiver } }] })
  return { id: wrap.batons[0]?.id ?? '' }
}

async function returned(world: World) {
  const { id } = await offered(world)
  await (await world.as('member'))(contract.returnBaton, { id, question: 'Which one?' })
  return { id }
}

/** A blocker that the insider wrote, for anybody or for the member to clear. */
async function blocker(world: World, spaceId: string, ownerId: string | null) {
  const wrap = await (await world.as('insider'))(contract.postWrap, { spaceId, ...WRAP, blockers: [{ text: 'No keys', ownerId }] })
  return { number: wrap.number, lineId: wrap.blockers[0]?.id ?? '' }
}

/** Offered to whoever asks, by somebody else; to the member where a stranger asks. */
async function toCaller(world: World, { name, id }: Caller) {
  const call = await world.as(name === 'insider' ? 'member' : 'insider')
  const personId = name === 'stranger' ? world.people.member : id
  const wrap = await call(contract.postWrap, { spaceId: world.spaces.open, ...WRAP, batons: [{ text: 'Watch it', to: { kind: 'person', personId } }] })
  return { id: wrap.batons[0]?.id ?? '' }
}

/** Accepted by the caller, or by the member, or by somebody new in the private space. */
async function accepted(world: World, caller: Caller, place: 'own' | 'member' | 'private' = 'own') {
  const { id } = place === 'own' ? await toCaller(world, caller) : await offered(world, place === 'private' ? 'private' : 'open')
  await world.app.asSystem(async ({ tx, now }) => {
    await tx.updateTable('baton').set({ state: 'accepted', accepted_at: now, lapses_at: null }).where('workspace_id', '=', world.app.workspaceId).where('id', '=', id).execute()
  })
  return { id }
}

/** The same, said to be done. */
async function finished(world: World, caller: Caller, place: 'own' | 'member' | 'private' = 'own') {
  const { id } = await accepted(world, caller, place)
  await world.app.asSystem(async ({ tx, now }) => {
    await tx.updateTable('baton').set({ state: 'done', done_at: now, outcome: '' }).where('workspace_id', '=', world.app.workspaceId).where('id', '=', id).execute()
  })
  return { id }
}

/** What nobody took in time. */
async function unowned(world: World) {
  const { id } = await offered(world)
  await world.app.asSystem(async ({ tx }) => {
    await tx.updateTable('baton').set({ state: 'unowned', receiver_id: null, lapses_at: null }).where('workspace_id', '=', world.app.workspaceId).where('id', '=', id).execute()
  })
  return { id }
}

/** A mailed link of the member. */
async function link(world: World) {
  const { id: batonId } = await offered(world)
  const { token, hash } = freshToken('baton', world.app.workspaceId)
  await world.app.asSystem(async ({ tx, now, newId }) => {
    await tx.insertInto('credential').values({
      workspace_id: world.app.workspaceId, id: newId(), person_id: world.people.member, kind: 'baton', secret_hash: hash, data: json({ batonId }), created_by: null, created_at: now,
      expires_at: now.add({ hours: 1 }), last_used_at: null, used_at: null, revoked_at: null,
    }).execute()
  })
  return { token }
}

const handing = (spaceId: string, personId: string) => ({ spaceId, ...WRAP, batons: [{ text: 'Watch it', to: { kind: 'person' as const, personId } }] })
const same = (answer: Answers['member']): Answers => ({ guest: answer, member: answer, insider: answer, admin: answer, owner: answer, stranger: NO })
/** Seen by members, written by nobody. */
const CLOSED: Answers = { ...same(NOT_ALLOWED), guest: NO }

const shift = (spaceId: string) => ({ spaceId, kind: 'shift' as const })

export const permissionRows: readonly Row[] = [
  row(contract.prefillWrap, 'in the open space', (world) => ({ spaceId: world.spaces.open }), EVERYBODY_HERE),
  row(contract.prefillWrap, 'in an open space without the guest', (world) => ({ spaceId: world.spaces.elsewhere }), SEEN_BY_MEMBERS),
  row(contract.prefillWrap, 'in a private space', (world) => ({ spaceId: world.spaces.private }), INSIDERS),
  row(contract.prefillWrap, 'in an archived space', (world) => ({ spaceId: world.spaces.archived }), CLOSED),
  row(contract.postWrap, 'in the open space', (world) => ({ spaceId: world.spaces.open, ...WRAP }), EVERYBODY_HERE),
  row(contract.postWrap, 'in an open space without the guest', (world) => ({ spaceId: world.spaces.elsewhere, ...WRAP }), SEEN_BY_MEMBERS),
  row(contract.postWrap, 'in a private space', (world) => ({ spaceId: world.spaces.private, ...WRAP }), INSIDERS),
  row(contract.postWrap, 'in an archived space', (world) => ({ spaceId: world.spaces.archived, ...WRAP }), CLOSED),
  row(contract.postWrap, 'with a baton to somebody who cannot see the space', (world) => handing(world.spaces.private, world.people.member), { ...INSIDERS, insider: 'bad_input' }),
  row(contract.postWrap, 'with a baton to somebody of another workspace', (world) => handing(world.spaces.open, world.people.stranger), same('bad_input')),
  row(contract.readWrap, 'in the open space', (world) => ({ number: world.wraps.open }), EVERYBODY_HERE),
  row(contract.readWrap, 'in an open space without the guest', (world) => ({ number: world.wraps.elsewhere }), SEEN_BY_MEMBERS),
  row(contract.readWrap, 'in a private space', (world) => ({ number: world.wraps.private }), INSIDERS),
  row(contract.readWrap, 'in an archived space', (world) => ({ number: world.wraps.archived }), SEEN_BY_MEMBERS),
  row(contract.readWrap, 'that was deleted', (world) => ({ number: world.wraps.deleted }), NOBODY),
  row(contract.clearLine, 'that anybody may clear', (world) => blocker(world, world.spaces.open, null), EVERYBODY_HERE),
  row(contract.clearLine, 'that the member was asked to clear', (world) => blocker(world, world.spaces.open, world.people.member), { ...nobodyBut('member'), insider: OK }),
  row(contract.clearLine, 'in a private space', (world) => blocker(world, world.spaces.private, null), INSIDERS),
  row(contract.listBatons, 'to oneself', () => ({}), EVERYBODY),
  row(contract.listBatons, 'from oneself', () => ({ of: 'from-me' as const, settled: 'true' as const }), EVERYBODY),
  row(contract.listBatons, 'of the open space', (world) => ({ of: 'space' as const, spaceId: world.spaces.open }), EVERYBODY_HERE),
  row(contract.listBatons, 'of a private space', (world) => ({ of: 'space' as const, spaceId: world.spaces.private }), INSIDERS),
  row(contract.readBaton, 'in the open space', (world) => offered(world), EVERYBODY_HERE),
  row(contract.readBaton, 'in a private space', (world) => offered(world, 'private'), INSIDERS),
  row(contract.acceptBaton, 'offered to oneself', toCaller, EVERYBODY_HERE),
  row(contract.acceptBaton, 'that nobody holds', (world) => unowned(world), EVERYBODY_HERE),
  row(contract.acceptBaton, 'offered to the member', (world) => offered(world), nobodyBut('member')),
  row(contract.acceptBaton, 'offered in a private space', (world) => offered(world, 'private'), { ...INSIDERS, insider: NOT_ALLOWED }),
  row(contract.returnBaton, 'offered to oneself', async (world, caller) => ({ ...await toCaller(world, caller), question: 'Which one?' }), EVERYBODY_HERE),
  row(contract.returnBaton, 'in a private space', async (world) => ({ ...await offered(world, 'private'), question: 'Which one?' }), { ...INSIDERS, insider: NOT_ALLOWED }),
  row(contract.returnBaton, 'offered to the member', async (world) => ({ ...await offered(world), question: 'Which one?' }), nobodyBut('member')),
  row(contract.answerBaton, 'returned to the insider', async (world) => ({ ...await returned(world), answer: 'The left one' }), nobodyBut('insider')),
  row(contract.answerBaton, 'without a question', async (world) => ({ ...await offered(world), answer: 'The left one' }), same('conflict')),
  row(contract.answerBaton, 'in a private space', async (world) => ({ ...await offered(world, 'private'), answer: 'The left one' }), { ...INSIDERS, insider: 'conflict' }),
  row(contract.offerBaton, 'in a private space', async (world) => ({ ...await offered(world, 'private'), to: { kind: 'shift' as const } }), INSIDERS),
  row(contract.offerBaton, 'given by the insider', async (world) => ({ ...await offered(world), to: { kind: 'person' as const, personId: world.people.owner } }), nobodyBut('insider')),
  row(contract.withdrawBaton, 'given by the insider', async (world) => ({ ...await offered(world), reason: 'Done' }), nobodyBut('insider')),
  row(contract.withdrawBaton, 'in a private space', async (world) => ({ ...await offered(world, 'private'), reason: 'Done' }), INSIDERS),
  row(contract.batonDone, 'that one holds', (world, caller) => accepted(world, caller), EVERYBODY_HERE),
  row(contract.batonDone, 'that the member holds', (world, caller) => accepted(world, caller, 'member'), nobodyBut('member')),
  row(contract.batonDone, 'that nobody accepted yet', (world) => offered(world), same('conflict')),
  row(contract.batonDone, 'held in a private space', (world, caller) => accepted(world, caller, 'private'), { ...INSIDERS, insider: NOT_ALLOWED }),
  row(contract.reopenBaton, 'that one said is done', (world, caller) => finished(world, caller), EVERYBODY_HERE),
  row(contract.reopenBaton, 'that the member said is done', (world, caller) => finished(world, caller, 'member'), nobodyBut('member')),
  row(contract.reopenBaton, 'that is not done', (world, caller) => accepted(world, caller), same('conflict')),
  row(contract.reopenBaton, 'done in a private space', (world, caller) => finished(world, caller, 'private'), { ...INSIDERS, insider: NOT_ALLOWED }),
  row(contract.previewReceiver, 'in the open space', (world) => shift(world.spaces.open), EVERYBODY_HERE),
  row(contract.previewReceiver, 'in a private space', (world) => shift(world.spaces.private), INSIDERS),
  row(contract.previewReceiver, 'in an archived space', (world) => shift(world.spaces.archived), CLOSED),
  anyone(contract.readBatonLink, 'a fresh one', (world) => link(world), OK),
  anyone(contract.readBatonLink, 'a made-up one', () => ({ token: 'lh_b_x' }), NO),
  anyone(contract.answerBatonLink, 'a fresh one', (world) => link(world), OK),
  anyone(contract.answerBatonLink, 'a made-up one', () => ({ token: 'lh_b_x' }), NO),
]
