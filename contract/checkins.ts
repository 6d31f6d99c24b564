import { z } from 'zod'
import { operation } from './operation.ts'
import { DateText, EntryNumber, Id, InstantText, Ok, text, words } from './shapes.ts'

const NAME_MAX = 100
const QUESTION_MAX = 300
const QUESTIONS_MAX = 12
const ANSWER_MAX = 4000
const WINDOW_MAX_MIN = 10_080

const CHECKIN_KINDS = ['standup', 'weekly_plans', 'weekly_shipped', 'custom'] as const
const Question = z.strictObject({ key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/), text: words(QUESTION_MAX), required: z.boolean().default(false) })
const Schedule = z.strictObject({
  days: z.array(z.number().int().min(1).max(7)).min(1).max(7).describe('1 is Monday; in each person’s own week.'),
  at: z.string().regex(/^(shift_start|([01]\d|2[0-3]):[0-5]\d)$/).describe('`shift_start`, or a local time such as 16:00.'),
  every_weeks: z.number().int().min(1).max(12).default(1), window_minutes: z.number().int().min(15).max(WINDOW_MAX_MIN).describe('Working minutes in which the answer is expected.'),
})
export const FormView = z.object({
  id: Id, spaceId: Id, spaceName: z.string(), kind: z.enum(CHECKIN_KINDS), name: z.string(), questions: z.array(Question), schedule: Schedule,
  paused: z.boolean(), archived: z.boolean(), pausedForMe: z.boolean(), nextForMe: InstantText.nullable(), can: z.array(z.enum(['edit', 'pause', 'archive'])),
})
export const PromptView = z.object({
  id: Id, form: FormView, personId: Id, date: DateText, askedAt: InstantText, windowEndsAt: InstantText, state: z.enum(['open', 'answered', 'skipped', 'missed']), reason: z.string(),
  prefill: z.array(z.object({ key: z.string(), text: z.string(), source: z.number().describe('The wrap it came from.') })), number: z.number().nullable(),
})
/** Who is asked to clear what blocks somebody. */
const Owner = { to: Id.describe('Who can clear it; they get an ask with a clock.'), needBy: InstantText.nullable().default(null).describe('When it is needed; only warns.') }
export const AnswerView = z.object({
  number: z.number(), personId: Id, personName: z.string(), date: DateText, publishedAt: InstantText, mine: z.boolean(),
  answers: z.array(z.object({ key: z.string(), question: z.string(), text: z.string(), source: z.number().nullable(), blocker: z.boolean().describe('It says what is in the way, so somebody can be asked to clear it.') })),
  asks: z.array(z.object({ number: z.number(), title: z.string(), answererName: z.string(), open: z.boolean(), status: z.string() })).describe('Blockers that somebody is asked to clear, as far as you may see them.'),
  can: z.array(z.enum(['ask-blocker'])),
})
export const RoundView = z.object({
  form: FormView, date: DateText, answers: z.array(AnswerView),
  expected: z.array(z.object({ personId: Id, name: z.string(), until: InstantText, sentence: z.string() })).describe('Still inside their own window, or before it.'),
  missed: z.array(z.object({ personId: Id, name: z.string() })), skipped: z.array(z.object({ personId: Id, name: z.string(), reason: z.string() })),
})

export const listForms = operation({ name: 'checkins.forms', method: 'GET', path: '/checkins', needs: 'checkins:read', does: 'Lists the check-ins of your spaces.', input: z.object({ spaceId: Id.optional() }), output: z.object({ forms: z.array(FormView) }) })
export const createForm = operation({
  name: 'checkins.create', method: 'POST', path: '/checkins', needs: 'checkins:write', does: 'Starts a check-in in a space: the standup, a weekly form, or your own questions.',
  input: z.object({ spaceId: Id, kind: z.enum(CHECKIN_KINDS), name: words(NAME_MAX).optional(), questions: z.array(Question).min(1).max(QUESTIONS_MAX).optional(), schedule: Schedule.optional() }), output: FormView, refuses: ['not_found', 'not_allowed', 'bad_input'],
})
export const editForm = operation({
  name: 'checkins.edit', method: 'PATCH', path: '/checkins/:id', needs: 'checkins:write', does: 'Changes a check-in, pauses it for everybody, or archives it.',
  input: z.object({ id: Id, name: words(NAME_MAX).optional(), questions: z.array(Question).min(1).max(QUESTIONS_MAX).optional(), schedule: Schedule.optional(), paused: z.boolean().optional(), archived: z.boolean().optional() }), output: FormView, refuses: ['not_found', 'not_allowed', 'bad_input'],
})
export const pauseForMe = operation({ name: 'checkins.pause-for-me', method: 'PUT', path: '/checkins/:id/pause', needs: 'checkins:write', does: 'Pauses a check-in for yourself, until a date or until you resume.', input: z.object({ id: Id, paused: z.boolean(), until: DateText.nullable().default(null) }), output: FormView, refuses: ['not_found'] })
export const listPrompts = operation({ name: 'checkins.mine', method: 'GET', path: '/checkins/mine', needs: 'checkins:read', tool: true, does: 'Lists check-ins that wait for your answer, with what last evening’s wrap already answers.', input: z.object({}), output: z.object({ prompts: z.array(PromptView) }) })
export const answerPrompt = operation({
  name: 'checkins.answer', method: 'POST', path: '/checkins/prompts/:id/answer', needs: 'checkins:write', tool: true, does: 'Answers a check-in. A blocker names who can clear it, and when it is needed.',
  input: z.object({ id: Id, answers: z.array(z.strictObject({ key: z.string().max(40), text: text(ANSWER_MAX), source: z.number().int().nullable().default(null), ask: z.strictObject(Owner).nullable().default(null).describe('Makes a blocker an ask; without it, it stays text.') })).min(1).max(QUESTIONS_MAX) }), output: AnswerView, refuses: ['not_found', 'not_allowed', 'conflict', 'bad_input', 'no_working_time'],
})
export const skipPrompt = operation({ name: 'checkins.skip', method: 'POST', path: '/checkins/prompts/:id/skip', needs: 'checkins:write', does: 'Says that there is nothing to say today.', input: z.object({ id: Id, reason: text(QUESTION_MAX).default('') }), output: Ok, refuses: ['not_found', 'conflict'] })
export const readRound = operation({
  name: 'checkins.round', method: 'GET', path: '/checkins/:id/rounds/:date', needs: 'checkins:read', tool: true, does: 'Reads everybody’s answers of one day, and who is still expected.',
  input: z.object({ id: Id, date: DateText }), output: RoundView, refuses: ['not_found'],
})
export const readAnswer = operation({ name: 'checkins.read-answer', method: 'GET', path: '/checkins/answers/:number', needs: 'checkins:read', does: 'Reads one person’s answer by its number.', input: z.object({ number: z.coerce.number().int().min(1) }), output: AnswerView.extend({ form: FormView }), refuses: ['not_found'] })
export const askBlocker = operation({
  name: 'checkins.ask-blocker', method: 'POST', path: '/checkins/answers/:number/asks', needs: 'checkins:write', tool: true, does: 'Asks somebody to clear what blocks you, from your answer to a check-in; both ends are linked.',
  input: z.object({ number: EntryNumber, key: z.string().max(40).describe('Of the answer that says what is in the way.'), ...Owner }), output: AnswerView.extend({ form: FormView }), refuses: ['not_found', 'not_allowed', 'bad_input', 'no_working_time'],
})

export type FormView = z.output<typeof FormView>
export type PromptView = z.output<typeof PromptView>
export type AnswerView = z.output<typeof AnswerView>
export type RoundView = z.output<typeof RoundView>
