import * as contract from '#contract/checkins.ts'
import { EVERYBODY, EVERYBODY_HERE, NO, NOBODY, NOT_ALLOWED, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import type { Caller, World } from '#server/permissions/world.ts'
import { insertPrompt } from './prompt-queries.ts'

const INSIDERS: Answers = { guest: NO, member: NO, insider: OK, admin: NO, owner: NO, stranger: NO }
/** Members of the open space; a guest is in it and changes nothing. */
const KEEPERS: Answers = { ...EVERYBODY_HERE, guest: NOT_ALLOWED }
const DATE = '2026-03-23'
const ANSWERS = [{ key: 'how', text: 'Fine' }]

/** One form a space: everybody who joins plans each of them, so a fresh one for each caller would slow all later rows. */
const forms = new WeakMap<World, Map<string, Promise<string>>>()
function form(world: World, spaceId: string): Promise<string> {
  const known = forms.get(world) ?? new Map<string, Promise<string>>()
  forms.set(world, known)
  const id = known.get(spaceId) ?? world.as('insider').then(async (call) => (await call(contract.createForm, {
    spaceId, kind: 'custom', name: 'How is it', questions: [{ key: 'how', text: 'How is it?' }, { key: 'blockers', text: 'What blocks you?' }], schedule: { days: [7], at: '16:00', window_minutes: 60 },
  })).id)
  known.set(spaceId, id)
  return id
}

let asked = 0
/** Somebody is asked once a date, so each prompt has a date of its own. */
const prompt = async (world: World, personId: string, spaceId = world.spaces.open) => {
  const formId = await form(world, spaceId)
  const date = Temporal.PlainDate.from(DATE).subtract({ days: asked += 1 }).toString()
  return world.app.asSystem(async (act) => (await insertPrompt(act, { formId, personId, date, windowEndsAt: act.now.add({ hours: 4 }), state: 'open', reason: '', prefill: {} })) ?? '')
}
/** The caller’s own; a stranger is given the member’s. */
const own = (world: World, caller: Caller) => prompt(world, caller.name === 'stranger' ? world.people.member : caller.id)

const answered = async (world: World, spaceId: string) =>
  (await (await world.as('insider'))(contract.answerPrompt, { id: await prompt(world, world.people.insider, spaceId), answers: [...ANSWERS, { key: 'blockers', text: 'The key.' }] })).number

/** Answered by the insider in a private space of theirs and of somebody who can clear it. */
const inPrivate = async (world: World) => {
  const to = await world.freshPerson('member', false)
  return { number: await answered(world, await world.freshSpace('private', [world.people.insider, to])), key: 'blockers', to }
}

export const permissionRows: readonly Row[] = [
  row(contract.listForms, 'that one sees', () => ({}), EVERYBODY),
  row(contract.createForm, 'in the open space', (world) => ({ spaceId: world.spaces.open, kind: 'weekly_plans' as const }), KEEPERS),
  row(contract.createForm, 'in a private space', (world) => ({ spaceId: world.spaces.private, kind: 'weekly_plans' as const }), INSIDERS),
  row(contract.createForm, 'in an archived space', (world) => ({ spaceId: world.spaces.archived, kind: 'weekly_plans' as const }), { guest: NO, member: NOT_ALLOWED, insider: NOT_ALLOWED, admin: NOT_ALLOWED, owner: NOT_ALLOWED, stranger: NO }),
  row(contract.editForm, 'in the open space', async (world) => ({ id: await form(world, world.spaces.open), name: 'How is it now' }), KEEPERS),
  row(contract.editForm, 'in a private space', async (world) => ({ id: await form(world, world.spaces.private), name: 'How is it now' }), INSIDERS),
  row(contract.pauseForMe, 'in the open space', async (world) => ({ id: await form(world, world.spaces.open), paused: false }), EVERYBODY_HERE),
  row(contract.pauseForMe, 'in a private space', async (world) => ({ id: await form(world, world.spaces.private), paused: false }), INSIDERS),
  row(contract.listPrompts, 'that wait', () => ({}), EVERYBODY),
  row(contract.answerPrompt, 'asked of oneself', async (world, caller) => ({ id: await own(world, caller), answers: ANSWERS }), EVERYBODY_HERE),
  row(contract.answerPrompt, 'asked of somebody else', async (world) => ({ id: await prompt(world, await world.freshPerson()), answers: ANSWERS }), NOBODY),
  row(contract.skipPrompt, 'asked of oneself', async (world, caller) => ({ id: await own(world, caller) }), EVERYBODY_HERE),
  row(contract.skipPrompt, 'asked of somebody else', async (world) => ({ id: await prompt(world, await world.freshPerson()) }), NOBODY),
  row(contract.readRound, 'in the open space', async (world) => ({ id: await form(world, world.spaces.open), date: DATE }), EVERYBODY_HERE),
  row(contract.readRound, 'in a private space', async (world) => ({ id: await form(world, world.spaces.private), date: DATE }), INSIDERS),
  row(contract.askBlocker, 'from an answer of the insider', async (world) => ({ number: await answered(world, world.spaces.open), key: 'blockers', to: world.people.member }), { guest: NOT_ALLOWED, member: NOT_ALLOWED, insider: OK, admin: NOT_ALLOWED, owner: NOT_ALLOWED, stranger: NO }),
  row(contract.askBlocker, 'from an answer in a private space', inPrivate, INSIDERS),
  row(contract.readAnswer, 'in the open space', async (world) => ({ number: await answered(world, world.spaces.open) }), EVERYBODY_HERE),
  row(contract.readAnswer, 'in a private space', async (world) => ({ number: await answered(world, world.spaces.private) }), INSIDERS),
]
