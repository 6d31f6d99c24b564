import type { AnyOperation } from '#contract/operation.ts'
import { createPage } from '#contract/pages.ts'
import * as contract from '#contract/runs.ts'
import { archiveSpace } from '#contract/spaces.ts'
import { EVERYBODY, EVERYBODY_HERE, NO, NOT_ALLOWED, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import type { World } from '#server/permissions/world.ts'
import { SECRET } from '#server/permissions/world.ts'

const INSIDERS: Answers = { guest: NO, member: NO, insider: OK, admin: NO, owner: NO, stranger: NO }
const MEMBERS: Answers = { ...EVERYBODY_HERE, guest: NO }
/** Everybody but the guest sees an archived space; nobody writes in it. */
const READ_ONLY: Answers = { guest: NO, member: NOT_ALLOWED, insider: NOT_ALLOWED, admin: NOT_ALLOWED, owner: NOT_ALLOWED, stranger: NO }
type Where = 'open' | 'private' | 'archived'
type Cells = Record<Where, Answers>
const SEEN: Cells = { open: EVERYBODY_HERE, private: INSIDERS, archived: MEMBERS }
const DONE: Cells = { open: EVERYBODY_HERE, private: INSIDERS, archived: READ_ONLY }
/** Only the insider is in the private space, so that nobody else can be given anything there. */
const GIVEN: Cells = { ...DONE, private: { ...INSIDERS, insider: 'bad_input' } }
/** Whom it asks has left, which is said to whoever may ask. */
const ASKED: Cells = { ...GIVEN, open: { guest: 'bad_input', member: 'bad_input', insider: 'bad_input', admin: 'bad_input', owner: 'bad_input', stranger: NO } }

const RHYTHM = { unit: 'weeks' as const, days: [1], from: '2026-01-01' }
type Call = Awaited<ReturnType<World['as']>>
type Target = { number: number; runId: string; scheduleId: string; turnId: string }

const textIn = (where: Where): string => where === 'private' ? `1. ${SECRET}` : '1. The relay'
const begin = async (call: Call, number: number): Promise<string> => (await call(contract.startRun, { number })).id

/** A runbook of the insider with a run, a schedule and a turn of it; in the archive all that was there before. */
async function written(world: World, where: Where): Promise<Target> {
  const call = await world.as('insider')
  const spaceId = where === 'archived' ? await world.freshSpace('open') : world.spaces[where]
  const { number } = await call(createPage, { spaceId, kind: 'runbook', title: textIn(where), text: textIn(where) })
  const runId = await begin(call, number)
  const { id: scheduleId } = await call(contract.addSchedule, { number, rhythm: RHYTHM })
  const target = { number, runId, scheduleId, turnId: await turnOf(world, scheduleId, '2026-01-05') }
  if (where === 'archived') await call(archiveSpace, { id: spaceId, archived: true })
  return target
}

/** A turn as its timer would have made it. */
const turnOf = (world: World, scheduleId: string, date: string): Promise<string> => world.app.asSystem(async (act) => {
  const id = act.newId()
  await act.tx.insertInto('run_turn').values({ workspace_id: act.actor.workspaceId, id, schedule_id: scheduleId, date, due_at: act.now, person_id: world.people.insider, told_again_at: null, run_id: null }).execute()
  return id
})

const kept = new WeakMap<World, Map<Where, Promise<Target>>>()

/** One such runbook for everybody; nothing in the archive is ever changed. */
function shared(world: World, where: Where): Promise<Target> {
  const known = kept.get(world) ?? new Map<Where, Promise<Target>>()
  kept.set(world, known)
  const target = known.get(where) ?? written(world, where)
  known.set(where, target)
  return target
}

type Input = (target: Target, world: World, where: Where) => Record<string, unknown>
const everywhere = (operation: AnyOperation, cells: Cells, input: Input): Row[] =>
  Object.entries(cells).map(([where, answers]) => row(operation, where, async (world) => input(await shared(world, where as Where), world, where as Where), answers))

type More = (world: World, where: Where) => Record<string, unknown>

/** The same with a run of its own for each caller, to which this was done before. */
const onFresh = (operation: AnyOperation, cells: Cells, more: More = () => ({}), before: (call: Call, id: string) => Promise<unknown> = async () => undefined): Row[] =>
  Object.entries(cells).map(([where, answers]) => row(operation, where, async (world) => {
    const target = await shared(world, where as Where)
    const call = await world.as('insider')
    const id = where === 'archived' ? target.runId : await begin(call, target.number)
    if (where !== 'archived') await before(call, id)
    return { id, ...more(world, where as Where) }
  }, answers))

let turns = 0
const skipping = row(contract.skipTurn, 'open', async (world) => {
  const { scheduleId } = await shared(world, 'open')
  turns += 1
  return { id: await turnOf(world, scheduleId, Temporal.PlainDate.from('2026-02-01').add({ days: turns }).toString()), reason: 'Not now.' }
}, EVERYBODY_HERE)

const tickAll = (call: Call, id: string): Promise<unknown> => call(contract.tickStep, { id, step: 1 })
const ended = async (call: Call, id: string): Promise<unknown> => call(contract.abandonRun, { id, reason: 'No more.' })

export const permissionRows: readonly Row[] = [
  row(contract.listRuns, 'everywhere one sees', () => ({}), EVERYBODY), row(contract.dueTurns, 'that one sees', () => ({}), EVERYBODY), row(contract.listSchedules, 'that one sees', () => ({}), EVERYBODY),
  ...everywhere(contract.listRuns, SEEN, ({ number }) => ({ number })), ...everywhere(contract.listSchedules, SEEN, ({ number }) => ({ number })),
  row(contract.dueTurns, 'of a private space', (world) => ({ spaceId: world.spaces.private }), INSIDERS),
  ...everywhere(contract.previewSteps, SEEN, ({ number }) => ({ number })), ...everywhere(contract.readRun, SEEN, ({ runId }) => ({ id: runId })), ...everywhere(contract.runProposal, SEEN, ({ runId }) => ({ id: runId })),
  ...everywhere(contract.startRun, DONE, ({ number }) => ({ number })), ...everywhere(contract.noteStep, DONE, ({ runId }) => ({ id: runId, step: 1, text: 'So it is.' })),
  ...onFresh(contract.tickStep, DONE, () => ({ step: 1 })), ...onFresh(contract.untickStep, DONE, () => ({ step: 1 }), tickAll), ...onFresh(contract.skipStep, DONE, () => ({ step: 1, reason: 'Not now.' })),
  ...onFresh(contract.askInStep, ASKED, (world) => ({ step: 1, to: world.people.deactivated, question: 'Is it there by now?' })), ...onFresh(contract.handOverRun, GIVEN, (world) => ({ to: world.people.admin })),
  ...onFresh(contract.finishRun, DONE, () => ({}), tickAll), ...onFresh(contract.abandonRun, DONE, () => ({ reason: 'No more.' })), ...onFresh(contract.feedPage, DONE, (_world, where) => ({ base: 1, text: textIn(where) }), ended),
  ...everywhere(contract.addSchedule, DONE, ({ number }) => ({ number, rhythm: RHYTHM })), ...everywhere(contract.editSchedule, DONE, ({ scheduleId }) => ({ id: scheduleId, title: 'Drill' })),
  skipping, ...everywhere(contract.skipTurn, DONE, ({ turnId }) => ({ id: turnId, reason: 'Not now.' })).filter(({ about }) => about !== 'open'),
]
