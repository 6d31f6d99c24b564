import * as contract from '#contract/runs.ts'
import type { Listener } from '#server/platform/act.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { abandon, finish, handOver } from './end.ts'
import { runItems } from './items.ts'
import { TIMERS } from './names.ts'
import { planPerson, planWhere } from './planning.ts'
import { feed, viewProposal } from './proposal.ts'
import { add, edit, list as listSchedules } from './schedules.ts'
import { start } from './start.ts'
import { ask, note, onAskSettled, skip, tick, untick } from './steps.ts'
import { leaveOut, onLate, onTurn } from './turns.ts'
import { viewDue } from './turn-view.ts'
import { list, viewPageSteps, viewRun } from './views.ts'

const inPayload = ({ payload }: Parameters<Listener>[1], key: 'personId' | 'entryId' | 'roleId' | 'spaceId'): string => String(payload?.[key] ?? '')
const onPerson: Listener = (act, event) => planPerson(act, inPayload(event, 'personId'))
const onPage: Listener = (act, event) => planWhere(act, { pageId: inPayload(event, 'entryId') })
const onSpace: Listener = (act, event) => planWhere(act, { spaceId: event.spaceId ?? inPayload(event, 'spaceId') })

/** Runbooks run: steps ticked by people, steps that ask, turns on a schedule, and what went differently fed back. */
export const runs: Feature = {
  name: 'runs',
  routes: [
    on(contract.previewSteps, viewPageSteps), on(contract.startRun, start), on(contract.listRuns, list), on(contract.readRun, (act, { id }) => viewRun(act, id)), on(contract.tickStep, tick), on(contract.untickStep, untick),
    on(contract.skipStep, skip), on(contract.noteStep, note), on(contract.askInStep, ask), on(contract.handOverRun, handOver), on(contract.finishRun, finish), on(contract.abandonRun, abandon),
    on(contract.runProposal, viewProposal), on(contract.feedPage, feed), on(contract.dueTurns, viewDue), on(contract.skipTurn, leaveOut), on(contract.listSchedules, listSchedules), on(contract.addSchedule, add), on(contract.editSchedule, edit),
  ],
  timers: { [TIMERS.turn]: onTurn, [TIMERS.late]: onLate }, finders: [TIMERS.turn], items: runItems,
  webhooks: { 'run.started': 'run.started', 'run.finished': 'run.finished', 'run.abandoned': 'run.abandoned' },
  listens: {
    'ask.settled': onAskSettled, 'people.hours_changed': onPerson, 'people.deactivated': onPerson, 'people.changed': onPerson, 'space.left': onPerson,
    'people.team_role_changed': (act, event) => planWhere(act, { roleId: inPayload(event, 'roleId') }),
    'entry.deleted': onPage, 'entry.restored': onPage, 'page.moved': onPage, 'space.changed': onSpace, 'space.closed': onSpace,
  },
}
