import { z } from 'zod'
import { operation } from './operation.ts'
import { DateText, EntryNumber, Id, InstantText, page, pageInput, text, words } from './shapes.ts'

const TITLE_MAX = 200
const LINE_MAX = 500
const NOTE_MAX = 4000
const QUESTION_MAX = 4000
/** As much as a page may hold. Unit: characters of Markdown. */
const TEXT_MAX = 1_000_000
/** Longest time between two turns, in its own unit: days, weeks or months. */
const EVERY_MAX = 366
const WEEKDAYS = 7

export const RUN_STATES = ['running', 'finished', 'abandoned'] as const
const STEP_STATES = ['open', 'done', 'skipped'] as const
const TURN_STATES = ['due', 'started', 'missed', 'skipped'] as const
const RunState = z.enum(RUN_STATES)

/** A step as the page has it: `ask` is what stands in `(ask @mei: is the replica caught up?)`. */
export const StepText = z.object({
  step: z.number().describe('Its place, from 1.'), depth: z.number().describe('0 at the top; a step below another is one deeper.'), title: z.string().describe('Its first line, without marks.'),
  body: z.string().describe('Markdown of the whole step, code kept, without the steps below it.'),
  ask: z.object({ to: z.string().describe('As it is written: a name.'), personId: Id.nullable().describe('Who that is here; null where nobody or more than one is meant.'), question: z.string(), ticks: z.boolean().describe('The step ticks itself when the ask is answered.') }).nullable(),
})
export const RunStep = StepText.extend({
  state: z.enum(STEP_STATES), byId: Id.nullable(), byName: z.string().nullable(), at: InstantText.nullable(), reason: z.string().describe('Why it was skipped.'),
  notes: z.array(z.object({ id: Id, byId: Id, byName: z.string(), at: InstantText, text: z.string(), different: z.boolean().describe('It went differently from what the page says.') })),
  asked: z.object({ number: z.number(), title: z.string(), open: z.boolean(), status: z.string(), answererName: z.string(), ticks: z.boolean() }).nullable().describe('The ask that the step opened, as far as you may see it.'),
})
/** A run as lists show it. Its place is the space of its page; it lives at `/{number}/runs/{id}`. */
export const RunHead = z.object({
  id: Id, number: z.number().describe('Of its page.'), pageTitle: z.string(), spaceId: Id, spaceName: z.string(), title: z.string(), why: z.string(), state: RunState,
  version: z.number().describe('The version of the page whose steps it keeps.'), startedAt: InstantText, startedById: Id, startedByName: z.string(), holderId: Id, holderName: z.string().describe('Who has it in hand now.'),
  endedAt: InstantText.nullable(), endedByName: z.string().nullable(), outcome: z.string().describe('Why, where it was abandoned.'), minutes: z.number().describe('From start to end, or until now.'),
  steps: z.number(), done: z.number(), skipped: z.number(), different: z.number().describe('Steps that went differently.'), people: z.array(z.object({ id: Id, name: z.string() })).describe('Who took part.'),
  dueOn: DateText.nullable().describe('The day of its schedule that it was started for.'), status: z.string().describe('One line: how far it is, who has it, since when.'),
})
export const RunView = RunHead.extend({
  list: z.array(RunStep), pageVersion: z.number().describe('Newer than `version` where the page was edited meanwhile.'), proposes: z.boolean().describe('Whether what went differently is worth an edit of the page; see runs.proposal.'),
  fed: z.boolean().describe('Its proposal was saved.'), can: z.array(z.enum(['tick', 'note', 'ask', 'hand-over', 'finish', 'abandon', 'feed'])),
})
/** When a schedule has its turns. Weeks and months are counted from `from`. */
const Rhythm = z.strictObject({
  every: z.number().int().min(1).max(EVERY_MAX).default(1), unit: z.enum(['days', 'weeks', 'months']),
  days: z.array(z.number().int().min(1).max(WEEKDAYS)).max(WEEKDAYS).default([]).describe('1 is Monday. Needed for weeks and months; of days, only those count, all where there are none.'),
  week: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)]).default(1).describe('For months: the first, second, third, fourth or last of those weekdays.'),
  from: DateText.describe('No turn before this day.'),
})
export const Turn = z.object({
  id: Id, scheduleId: Id, number: z.number(), pageTitle: z.string(), spaceId: Id, spaceName: z.string(), title: z.string(), date: DateText, dueAt: InstantText, personId: Id, personName: z.string(), state: z.enum(TURN_STATES),
  runId: Id.nullable(), reason: z.string(), overdue: z.boolean().describe('Told a second time, and still not started.'), sentence: z.string(), mine: z.boolean(), can: z.array(z.enum(['start', 'skip'])),
})
export const ScheduleView = z.object({
  id: Id, number: z.number(), pageTitle: z.string(), spaceId: Id, spaceName: z.string(), title: z.string(), rhythm: Rhythm, sentence: z.string().describe('“Every second week on Monday, when On call begins to work.”'),
  personId: Id.nullable(), roleId: Id.nullable(), responsibleName: z.string(), paused: z.boolean(), ended: z.boolean(), nextAt: InstantText.nullable(), nextOn: DateText.nullable(), nextPersonName: z.string().nullable(),
  turns: z.array(Turn).describe('The newest, up to ten.'), can: z.array(z.enum(['edit', 'pause', 'end'])),
})
export type StepText = z.output<typeof StepText>
export type RunStep = z.output<typeof RunStep>
export type RunHead = z.output<typeof RunHead>
export type RunView = z.output<typeof RunView>
export type Turn = z.output<typeof Turn>
export type ScheduleView = z.output<typeof ScheduleView>

const Number = { number: EntryNumber }
const RunId = { id: Id }
const StepOf = { ...RunId, step: EntryNumber }
const refusesWrite = ['not_found', 'not_allowed', 'conflict', 'bad_input'] as const
const answers = { output: RunView, refuses: refusesWrite }

export const previewSteps = operation({ name: 'runs.steps', method: 'GET', path: '/pages/:number/steps', needs: 'pages:read', does: 'Gives the steps that a run of a page would have.', input: z.object(Number), output: z.object({ version: z.number(), steps: z.array(StepText) }), refuses: ['not_found'] })
export const startRun = operation({
  name: 'runs.start', method: 'POST', path: '/pages/:number/runs', needs: 'pages:write', tool: true, does: 'Starts a run of a runbook. It keeps the steps of this moment.',
  input: z.object({ ...Number, title: text(TITLE_MAX).default('').describe('What this run is for; the title of the page where it is empty.'), why: text(LINE_MAX).default('').describe('What set it off: an incident, a release.'), turnId: Id.nullable().default(null).describe('The turn of a schedule that it is for.') }), ...answers,
})
export const listRuns = operation({
  name: 'runs.list', method: 'GET', path: '/runs', needs: 'pages:read', tool: true, does: 'Lists runs, newest first: of a page, of a space, those that are running.',
  input: z.object({ ...pageInput, number: EntryNumber.optional(), spaceId: Id.optional(), state: RunState.optional() }), output: page(RunHead), refuses: ['not_found'],
})
export const readRun = operation({ name: 'runs.read', method: 'GET', path: '/runs/:id', needs: 'pages:read', tool: true, does: 'Reads a run: each step with who ticked it, notes and asks.', input: z.object(RunId), output: RunView, refuses: ['not_found'] })
export const tickStep = operation({ name: 'runs.tick', method: 'POST', path: '/runs/:id/steps/:step/tick', needs: 'pages:write', tool: true, does: 'Ticks a step of a run.', input: z.object({ ...StepOf, note: text(NOTE_MAX).default(''), different: z.boolean().default(false) }), ...answers })
export const untickStep = operation({ name: 'runs.untick', method: 'POST', path: '/runs/:id/steps/:step/untick', needs: 'pages:write', does: 'Opens a step again that was ticked or skipped.', input: z.object(StepOf), ...answers })
export const skipStep = operation({ name: 'runs.skip', method: 'POST', path: '/runs/:id/steps/:step/skip', needs: 'pages:write', tool: true, does: 'Skips a step, with the reason.', input: z.object({ ...StepOf, reason: words(LINE_MAX) }), ...answers })
export const noteStep = operation({ name: 'runs.note', method: 'POST', path: '/runs/:id/steps/:step/notes', needs: 'pages:write', tool: true, does: 'Notes something on a step; with `different` it is proposed as an edit of the page.', input: z.object({ ...StepOf, text: words(NOTE_MAX), different: z.boolean().default(false) }), ...answers })
export const askInStep = operation({
  name: 'runs.ask', method: 'POST', path: '/runs/:id/steps/:step/ask', needs: 'pages:write', tool: true, does: 'Asks somebody from a step, with a clock; what the step says is taken where you say nothing.',
  input: z.object({ ...StepOf, to: Id.optional(), question: text(QUESTION_MAX).default(''), ticks: z.boolean().optional().describe('Whether the step ticks itself when the ask is answered.') }), output: RunView, refuses: [...refusesWrite, 'no_working_time'],
})
export const handOverRun = operation({ name: 'runs.hand-over', method: 'POST', path: '/runs/:id/hand-over', needs: 'pages:write', does: 'Gives a run into somebody else’s hands; they are told.', input: z.object({ ...RunId, to: Id, note: text(NOTE_MAX).default('') }), ...answers })
export const finishRun = operation({ name: 'runs.finish', method: 'POST', path: '/runs/:id/finish', needs: 'pages:write', tool: true, does: 'Finishes a run; every step is ticked or skipped by then.', input: z.object({ ...RunId, outcome: text(NOTE_MAX).default('') }), ...answers })
export const abandonRun = operation({ name: 'runs.abandon', method: 'POST', path: '/runs/:id/abandon', needs: 'pages:write', does: 'Ends a run that goes no further, with the reason.', input: z.object({ ...RunId, reason: words(LINE_MAX) }), ...answers })
export const runProposal = operation({
  name: 'runs.proposal', method: 'GET', path: '/runs/:id/proposal', needs: 'pages:read', does: 'Gives the page as it would read with what went differently in a run.',
  input: z.object(RunId), output: z.object({ number: z.number(), base: z.number().describe('The version that it is an edit of.'), title: z.string(), text: z.string(), note: z.string().describe('What to say in the history of the page.'), lines: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })), changes: z.number() }), refuses: ['not_found'],
})
export const feedPage = operation({
  name: 'runs.feed', method: 'POST', path: '/runs/:id/proposal', needs: 'pages:write', does: 'Saves what went differently into the page, as proposed or as you edited it.',
  input: z.object({ ...RunId, base: z.number().int().min(1), text: text(TEXT_MAX), note: text(LINE_MAX).default('') }), ...answers,
})

export const dueTurns = operation({ name: 'runs.due', method: 'GET', path: '/runs/due', needs: 'pages:read', tool: true, does: 'Lists turns of schedules that wait to be started: yours, and those that nobody started in time.', input: z.object({ spaceId: Id.optional() }), output: z.object({ turns: z.array(Turn) }), refuses: ['not_found'] })
export const skipTurn = operation({ name: 'runs.skip-turn', method: 'POST', path: '/runs/turns/:id/skip', needs: 'pages:write', does: 'Leaves out one turn of a schedule, with the reason.', input: z.object({ id: Id, reason: words(LINE_MAX) }), output: Turn, refuses: refusesWrite })
export const listSchedules = operation({ name: 'runs.schedules', method: 'GET', path: '/runs/schedules', needs: 'pages:read', does: 'Lists what is run on a schedule: of a page, of a space, or all that you may see.', input: z.object({ number: EntryNumber.optional(), spaceId: Id.optional() }), output: z.object({ schedules: z.array(ScheduleView) }), refuses: ['not_found'] })
const Responsible = { personId: Id.nullable().optional().describe('Who runs it.'), roleId: Id.nullable().optional().describe('Or the role whose holders do, the first of them who is not away.') }
export const addSchedule = operation({
  name: 'runs.schedule', method: 'POST', path: '/pages/:number/schedules', needs: 'pages:write', does: 'Has a runbook run again and again: each turn begins when whoever is responsible begins to work.',
  input: z.object({ ...Number, title: text(TITLE_MAX).default(''), rhythm: Rhythm, ...Responsible }), output: ScheduleView, refuses: refusesWrite,
})
export const editSchedule = operation({
  name: 'runs.edit-schedule', method: 'PATCH', path: '/runs/schedules/:id', needs: 'pages:write', does: 'Changes, pauses, resumes or ends a schedule.',
  input: z.object({ id: Id, title: text(TITLE_MAX).optional(), rhythm: Rhythm.optional(), ...Responsible, paused: z.boolean().optional(), ended: z.boolean().optional() }), output: ScheduleView, refuses: refusesWrite,
})
