import { z } from 'zod'
import { operation } from './operation.ts'
import { EntryNumber, Id, InstantText, page, pageInput, text, words } from './shapes.ts'

const LINE_MAX = 1000
const FIELD_MAX = 4000
const LINES_MAX = 100
const BATONS_MAX = 30
/** A wrap that took longer than a day was left open, not written. Unit: seconds. */
const SECONDS_MAX = 86_400

const Source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('git'), repository: z.string().max(200), group: z.string().max(200), commits: z.array(z.string().max(64)).max(500) }),
  z.strictObject({ kind: z.literal('workspace'), numbers: z.array(z.number().int()).max(100) }),
])
const DoneLine = z.strictObject({ text: words(LINE_MAX), source: Source.nullable().default(null) })
const Blocker = z.strictObject({ text: words(LINE_MAX), ownerId: Id.nullable().default(null).describe('Who can clear it.'), eta: InstantText.nullable().default(null) })
const DecisionLine = z.strictObject({ text: words(LINE_MAX), why: text(LINE_MAX).default('') })
const QuestionLine = z.strictObject({ text: words(LINE_MAX), answererId: Id.nullable().default(null).describe('Who can answer it.') })

export const Receiver = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), personId: Id }),
  z.strictObject({ kind: z.literal('role'), roleId: Id }),
  z.strictObject({ kind: z.literal('shift') }).describe('Whoever in the space starts a shift next.'),
])
const NewBaton = z.strictObject({ text: words(LINE_MAX), nextStep: text(LINE_MAX).default(''), to: Receiver })

const BATON_STATES = ['offered', 'returned', 'accepted', 'lapsed', 'unowned', 'withdrawn', 'done'] as const
export const BatonStep = z.object({
  at: InstantText, kind: z.enum(['offered', 'accepted', 'returned', 'answered', 'lapsed', 'unowned', 'taken', 'withdrawn', 'replanned', 'done', 'reopened']),
  actorId: Id.nullable().describe('Null where Longhand itself acted.'), receiverId: Id.nullable(), text: z.string(), sentence: z.string(),
})
export const BatonView = z.object({
  id: Id, number: z.number().describe('The wrap it stands in.'), spaceId: Id, spaceName: z.string(), text: z.string(), nextStep: z.string(),
  giverId: Id, giverName: z.string(), to: Receiver, toName: z.string(), receiverId: Id.nullable(), receiverName: z.string().nullable(), coverName: z.string().nullable(),
  state: z.enum(BATON_STATES), question: z.string().nullable(), answer: z.string().nullable(),
  outcome: z.string().nullable().describe('What came of it, in a line; null while it is not done, empty where nothing was said.'), doneAt: InstantText.nullable(),
  offeredAt: InstantText, startsAt: InstantText.nullable(), lapsesAt: InstantText.nullable(),
  holderId: Id.nullable().describe('Who holds it now: the giver until accepted; null once nobody does.'),
  why: z.string().describe('One line: who holds it, and what happens when.'),
  can: z.array(z.enum(['accept', 'return', 'answer', 'offer', 'withdraw', 'take', 'done', 'reopen'])),
  steps: z.array(BatonStep),
})

const WrapFields = {
  state: words(FIELD_MAX).describe('Where things stand.'), done: z.array(DoneLine).max(LINES_MAX).default([]),
  nextAction: words(FIELD_MAX).describe('The single concrete thing to do next.'), blockers: z.array(Blocker).max(LINES_MAX).default([]),
  decisions: z.array(DecisionLine).max(LINES_MAX).default([]), questions: z.array(QuestionLine).max(LINES_MAX).default([]),
  mostImportant: words(FIELD_MAX).describe('If they read one sentence, this one.'), batons: z.array(NewBaton).max(BATONS_MAX).default([]),
}
export const LineView = z.object({ id: Id, text: z.string(), personId: Id.nullable(), personName: z.string().nullable(), eta: InstantText.nullable(), why: z.string(), source: Source.nullable(), clearedAt: InstantText.nullable(), clearedBy: z.string().nullable(), can: z.array(z.enum(['clear'])) })
export const WrapView = z.object({
  number: z.number(), spaceId: Id, spaceName: z.string(), authorId: Id, authorName: z.string(), authorZone: z.string(), publishedAt: InstantText,
  shift: z.object({ start: InstantText, end: InstantText }).nullable(),
  state: z.string(), done: z.array(LineView), nextAction: z.string(), blockers: z.array(LineView), decisions: z.array(LineView), questions: z.array(LineView), mostImportant: z.string(),
  batons: z.array(BatonView), secondsTaken: z.number().nullable().describe('For the author alone; null for everybody else.'),
  readers: z.array(z.object({ personId: Id, name: z.string(), zone: z.string(), readsAt: InstantText })).describe('Who reads it next, and when their shift starts; told for a day.'),
  can: z.array(z.enum(['delete'])),
})

export const prefillWrap = operation({
  name: 'wraps.prefill', method: 'GET', path: '/wraps/prefill', needs: 'handoffs:read', tool: true,
  does: 'Suggests lines for your next wrap from what you did since the last one; nothing is published before you keep it.',
  input: z.object({ spaceId: Id }),
  output: z.object({
    since: InstantText, shift: z.object({ start: InstantText, end: InstantText }).nullable(), lastNextAction: z.string().nullable(),
    done: z.array(z.object({ text: z.string(), source: Source })), blockers: z.array(Blocker.extend({ text: z.string() })), questions: z.array(QuestionLine.extend({ text: z.string() })),
    batonsHeld: z.array(BatonView).describe('What you hold and may hand on.'), emails: z.array(z.string()).describe('Your addresses, as git knows authors.'),
    notes: z.array(z.string()).describe('What could not be read, such as a repository, and why; one sentence each.'),
  }), refuses: ['not_found', 'not_allowed'],
})
export const postWrap = operation({
  name: 'wraps.post', method: 'POST', path: '/wraps', needs: 'handoffs:write', tool: true,
  does: 'Signs a wrap: the state of your shift, and the batons you hand over.',
  input: z.object({ spaceId: Id, ...WrapFields, secondsTaken: z.number().int().min(0).max(SECONDS_MAX).nullable().default(null) }), output: WrapView,
  refuses: ['not_found', 'not_allowed', 'no_working_time', 'bad_input'],
})
export const readWrap = operation({
  name: 'wraps.read', method: 'GET', path: '/wraps/:number', needs: 'handoffs:read', tool: true, does: 'Reads a wrap with its batons and their history.', input: z.object({ number: EntryNumber }), output: WrapView, refuses: ['not_found'],
})
export const clearLine = operation({
  name: 'wraps.clear-line', method: 'POST', path: '/wraps/:number/lines/:lineId/clear', needs: 'handoffs:write', tool: true,
  does: 'Marks a blocker as cleared or a question as answered.', input: z.object({ number: EntryNumber, lineId: Id }), output: WrapView, refuses: ['not_found', 'not_allowed', 'conflict'],
})

export const listBatons = operation({
  name: 'batons.list', method: 'GET', path: '/batons', needs: 'handoffs:read', tool: true, does: 'Lists open batons: offered to you, given by you, held by nobody where that concerns you, or all in a space.',
  input: z.object({ ...pageInput, of: z.enum(['to-me', 'from-me', 'unowned', 'space']).default('to-me'), spaceId: Id.optional(), settled: z.enum(['false', 'true']).default('false') }), output: page(BatonView), refuses: ['not_found', 'bad_input'],
})
const one = { input: z.object({ id: Id }), output: BatonView }
export const readBaton = operation({ name: 'batons.read', method: 'GET', path: '/batons/:id', needs: 'handoffs:read', does: 'Reads a baton and every step of its history.', ...one, refuses: ['not_found'] })
export const acceptBaton = operation({ name: 'batons.accept', method: 'POST', path: '/batons/:id/accept', needs: 'handoffs:write', tool: true, does: 'Takes a baton: from now on you hold it.', ...one, refuses: ['not_found', 'not_allowed', 'conflict'] })
export const returnBaton = operation({ name: 'batons.return', method: 'POST', path: '/batons/:id/return', needs: 'handoffs:write', tool: true, does: 'Gives a baton back with one question.', input: z.object({ id: Id, question: words(LINE_MAX) }), output: BatonView, refuses: ['not_found', 'not_allowed', 'conflict'] })
export const answerBaton = operation({ name: 'batons.answer', method: 'POST', path: '/batons/:id/answer', needs: 'handoffs:write', tool: true, does: 'Answers the question, which offers the baton again.', input: z.object({ id: Id, answer: words(LINE_MAX) }), output: BatonView, refuses: ['not_found', 'not_allowed', 'conflict'] })
export const offerBaton = operation({ name: 'batons.offer', method: 'POST', path: '/batons/:id/offer', needs: 'handoffs:write', does: 'Offers a baton to somebody else.', input: z.object({ id: Id, to: Receiver }), output: BatonView, refuses: ['not_found', 'not_allowed', 'conflict', 'no_working_time'] })
export const withdrawBaton = operation({ name: 'batons.withdraw', method: 'POST', path: '/batons/:id/withdraw', needs: 'handoffs:write', does: 'Takes a baton back: it no longer needs anybody.', input: z.object({ id: Id, reason: words(LINE_MAX) }), output: BatonView, refuses: ['not_found', 'not_allowed', 'conflict'] })
export const batonDone = operation({ name: 'batons.done', method: 'POST', path: '/batons/:id/done', needs: 'handoffs:write', tool: true, does: 'Says that a baton which you hold is done, and what came of it.', input: z.object({ id: Id, outcome: text(LINE_MAX).default('').describe('One line on what came of it; may be left out.') }), output: BatonView, refuses: ['not_found', 'not_allowed', 'conflict'] })
export const reopenBaton = operation({ name: 'batons.reopen', method: 'POST', path: '/batons/:id/reopen', needs: 'handoffs:write', tool: true, does: 'Says that a baton is not done after all: you hold it again.', ...one, refuses: ['not_found', 'not_allowed', 'conflict'] })
export const previewReceiver = operation({
  name: 'batons.receiver', method: 'GET', path: '/batons/receiver', needs: 'handoffs:read',
  does: 'Says who would receive a baton and when their shift starts, before it is handed over.',
  input: z.object({ spaceId: Id, kind: z.enum(['person', 'role', 'shift']), id: Id.optional().describe('Of the person or role.') }),
  output: z.object({ receiverId: Id.nullable(), receiverName: z.string().nullable(), receiverZone: z.string().nullable(), startsAt: InstantText.nullable(), lapsesAt: InstantText.nullable(), coverName: z.string().nullable(), sentence: z.string() }), refuses: ['not_found', 'bad_input', 'not_allowed'],
})

const LinkToken = z.string().max(200)
export const readBatonLink = operation({ name: 'batons.read-link', method: 'GET', path: '/baton-links/:token', needs: 'anyone', does: 'Shows the baton that a mailed link is about.', input: z.object({ token: LinkToken }), output: z.object({ baton: BatonView, receiverName: z.string(), receiverZone: z.string() }), refuses: ['link_expired', 'link_used', 'not_found'] })
export const answerBatonLink = operation({ name: 'batons.answer-link', method: 'POST', path: '/baton-links/:token', needs: 'anyone', does: 'Accepts a baton, or returns it with one question, from the mail about it.', input: z.object({ token: LinkToken, question: words(LINE_MAX).optional().describe('Left out: accept.') }), output: z.object({ baton: BatonView }), refuses: ['link_expired', 'link_used', 'not_found', 'conflict'] })

export type WrapView = z.output<typeof WrapView>
export type BatonView = z.output<typeof BatonView>
export type BatonStep = z.output<typeof BatonStep>
export type Receiver = z.output<typeof Receiver>
export type LineView = z.output<typeof LineView>
