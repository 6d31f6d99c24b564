import * as contract from '#contract/asks.ts'
import { EVERYBODY, EVERYBODY_HERE, NO, NOBODY, NOT_ALLOWED, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import type { Caller, World } from '#server/permissions/world.ts'
import { archiveSpace } from '#contract/spaces.ts'

const INSIDERS: Answers = { guest: NO, member: NO, insider: OK, admin: NO, owner: NO, stranger: NO }
const SEEN_BY_MEMBERS: Answers = { ...EVERYBODY_HERE, guest: NO }
const nobodyBut = (who: 'insider' | 'member'): Answers => ({ guest: NOT_ALLOWED, member: NOT_ALLOWED, insider: NOT_ALLOWED, admin: NOT_ALLOWED, owner: NOT_ALLOWED, stranger: NO, [who]: OK })

const ASK = { title: 'Which one?', body: 'The old or the new one?', kind: 'answer' as const }
const SAID = { body: 'The new one.' }

type Place = 'open' | 'private' | 'elsewhere'

/** The insider asks the member; where the member is not, somebody new there. */
async function asked(world: World, place: Place = 'open', more: Record<string, unknown> = {}) {
  const to = place === 'open' ? world.people.member : await world.freshPerson('member', false)
  const spaceId = place === 'open' ? world.spaces.open : place === 'elsewhere' ? world.spaces.elsewhere : await world.freshSpace('private', [world.people.insider, to])
  const ask = await (await world.as('insider'))(contract.postAsk, { spaceId, ...ASK, to, ...more })
  return { number: ask.number }
}
const urgent = (world: World) => asked(world, 'open', { urgency: 'urgent', urgentReason: 'The shop is down.', blockedPath: 'Every sale.' })

async function askedBack(world: World) {
  const { number } = await asked(world)
  await (await world.as('member'))(contract.askBack, { number, body: 'Which shop?' })
  return { number }
}
async function answered(world: World) {
  const { number } = await asked(world)
  await (await world.as('member'))(contract.answerAsk, { number, ...SAID })
  return { number }
}
async function inArchive(world: World) {
  const to = await world.freshPerson('member', false)
  const spaceId = await world.freshSpace('open', [world.people.insider, to])
  const call = await world.as('insider')
  const ask = await call(contract.postAsk, { spaceId, ...ASK, to })
  await call(archiveSpace, { id: spaceId, archived: true })
  return { number: ask.number }
}
/** Somebody who may be asked by everybody, themselves included: never the caller. */
const somebody = async (world: World, caller: Caller) => caller.id === world.people.insider ? world.people.member : world.people.insider

export const permissionRows: readonly Row[] = [
  row(contract.previewAsk, 'in the open space', async (world, caller) => ({ spaceId: world.spaces.open, kind: 'answer' as const, to: await somebody(world, caller) }), EVERYBODY_HERE),
  row(contract.previewAsk, 'in a private space', (world) => ({ spaceId: world.spaces.private, kind: 'answer' as const, to: world.people.insider }), INSIDERS),
  row(contract.postAsk, 'in the open space', async (world, caller) => ({ spaceId: world.spaces.open, ...ASK, to: await somebody(world, caller) }), EVERYBODY_HERE),
  row(contract.postAsk, 'in a private space', async (world) => { const to = await world.freshPerson(); return { spaceId: await world.freshSpace('private', [world.people.insider, to]), ...ASK, to } }, INSIDERS),
  row(contract.postAsk, 'in an archived space', (world) => ({ spaceId: world.spaces.archived, ...ASK, to: world.people.insider }), { ...SEEN_BY_MEMBERS, member: NOT_ALLOWED, insider: NOT_ALLOWED, admin: NOT_ALLOWED, owner: NOT_ALLOWED }),
  row(contract.postAsk, 'in a thread of the open space', async (world, caller) => ({ threadNumber: (await asked(world)).number, ...ASK, to: await somebody(world, caller) }), EVERYBODY_HERE),
  row(contract.postAsk, 'in a thread of a private space', async (world) => ({ threadNumber: (await asked(world, 'private')).number, ...ASK, to: world.people.member }), { ...NOBODY, insider: 'bad_input' }),
  row(contract.readAsk, 'in the open space', (world) => asked(world), EVERYBODY_HERE),
  row(contract.readAsk, 'in an open space without the guest', (world) => asked(world, 'elsewhere'), SEEN_BY_MEMBERS),
  row(contract.readAsk, 'in a private space', (world) => asked(world, 'private'), INSIDERS),
  row(contract.owe, 'of oneself', () => ({}), EVERYBODY),
  row(contract.wait, 'of oneself', () => ({}), EVERYBODY),
  row(contract.hitRate, 'of oneself', () => ({}), EVERYBODY),
  row(contract.listAsks, 'everywhere one sees', () => ({}), EVERYBODY),
  row(contract.listAsks, 'in a private space', (world) => ({ spaceId: world.spaces.private }), INSIDERS),
  row(contract.listAsks, 'in a thread of a private space', async (world) => ({ threadNumber: (await asked(world, 'private')).number }), INSIDERS),
  row(contract.seeAsk, 'of the member', (world) => asked(world), EVERYBODY_HERE),
  row(contract.seeAsk, 'in a private space', (world) => asked(world, 'private'), INSIDERS),
  row(contract.answerAsk, 'of the member', async (world) => ({ ...await asked(world), ...SAID }), nobodyBut('member')),
  row(contract.answerAsk, 'in a private space', async (world) => ({ ...await asked(world, 'private'), ...SAID }), { ...NOBODY, insider: NOT_ALLOWED }),
  row(contract.askBack, 'of the member', async (world) => ({ ...await asked(world), ...SAID }), nobodyBut('member')),
  row(contract.clarifyAsk, 'of the insider', async (world) => ({ ...await askedBack(world), ...SAID }), nobodyBut('insider')),
  row(contract.addToAsk, 'in the open space', async (world) => ({ ...await asked(world), ...SAID }), EVERYBODY_HERE),
  row(contract.addToAsk, 'in a private space', async (world) => ({ ...await asked(world, 'private'), ...SAID }), INSIDERS),
  row(contract.addToAsk, 'in an archived space', async (world) => ({ ...await inArchive(world), ...SAID }), { ...SEEN_BY_MEMBERS, member: NOT_ALLOWED, insider: NOT_ALLOWED, admin: NOT_ALLOWED, owner: NOT_ALLOWED }),
  row(contract.declineAsk, 'of the member', async (world) => ({ ...await asked(world), reason: 'Not mine.' }), nobodyBut('member')),
  row(contract.reassignAsk, 'of the insider', async (world) => ({ ...await asked(world), to: world.people.admin }), nobodyBut('insider')),
  row(contract.withdrawAsk, 'of the insider', (world) => asked(world), nobodyBut('insider')),
  row(contract.notAnswered, 'of the insider', async (world) => ({ ...await answered(world), ...SAID }), nobodyBut('insider')),
  row(contract.changeDue, 'of the insider', async (world) => ({ ...await asked(world), dueAt: '2027-01-04T12:00:00Z' }), nobodyBut('insider')),
  row(contract.acknowledgeAsk, 'of the member', urgent, nobodyBut('member')),
  row(contract.rateAsk, 'of the member', async (world) => { const ask = await urgent(world); await (await world.as('member'))(contract.seeAsk, ask); return { ...ask, rating: 'hour' as const } }, nobodyBut('member')),
  row(contract.snoozeAsk, 'of the member', async (world) => ({ ...await asked(world), until: null }), { ...nobodyBut('member'), insider: OK }),
  row(contract.snoozeAsk, 'in a private space', async (world) => ({ ...await asked(world, 'private'), until: null }), INSIDERS),
]
