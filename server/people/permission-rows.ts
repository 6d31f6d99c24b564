import * as contract from '#contract/people.ts'
import { EVERYBODY, EVERYBODY_HERE, MANAGERS, MANAGERS_EACH, NO, NOT_ALLOWED, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import type { World } from '#server/permissions/world.ts'
import { randomUUID } from 'node:crypto'

/** Somebody in no space: hidden from guests. */
const alone = (world: World) => world.freshPerson('member', false)
const MEMBERS_HERE: Answers = { ...EVERYBODY_HERE, guest: NO }
const MANAGERS_OF_HIDDEN: Answers = { ...MANAGERS, guest: NO }

const hours = { zone: 'Europe/Berlin', weeks: [[]] }
const away = { start: '2026-05-04T00:00:00Z', end: '2026-05-05T00:00:00Z' }
const SHIFT = '2026-03-25'

const absenceOf = async (world: World, id: string) => (await (await world.as('owner'))(contract.addAbsence, { id, ...away })).id
const swapTo = async (world: World, takerId: string) => {
  const giver = await world.app.sessionOf(await world.freshPerson())
  return (await giver.call(contract.offerSwap, { takerId, date: SHIFT })).id
}

export const permissionRows: readonly Row[] = [
  row(contract.listPeople, 'everybody', () => ({}), EVERYBODY),
  row(contract.listPeople, 'of an open space', (world) => ({ spaceId: world.spaces.open }), EVERYBODY_HERE),
  row(contract.listPeople, 'of a private space', (world) => ({ spaceId: world.spaces.private }), { guest: NO, member: NO, insider: OK, admin: NO, owner: NO, stranger: NO }),
  row(contract.readOverlap, 'of people in the open space', (world) => ({ people: [world.people.member, world.people.insider], from: SHIFT }), EVERYBODY_HERE),
  row(contract.readOverlap, 'of somebody hidden from guests', async (world) => ({ people: [world.people.member, await alone(world)], from: SHIFT }), MEMBERS_HERE),
  row(contract.readHours, 'of a member', (world) => ({ id: world.people.member }), EVERYBODY_HERE),
  row(contract.readHours, 'of somebody hidden from guests', async (world) => ({ id: await alone(world) }), MEMBERS_HERE),
  row(contract.setHours, 'of oneself', (_world, caller) => ({ id: caller.id, zone: 'Europe/Berlin', weeks: [[{ day: 3 as const, start: '09:00', end: '17:00' }]] }), EVERYBODY),
  row(contract.setHours, 'of somebody else', async (world) => ({ id: await world.freshPerson(), ...hours }), MANAGERS),
  row(contract.setHours, 'of somebody hidden from guests', async (world) => ({ id: await alone(world), ...hours }), MANAGERS_OF_HIDDEN),
  row(contract.addAbsence, 'of oneself', (_world, caller) => ({ id: caller.id, start: '2026-07-04T00:00:00Z', end: '2026-07-05T00:00:00Z' }), EVERYBODY),
  row(contract.addAbsence, 'of somebody else', async (world) => ({ id: await world.freshPerson(), ...away }), MANAGERS),
  row(contract.addAbsence, 'of oneself, covered by somebody hidden from guests', async (world, caller) => ({ id: caller.id, coverId: await alone(world), start: '2026-08-04T00:00:00Z', end: '2026-08-05T00:00:00Z' }), MEMBERS_HERE),
  row(contract.cancelAbsence, 'of somebody else', async (world) => ({ id: await absenceOf(world, await world.freshPerson()) }), MANAGERS),
  row(contract.offerSwap, 'to a member', async (world) => ({ takerId: await world.freshPerson(), date: SHIFT }), EVERYBODY_HERE),
  row(contract.offerSwap, 'to somebody hidden from guests', async (world) => ({ takerId: await alone(world), date: '2026-04-01' }), MEMBERS_HERE),
  row(contract.answerSwap, 'that was offered to the member', async (world) => ({ id: await swapTo(world, world.people.member), answer: 'decline' as const }), { guest: NO, member: OK, insider: NO, admin: NOT_ALLOWED, owner: NOT_ALLOWED, stranger: NO }),
  row(contract.listHolidaySets, 'of the world', () => ({}), EVERYBODY),
  row(contract.listHolidayCalendars, 'of the workspace', () => ({}), EVERYBODY),
  row(contract.addHolidayCalendar, 'a bundled one', () => ({ bundled: 'DE-BE' }), { ...EVERYBODY, guest: NOT_ALLOWED }),
  row(contract.chooseHolidays, 'of oneself', (_world, caller) => ({ id: caller.id, calendarIds: [] }), EVERYBODY),
  row(contract.chooseHolidays, 'of somebody else', async (world) => ({ id: await world.freshPerson(), calendarIds: [] }), MANAGERS),
  row(contract.listTeamRoles, 'of the workspace', () => ({}), EVERYBODY),
  row(contract.saveTeamRole, 'a new one', () => ({ id: randomUUID(), name: `Role ${randomUUID()}`, holders: [] }), MANAGERS_EACH),
  row(contract.saveTeamRole, 'held by somebody of this workspace', (world) => ({ id: randomUUID(), name: `Role ${randomUUID()}`, holders: [world.people.member] }), MANAGERS),
]
