import { said } from '#domain/words/said.ts'
import { z } from 'zod'
import { operation } from './operation.ts'
import { CalendarView } from './people.ts'
import { DateText, EntryNumber, Id, InstantText, page, pageInput, text, words } from './shapes.ts'

const TITLE_MAX = 200
/** As much as a request may carry, since texts of imported files are taken as they are. */
const FIELD_MAX = 1_000_000
const AGREEMENT_MAX = 200_000
const NOTE_MAX = 4000
const LINE_MAX = 500
const PEOPLE_MAX = 50
const OPTIONS_READ_MAX = 500
const TRADE_OFFS_MAX = 500
const CLAIMS_MAX = 100
const TRIGGERS_MAX = 20
const WINDOW_DAYS_MAX = 60
const WINDOW_DAYS = 5
const QUOTE_MAX = 1000

export const DECISION_STATES = ['draft', 'open', 'call-needed', 'ready', 'decided', 'provisional', 'expired', 'withdrawn', 'lapsed', 'superseded', 'deprecated'] as const
export const DOORS = ['two-way', 'one-way'] as const
export const POSITIONS = ['support', 'no-concern', 'question', 'objection', 'abstain'] as const
const ROLES = ['accountable', 'responsible', 'consulted', 'informed'] as const
const State = z.enum(DECISION_STATES)
const PartId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, said`must be a short id of small letters, digits and dashes`.key)

const TradeOff = z.strictObject({ id: PartId, side: z.enum(['good', 'neutral', 'bad']), text: text(NOTE_MAX) })
const Option = z.strictObject({ id: PartId, title: text(TITLE_MAX), body: text(FIELD_MAX).default(''), tradeOffs: z.array(TradeOff).max(TRADE_OFFS_MAX).default([]) })
const Claim = z.strictObject({ text: words(NOTE_MAX), basis: z.enum(['known', 'assumed']), confidence: z.enum(['high', 'medium', 'low']) })
/** What a decision says; every text is Markdown. */
export const DecisionContent = z.strictObject({
  title: text(TITLE_MAX).default(''), needed: text(FIELD_MAX).default('').describe('What has to be decided.'), context: text(FIELD_MAX).default(''),
  criteria: text(FIELD_MAX).default('').describe('What the options are judged by.'), claims: z.array(Claim).max(CLAIMS_MAX).default([]).describe('What is known, what is assumed, and how sure it is.'),
  options: z.array(Option).max(OPTIONS_READ_MAX).default([]).describe('Two at least before it is opened.'),
  recommendation: z.strictObject({ optionId: PartId.nullable().default(null), why: text(FIELD_MAX).default('') }).default({ optionId: null, why: '' }),
  objectionsForeseen: text(FIELD_MAX).default(''), consequences: text(FIELD_MAX).default(''), confirmation: text(FIELD_MAX).default('').describe('How it will be seen that it was done.'), more: text(FIELD_MAX).default(''),
})
const Roles = z.strictObject({
  accountableId: Id.describe('The one person who signs.'), responsibleIds: z.array(Id).max(PEOPLE_MAX).default([]), consultedIds: z.array(Id).max(PEOPLE_MAX).default([]).describe('Whose input is needed before it can be signed.'),
  informedIds: z.array(Id).max(PEOPLE_MAX).default([]),
})
const Settings = {
  door: z.enum(DOORS).default('two-way').describe('Two-way: easy to undo, so silence may close it. One-way: never closes on silence.'),
  windowDays: z.number().int().min(0).max(WINDOW_DAYS_MAX).default(WINDOW_DAYS).describe('Working days that each named reader has on their own calendar.'),
  chosenDeadline: InstantText.nullable().default(null).describe('Later than the window; never earlier than every reader has had it.'),
  hiddenUntilMine: z.boolean().default(false).describe('Positions of others are shown to whoever has taken one.'),
}
const Review = { reviewOn: DateText.nullable().default(null), triggers: z.array(words(LINE_MAX)).max(TRIGGERS_MAX).default([]).describe('What would make it worth looking at again, such as a measure that is passed.') }

const PersonLine = z.object({ id: Id, name: z.string(), zone: z.string(), role: z.enum(ROLES) })
const Point = { optionId: PartId.nullable().default(null), tradeOffId: PartId.nullable().default(null) }
export const PositionView = z.object({
  personId: Id, name: z.string(), kind: z.enum(POSITIONS), optionId: z.string().nullable(), tradeOffId: z.string().nullable(), text: z.string(), at: InstantText,
  current: z.boolean().describe('False where the text changed since; an objection stands until its owner lifts it.'), onRecord: z.boolean().describe('An objection that a call has heard.'),
})
export const RemarkView = z.object({
  id: Id, authorId: Id, authorName: z.string(), at: InstantText, body: z.string(),
  anchor: z.object({ field: z.string(), quote: z.string(), prefix: z.string(), suffix: z.string(), start: z.number().nullable().describe('Where the passage stands in the field now, in UTF-16 units; null where it is gone.'), end: z.number().nullable() }),
  inReplyTo: Id.nullable(), resolvedAt: InstantText.nullable(), resolvedByName: z.string().nullable(), can: z.array(z.enum(['resolve'])),
})
const Link = z.object({ number: z.number(), title: z.string(), state: State })
const Step = z.object({ at: InstantText, kind: z.string(), actorName: z.string().nullable(), sentence: z.string() })

export const DecisionHead = z.object({
  number: z.number(), title: z.string(), state: State, status: z.string().describe('One line: what holds, who moves next.'), door: z.enum(DOORS), spaceId: Id, spaceName: z.string(), authorId: Id, authorName: z.string(),
  accountableId: Id.nullable(), accountableName: z.string().nullable().describe('Null also where an imported file names nobody here; `deciders` has its names.'), deadline: InstantText.nullable(), openedAt: InstantText.nullable(), decidedAt: InstantText.nullable(), chosen: z.string().nullable().describe('The name of the chosen option.'),
  provisionalUntil: InstantText.nullable(), reviewOn: DateText.nullable(), adrNumber: z.number().nullable(), fileName: z.string().nullable(), createdAt: InstantText, mine: z.string().nullable().describe('What it waits for from you; null where nothing.'),
  counts: z.object({ support: z.number(), objections: z.number(), questions: z.number(), missing: z.number() }), supersedes: z.array(z.number()), supersededBy: z.array(z.number()), tags: z.array(z.string()),
})
export const DecisionView = DecisionHead.extend({
  content: DecisionContent, revision: z.number(), version: z.number().describe('Sent back with an edit, so that nobody writes over somebody else.'), people: z.array(PersonLine), deciders: z.array(z.string()).describe('Names of an imported record who are nobody here.'), windowDays: z.number(), chosenDeadline: InstantText.nullable(), deadlineSentence: z.string().describe('“Thu 17:00 Manila, 10:00 yours; set by Mei, who is back on Wednesday.”'),
  hiddenUntilMine: z.boolean(), hidden: z.boolean().describe('True where others’ positions are hidden until you take one.'), phase: z.enum(['first', 'extended', 'asked']), positions: z.array(PositionView), missing: z.array(z.object({ id: Id, name: z.string(), opened: z.boolean(), why: z.string() })),
  readySentence: z.string().describe('What still stands between it and a signature, or why it is ready.'), call: z.object({ at: InstantText, outcome: z.string() }).nullable(), callPlan: z.object({ startsAt: InstantText, minutes: z.number() }).nullable().describe('When the call on the objections is to be, for everybody; null until somebody in it chooses.'),
  callProposal: z.object({ people: z.array(z.object({ id: Id, name: z.string(), zone: z.string() })), agenda: z.array(z.string()), minutes: z.number(), slots: z.array(z.object({ start: InstantText, end: InstantText })) }).nullable(),
  waived: z.array(z.object({ personId: Id, name: z.string(), reason: z.string() })), remarks: z.array(RemarkView), steps: z.array(Step), supersedesLinks: z.array(Link), supersededByLinks: z.array(Link), dependsOn: z.array(Link), neededBy: z.array(Link), threadNumber: z.number().nullable().describe('The thread it began in.'),
  triggers: z.array(z.string()), reason: z.string(), ownerName: z.string().nullable(), agreement: z.object({ baseVersion: z.number(), text: z.string(), applied: z.boolean() }).nullable().describe('The change of the agreement that it proposes.'),
  problems: z.array(z.object({ field: z.string(), message: z.string() })).describe('What keeps a draft from being opened.'), source: z.object({ path: z.string(), format: z.string(), notes: z.array(z.string()), broughtInBy: z.string().describe('Who imported it, and minds it where its file names nobody here.') }).nullable(),
  can: z.array(z.enum(['edit', 'open', 'position', 'remark', 'roles', 'waive', 'more-time', 'propose-call', 'place-call', 'hold-call', 'sign', 'withdraw', 'resume', 'confirm', 'supersede', 'deprecate', 'review'])),
})
export type DecisionView = z.output<typeof DecisionView>
export type DecisionHead = z.output<typeof DecisionHead>
export type DecisionContent = z.output<typeof DecisionContent>
export type PositionView = z.output<typeof PositionView>
export type RemarkView = z.output<typeof RemarkView>

const Number = { number: EntryNumber }
const one = { input: z.object(Number), output: DecisionView }
const refusesOne = ['not_found', 'not_allowed', 'conflict'] as const
const refusesWrite = [...refusesOne, 'bad_input'] as const
const Reader = z.object({ personId: Id, name: z.string(), zone: z.string(), role: z.enum(ROLES), calendar: CalendarView, endsAt: InstantText.nullable(), sentence: z.string() })

export const previewDecision = operation({
  name: 'decisions.preview', method: 'POST', path: '/decisions/preview', needs: 'decisions:read', does: 'Says when a decision would be due and which reader sets that, before it is opened.',
  input: z.object({ spaceId: Id, roles: Roles, ...Settings }), output: z.object({ deadline: InstantText.nullable(), setBy: z.string().nullable(), sentence: z.string(), readers: z.array(Reader), problems: z.array(z.object({ field: z.string(), message: z.string() })) }), refuses: ['not_found', 'bad_input'],
})
export const createDecision = operation({
  name: 'decisions.create', method: 'POST', path: '/decisions', needs: 'decisions:write', tool: true, does: 'Writes a decision as a draft; nobody is asked before it is opened. With `open`, it is opened at once.',
  input: z.object({
    spaceId: Id, content: DecisionContent, roles: Roles.optional().describe('You are accountable unless you say who is.'), ...Settings, ...Review, tags: z.array(words(40)).max(20).default([]),
    fromThread: EntryNumber.optional(), fromReplyId: Id.nullable().default(null), agreementText: text(AGREEMENT_MAX).optional().describe('The whole agreement as it would be; signing applies it.'),
    supersedes: z.array(EntryNumber).max(20).default([]), dependsOn: z.array(EntryNumber).max(20).default([]), open: z.boolean().default(false),
  }), output: DecisionView, refuses: refusesWrite,
})
export const readDecision = operation({ name: 'decisions.read', method: 'GET', path: '/decisions/:number', needs: 'decisions:read', tool: true, does: 'Reads a decision: options, positions, what stands in the way, and its history.', ...one, refuses: ['not_found'] })
export const listDecisions = operation({
  name: 'decisions.list', method: 'GET', path: '/decisions', needs: 'decisions:read', tool: true, does: 'Lists decisions, newest first: by space, state, person or words.',
  input: z.object({ ...pageInput, spaceId: Id.optional(), state: State.optional(), of: z.enum(['all', 'open', 'mine', 'waiting', 'records']).default('all'), tag: text(40).optional(), q: text(LINE_MAX).optional().describe('Words that stand in it, in any order.') }), output: page(DecisionHead), refuses: ['not_found'],
})
export const decisionMap = operation({
  name: 'decisions.map', method: 'GET', path: '/decisions/map', needs: 'decisions:read', does: 'Gives records with what superseded what and what depends on what, for a graph and a timeline.', input: z.object({ spaceId: Id.optional() }),
  output: z.object({ nodes: z.array(Link.extend({ at: InstantText, spaceName: z.string(), adrNumber: z.number().nullable() })), links: z.array(z.object({ from: z.number(), to: z.number(), how: z.enum(['supersedes', 'depends-on']) })) }), refuses: ['not_found'],
})
export const prefillDecision = operation({
  name: 'decisions.prefill', method: 'GET', path: '/decisions/prefill', needs: 'decisions:read', does: 'Begins a decision from a template, or from a thread and its open points.',
  input: z.object({ template: z.enum(['blank', 'feature', 'agreement', 'memo']).default('blank'), threadNumber: EntryNumber.optional() }), output: z.object({ content: DecisionContent, roles: Roles.partial(), windowDays: z.number(), notes: z.array(z.string()) }), refuses: ['not_found'],
})
export const editDecision = operation({
  name: 'decisions.edit', method: 'PATCH', path: '/decisions/:number', needs: 'decisions:write', tool: true, does: 'Changes a decision that is not decided yet. Where it is open, whoever had taken a position is asked again and sees what changed.',
  input: z.object({ ...Number, version: z.number().int().min(0), content: DecisionContent.optional(), windowDays: Settings.windowDays.removeDefault().optional(), chosenDeadline: InstantText.nullable().optional(), door: z.enum(DOORS).optional(), hiddenUntilMine: z.boolean().optional(), reviewOn: DateText.nullable().optional(), triggers: z.array(words(LINE_MAX)).max(TRIGGERS_MAX).optional(), tags: z.array(words(40)).max(20).optional(), agreementText: text(AGREEMENT_MAX).optional() }),
  output: DecisionView, refuses: refusesWrite,
})
export const decisionHistory = operation({
  name: 'decisions.history', method: 'GET', path: '/decisions/:number/history', needs: 'decisions:read', does: 'Reads the texts of a decision, newest first, each with what changed.', input: z.object(Number),
  output: z.object({ versions: z.array(z.object({ revision: z.number(), at: InstantText, byName: z.string(), lines: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })) })) }), refuses: ['not_found'],
})
export const openDecision = operation({ name: 'decisions.open', method: 'POST', path: '/decisions/:number/open', needs: 'decisions:write', tool: true, does: 'Opens a draft for positions; its readers are told, each when they can read.', ...one, refuses: [...refusesWrite, 'no_working_time'] })
export const seeDecision = operation({ name: 'decisions.see', method: 'POST', path: '/decisions/:number/see', needs: 'decisions:write', does: 'Notes that you have opened it; silence counts only for who has.', ...one, refuses: ['not_found'] })
export const takePosition = operation({
  name: 'decisions.position', method: 'PUT', path: '/decisions/:number/position', needs: 'decisions:write', tool: true, does: 'Takes a position on the whole, an option or one trade-off: support, no concern, question, objection or abstain. A new one on the same point replaces the old.',
  input: z.object({ ...Number, kind: z.enum(POSITIONS), ...Point, text: text(NOTE_MAX).default('') }), output: DecisionView, refuses: refusesWrite,
})
export const addRemark = operation({
  name: 'decisions.remark', method: 'POST', path: '/decisions/:number/remarks', needs: 'decisions:write', does: 'Remarks on a passage of the text; it stays with the passage when the text changes.',
  input: z.object({ ...Number, field: z.string().max(80).describe('`needed`, `context`, …, or `option:ID`.'), quote: text(QUOTE_MAX).default(''), prefix: text(80).default(''), suffix: text(80).default(''), body: words(NOTE_MAX), inReplyTo: Id.nullable().default(null) }), output: DecisionView, refuses: refusesWrite,
})
export const resolveRemark = operation({ name: 'decisions.resolve-remark', method: 'POST', path: '/decisions/:number/remarks/:id/resolve', needs: 'decisions:write', does: 'Marks a remark as dealt with, or as open again.', input: z.object({ ...Number, id: Id, resolved: z.boolean().default(true) }), output: DecisionView, refuses: refusesOne })
export const setDecisionRoles = operation({ name: 'decisions.roles', method: 'PUT', path: '/decisions/:number/roles', needs: 'decisions:write', does: 'Says who is accountable, responsible, consulted and informed.', input: z.object({ ...Number, roles: Roles }), output: DecisionView, refuses: refusesWrite })
export const waiveInput = operation({ name: 'decisions.waive', method: 'POST', path: '/decisions/:number/waive', needs: 'decisions:write', does: 'Goes on without the input of somebody, with the reason; the accountable alone may.', input: z.object({ ...Number, personId: Id, reason: words(NOTE_MAX) }), output: DecisionView, refuses: refusesWrite })
export const moreTimeForDecision = operation({ name: 'decisions.more-time', method: 'PUT', path: '/decisions/:number/deadline', needs: 'decisions:write', does: 'Gives an open decision more time.', input: z.object({ ...Number, deadline: InstantText }), output: DecisionView, refuses: refusesWrite })
export const proposeDecisionCall = operation({ name: 'decisions.propose-call', method: 'POST', path: '/decisions/:number/call', needs: 'decisions:write', tool: true, does: 'Proposes a call of 15 to 30 minutes to those who object and the accountable; the objections are its agenda.', ...one, refuses: refusesOne })
export const placeDecisionCall = operation({ name: 'decisions.place-call', method: 'PUT', path: '/decisions/:number/call/time', needs: 'decisions:write', tool: true, does: 'Chooses when the call on the objections is, or moves it; its people are told, and every reader sees it.', input: z.object({ ...Number, startsAt: InstantText }), output: DecisionView, refuses: refusesWrite })
export const holdDecisionCall = operation({ name: 'decisions.hold-call', method: 'POST', path: '/decisions/:number/call/outcome', needs: 'decisions:write', tool: true, does: 'Ends the call with its outcome in writing; objections that remain stay on record.', input: z.object({ ...Number, outcome: words(NOTE_MAX) }), output: DecisionView, refuses: refusesWrite })
export const signDecision = operation({
  name: 'decisions.sign', method: 'POST', path: '/decisions/:number/sign', needs: 'decisions:write', tool: true, does: 'Signs a decision that is ready; the accountable alone may. It becomes a record with the next ADR number.',
  input: z.object({ ...Number, optionId: PartId, provisionalUntil: DateText.nullable().default(null), supersedes: z.array(EntryNumber).max(20).default([]) }), output: DecisionView, refuses: refusesWrite,
})
const Reasoned = z.object({ ...Number, reason: words(NOTE_MAX) })
export const withdrawDecision = operation({ name: 'decisions.withdraw', method: 'POST', path: '/decisions/:number/withdraw', needs: 'decisions:write', does: 'Takes a decision back before it is decided, with the reason.', input: Reasoned, output: DecisionView, refuses: refusesOne })
export const resumeDecision = operation({ name: 'decisions.resume', method: 'POST', path: '/decisions/:number/resume', needs: 'decisions:write', does: 'Takes up a withdrawn or lapsed decision again as a draft.', ...one, refuses: refusesOne })
export const confirmDecision = operation({ name: 'decisions.confirm', method: 'POST', path: '/decisions/:number/confirm', needs: 'decisions:write', does: 'Makes a provisional decision hold for good.', ...one, refuses: refusesOne })
export const deprecateDecision = operation({ name: 'decisions.deprecate', method: 'POST', path: '/decisions/:number/deprecate', needs: 'decisions:write', does: 'Says that a record no longer holds, and why.', input: Reasoned, output: DecisionView, refuses: refusesOne })
export const supersedeDecision = operation({ name: 'decisions.supersede', method: 'POST', path: '/decisions/:number/supersede', needs: 'decisions:write', does: 'Says that this record is superseded by a newer one; both pages show it.', input: z.object({ ...Number, by: EntryNumber }), output: DecisionView, refuses: refusesWrite })
export const reviewDecision = operation({ name: 'decisions.review', method: 'POST', path: '/decisions/:number/review', needs: 'decisions:write', does: 'Notes that a record was looked at again, and when it is next.', input: z.object({ ...Number, note: words(NOTE_MAX), reviewOn: DateText.nullable().default(null), triggers: z.array(words(LINE_MAX)).max(TRIGGERS_MAX).optional() }), output: DecisionView, refuses: refusesOne })

const AdrText = {
  path: z.string(), text: z.string(),
  kept: z.array(z.object({ start: z.number(), end: z.number() })).describe('What Longhand writes again when it changes: status and links. The rest of a record stays, so a file that differs elsewhere was changed by hand. Unit: UTF-16 units.'),
}
const AdrFile = z.strictObject({ path: words(LINE_MAX), text: text(1_000_000) })
export const importAdr = operation({
  name: 'decisions.import', method: 'POST', path: '/decisions/import', needs: 'decisions:write', does: 'Imports decision records from Markdown files: MADR, Nygard (adr-tools), log4brains, and proposals. With `dryRun`, says what would come of it.',
  input: z.object({ spaceId: Id, files: z.array(AdrFile).min(1).max(500), dryRun: z.boolean().default(false) }),
  output: z.object({ files: z.array(z.object({ path: z.string(), format: z.string(), title: z.string(), state: State.nullable(), number: z.number().nullable().describe('Null where nothing was imported.'), unchanged: z.boolean(), notes: z.array(z.object({ line: z.number().nullable(), message: z.string() })), waiting: z.array(z.object({ line: z.number().nullable(), target: z.string() })).describe('Records that it names and that are not here yet; they are linked once they come.') })), sentence: z.string() }), refuses: refusesWrite,
})
export const exportAdr = operation({
  name: 'decisions.export', method: 'GET', path: '/decisions/export', needs: 'decisions:read', does: 'Gives the records of a space as files: imported ones as they came, with their status and links of today; the others as MADR.',
  input: z.object({ ...pageInput, spaceId: Id }), output: page(z.object({ number: z.number(), ...AdrText })), refuses: ['not_found'],
})
export const readAdr = operation({ name: 'decisions.adr', method: 'GET', path: '/decisions/:number/adr', needs: 'decisions:read', tool: true, does: 'Gives one decision as an ADR file.', input: z.object(Number), output: z.object(AdrText), refuses: ['not_found'] })
