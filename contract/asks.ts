import { z } from 'zod'
import { DecisionHead } from './decisions.ts'
import { operation } from './operation.ts'
import { CalendarView, SpanView } from './people.ts'
import { EntryNumber, Id, InstantText, page, pageInput, text, words } from './shapes.ts'

const TITLE_MAX = 200
const BODY_MAX = 100_000
const LINE_MAX = 500
const NOTE_MAX = 4000
const FILES_MAX = 30
const OTHERS_MAX = 50

/** What is wanted of the reader (002:56–61, 179–184). */
const ASK_KINDS = ['answer', 'review', 'approve', 'feedback', 'input', 'fyi'] as const
const ASK_STATES = ['open', 'seen', 'question-back', 'clarified', 'answered', 'declined', 'lapsed', 'overdue', 'escalated', 'withdrawn'] as const
const RATINGS = ['urgent', 'hour', 'day'] as const
const Kind = z.enum(ASK_KINDS)
const Urgency = z.string().max(30).describe('The name of a response time of the agreement; the first one is urgent.')
const Files = z.array(Id).max(FILES_MAX).default([])

/** What an ask says, before and after it is sent. */
const AskFields = {
  kind: Kind, to: Id.describe('The one person who is accountable for the answer.'), others: z.array(Id).max(OTHERS_MAX).default([]).describe('They may add; nobody waits for them.'),
  urgency: Urgency.optional(), dueAt: InstantText.nullable().default(null).describe('Chosen, within a year; the agreement’s allowance in the answerer’s working time unless given.'),
  needBy: InstantText.nullable().default(null).describe('When you need it; only warns.'),
  scope: z.enum(['brief', 'detailed']).default('brief'), criteria: text(NOTE_MAX).default('').describe('What the answer is judged by.'),
  blockedPath: text(NOTE_MAX).default('').describe('What cannot go on without it.'), urgentReason: text(NOTE_MAX).default('').describe('Required where urgent.'),
  silentDefault: words(LINE_MAX).nullable().default(null).describe('What holds if nobody answers until it is due.'),
}

/** Where an ask lands for one reader, computed before it is sent by the rules that the server then applies. */
export const Landing = z.object({
  personId: Id, name: z.string(), zone: z.string(), calendar: CalendarView, focus: z.array(SpanView),
  role: z.enum(['answerer', 'other']), viaCover: z.boolean(), coverFor: z.string().nullable(),
  readsAt: InstantText.nullable(), dueAt: InstantText.nullable(), sentence: z.string().describe('“Mei reads this at 09:00 Manila; answer due 13:00 there, 07:00 yours.”'), why: z.string(),
})
export const Offer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cover'), personId: Id, name: z.string(), dueAt: InstantText, sentence: z.string() }),
  z.object({ kind: z.literal('person'), personId: Id, name: z.string(), dueAt: InstantText, sentence: z.string() }),
  z.object({ kind: z.literal('urgent'), sentence: z.string() }),
])
const AskStep = z.object({ at: InstantText, kind: z.string(), actorName: z.string().nullable(), sentence: z.string(), dueAt: InstantText.nullable() })

export const AskView = z.object({
  number: z.number(), threadNumber: z.number().describe('The thread it stands in; its own number where it stands alone.'), title: z.string(), body: z.string(),
  spaceId: Id, spaceName: z.string(), askerId: Id, askerName: z.string(), askerZone: z.string(), answererId: Id, answererName: z.string(), answererZone: z.string(), firstAnswererName: z.string().nullable().describe('Who was asked first, where a cover or somebody else answers now.'),
  others: z.array(z.object({ id: Id, name: z.string() })), kind: Kind, urgency: z.string(), urgent: z.boolean(), scope: z.enum(['brief', 'detailed']), criteria: z.string(), blockedPath: z.string(), urgentReason: z.string(),
  silentDefault: z.string().nullable(), needBy: InstantText.nullable(), state: z.enum(ASK_STATES),
  askedAt: InstantText, readsAt: InstantText.nullable(), dueAt: InstantText.nullable(), running: z.boolean(), clock: z.string().describe('“Due in 3 working hours, 13:00 Manila”, or why it stands still.'),
  seenAt: InstantText.nullable(), acknowledgedAt: InstantText.nullable(), settledAt: InstantText.nullable(), question: z.string().nullable(), answer: z.string().nullable(), answerReplyId: Id.nullable(),
  rating: z.enum(RATINGS).nullable().describe('For the reader who rated it alone.'), snoozedUntil: InstantText.nullable(), status: z.string().describe('One line: what holds, who moves next.'),
  steps: z.array(AskStep), can: z.array(z.enum(['answer', 'ask-back', 'clarify', 'decline', 'add', 'reassign', 'withdraw', 'change-due', 'acknowledge', 'rate', 'snooze', 'not-answered'])),
})
const GROUPS = ['now', 'today', 'tomorrow', 'later'] as const
const refusesOne = ['not_found', 'not_allowed', 'conflict'] as const
const one = { input: z.object({ number: EntryNumber }), output: AskView }

export const previewAsk = operation({
  name: 'asks.preview', method: 'POST', path: '/asks/preview', needs: 'asks:read', tool: true, reads: true,
  does: 'Says when each reader would read an ask and when the answer would be due, before it is sent, and warns where that is later than you need.',
  input: z.object({ spaceId: Id, ...AskFields, text: text(BODY_MAX).default('') }),
  output: z.object({ landings: z.array(Landing), warning: z.string().nullable(), offers: z.array(Offer), problems: z.array(z.object({ field: z.string(), message: z.string() })) }), refuses: ['not_found', 'bad_input', 'no_working_time', 'not_allowed'],
})
export const postAsk = operation({
  name: 'asks.post', method: 'POST', path: '/asks', needs: 'asks:write', tool: true, does: 'Asks one accountable person, with a clock that runs in their working time; in a space, or in a thread by its number.',
  input: z.object({ spaceId: Id.optional(), threadNumber: EntryNumber.optional(), title: words(TITLE_MAX), body: text(BODY_MAX).default(''), files: Files, ...AskFields, fromReplyId: Id.nullable().default(null) }), output: AskView,
  refuses: ['not_found', 'not_allowed', 'bad_input', 'no_working_time'],
})
export const readAsk = operation({ name: 'asks.read', method: 'GET', path: '/asks/:number', needs: 'asks:read', tool: true, does: 'Reads an ask: who, by when, what holds, and its history.', ...one, refuses: ['not_found'] })
export const owe = operation({
  name: 'asks.owe', method: 'GET', path: '/asks/owe', needs: 'asks:read', tool: true, does: 'Lists what you owe others, and what was asked back of you, by when on your clock.', input: z.object({ snoozed: z.enum(['false', 'true']).default('false') }),
  output: z.object({ groups: z.array(z.object({ name: z.enum(GROUPS), title: z.string(), asks: z.array(AskView) })), snoozed: z.number(), decisions: z.array(DecisionHead).describe('Decisions that wait for you.'), sentence: z.string() }),
})
export const wait = operation({
  name: 'asks.wait', method: 'GET', path: '/asks/wait', needs: 'asks:read', tool: true, does: 'Lists what you wait for, and when each reader will read and answer.', input: z.object({}),
  output: z.object({ groups: z.array(z.object({ name: z.enum(GROUPS), title: z.string(), asks: z.array(AskView) })), decisions: z.array(DecisionHead).describe('Your decisions that wait for others.'), sentence: z.string() }),
})
export const listAsks = operation({ name: 'asks.list', method: 'GET', path: '/asks', needs: 'asks:read', does: 'Lists asks newest first: in a space, of one state, or all that you may see.', input: z.object({ ...pageInput, spaceId: Id.optional(), threadNumber: EntryNumber.optional(), open: z.enum(['false', 'true']).default('false') }), output: page(AskView), refuses: ['not_found'] })
const Said = z.object({ number: EntryNumber, body: words(BODY_MAX), files: Files })
export const seeAsk = operation({ name: 'asks.see', method: 'POST', path: '/asks/:number/see', needs: 'asks:write', does: 'Notes that its reader has opened an ask.', ...one, refuses: refusesOne })
export const answerAsk = operation({ name: 'asks.answer', method: 'POST', path: '/asks/:number/answer', needs: 'asks:write', tool: true, does: 'Answers an ask; the answer stands in its thread.', input: Said, output: AskView, refuses: refusesOne })
export const askBack = operation({ name: 'asks.ask-back', method: 'POST', path: '/asks/:number/ask-back', needs: 'asks:write', tool: true, does: 'Asks the asker a question; the clock stands still until they clarify.', input: Said, output: AskView, refuses: refusesOne })
export const clarifyAsk = operation({ name: 'asks.clarify', method: 'POST', path: '/asks/:number/clarify', needs: 'asks:write', tool: true, does: 'Answers the question that came back; the clock runs on.', input: Said, output: AskView, refuses: refusesOne })
export const addToAsk = operation({ name: 'asks.add', method: 'POST', path: '/asks/:number/add', needs: 'asks:write', does: 'Adds to an ask without answering for the one who is accountable.', input: Said, output: AskView, refuses: refusesOne })
export const declineAsk = operation({ name: 'asks.decline', method: 'POST', path: '/asks/:number/decline', needs: 'asks:write', tool: true, does: 'Declines an ask with the reason; with `to`, it is asked of somebody else at once.', input: z.object({ number: EntryNumber, reason: words(NOTE_MAX), to: Id.nullable().default(null) }), output: AskView, refuses: [...refusesOne, 'no_working_time', 'bad_input'] })
export const reassignAsk = operation({ name: 'asks.reassign', method: 'POST', path: '/asks/:number/reassign', needs: 'asks:write', does: 'Asks somebody else instead.', input: z.object({ number: EntryNumber, to: Id, reason: text(NOTE_MAX).default('') }), output: AskView, refuses: [...refusesOne, 'no_working_time', 'bad_input'] })
export const withdrawAsk = operation({ name: 'asks.withdraw', method: 'POST', path: '/asks/:number/withdraw', needs: 'asks:write', does: 'Takes an ask back: it needs no answer any more.', input: z.object({ number: EntryNumber, reason: text(NOTE_MAX).default('') }), output: AskView, refuses: refusesOne })
export const notAnswered = operation({ name: 'asks.not-answered', method: 'POST', path: '/asks/:number/not-answered', needs: 'asks:write', does: 'Says that the answer does not answer it, and why; the clock begins anew.', input: Said, output: AskView, refuses: refusesOne })
export const changeDue = operation({ name: 'asks.change-due', method: 'PUT', path: '/asks/:number/due', needs: 'asks:write', does: 'Gives an ask more time; a due moment that was shown never comes earlier.', input: z.object({ number: EntryNumber, dueAt: InstantText }), output: AskView, refuses: [...refusesOne, 'bad_input'] })
export const acknowledgeAsk = operation({ name: 'asks.acknowledge', method: 'POST', path: '/asks/:number/acknowledge', needs: 'asks:write', tool: true, does: 'Says “I am on it” to an urgent ask: it stops repeating.', ...one, refuses: refusesOne })
export const rateAsk = operation({ name: 'asks.rate', method: 'PUT', path: '/asks/:number/rating', needs: 'asks:write', does: 'Rates an urgent ask afterwards: urgent, could wait an hour, could wait a day.', input: z.object({ number: EntryNumber, rating: z.enum(RATINGS) }), output: AskView, refuses: refusesOne })
export const snoozeAsk = operation({ name: 'asks.snooze', method: 'PUT', path: '/asks/:number/snooze', needs: 'asks:write', does: 'Puts an ask aside for you until your next working hour, your next shift or a moment; its clock runs on. `until` null wakes it.', input: z.object({ number: EntryNumber, until: z.union([z.enum(['hour', 'shift']), InstantText]).nullable() }), output: AskView, refuses: [...refusesOne, 'bad_input'] })
export const hitRate = operation({
  name: 'asks.hit-rate', method: 'GET', path: '/asks/hit-rate', needs: 'asks:read', does: 'Says how your own urgent asks were rated by their readers; for you alone.', input: z.object({}),
  output: z.object({ sent: z.number(), rated: z.number(), urgent: z.number(), hour: z.number(), day: z.number(), sentence: z.string() }),
})

export type AskView = z.output<typeof AskView>
export type Landing = z.output<typeof Landing>
export type Offer = z.output<typeof Offer>
