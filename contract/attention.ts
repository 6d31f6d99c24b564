import { z } from 'zod'
import { operation } from './operation.ts'
import { CalendarView, SpanView } from './people.ts'
import { DateText, EntryNumber, Id, InstantText, Ok, page, pageInput, text, TimeText, words } from './shapes.ts'

const NOTE_MAX = 500
const DONE_MAX = 4000
/** The longest block that is started by hand. Unit: minutes. */
const FOCUS_MAX = 720
const DAYS = z.array(z.number().int().min(1).max(7)).max(7)

export const FocusView = z.object({
  id: Id, kind: z.enum(['recurring', 'once']), what: z.string(), days: DAYS.describe('ISO weekdays, of a recurring block.'), start: TimeText.nullable(), end: TimeText.nullable(),
  from: DateText.nullable(), until: DateText.nullable(), startsAt: InstantText.nullable(), endsAt: InstantText.nullable(), sentence: z.string(), can: z.array(z.enum(['edit', 'remove', 'end'])),
})
export const FocusNow = z.object({
  now: z.object({ id: Id, what: z.string(), startedAt: InstantText, endsAt: InstantText, held: z.number().describe('How many things wait for its end.') }).nullable(),
  ended: z.object({ id: Id, what: z.string(), startedAt: InstantText, endedAt: InstantText, gotDone: z.string().nullable() }).nullable().describe('The block that ended last, until you said what got done.'),
  next: SpanView.nullable(), announcement: z.string().nullable().describe('A sentence to copy for whoever should know; null where no focus runs or comes.'),
})
/** When and how somebody is told of what is not urgent. */
export const AttentionSettings = z.object({
  windows: z.array(z.union([z.enum(['shift-start', 'midday', 'focus-end', 'before-wrap']), TimeText])).max(8).describe('Moments at which what waits is handed over; named ones, or times of day in your zone.'),
  digest: z.enum(['daily', 'weekly', 'off']), digestAt: TimeText.nullable().describe('Null: at the start of your shift.'),
  channels: z.strictObject({ mail: z.enum(['all', 'obligations', 'urgent', 'off']), push: z.enum(['all', 'obligations', 'urgent', 'off']) }).describe('What leaves the app; the inbox always has it.'),
})
export const INBOX_KINDS = ['ask', 'question-back', 'answer', 'clarification', 'mention', 'reply', 'thread', 'change', 'reminder', 'call', 'silence', 'overdue', 'urgent', 'redirect', 'decision', 'page', 'run', 'search'] as const
export const InboxItem = z.object({
  id: Id, kind: z.enum(INBOX_KINDS), title: z.string(), text: z.string().describe('The first words of what it is about, as it reads now.'), byName: z.string(), spaceName: z.string(), number: z.number(), replyId: Id.nullable(),
  at: InstantText.describe('When it happened.'), deliverAt: InstantText.nullable(), deliveredAt: InstantText.nullable(), state: z.enum(['waiting', 'delivered', 'digest', 'read', 'withdrawn']),
  urgent: z.boolean(), obliges: z.boolean().describe('It asks something of you.'), why: z.string().describe('Why you get it, and why then: one line.'), rule: z.string(), snoozedUntil: InstantText.nullable(), doneAt: InstantText.nullable(),
  can: z.array(z.enum(['done', 'undone', 'snooze', 'open', 'answer'])),
})
const problems = ['not_found', 'bad_input', 'conflict'] as const

export const readFocus = operation({ name: 'focus.now', method: 'GET', path: '/focus/now', needs: 'attention:read', tool: true, does: 'Says whether you are in focus, until when, and what waits for the end of it.', input: z.object({}), output: FocusNow })
export const listFocus = operation({ name: 'focus.list', method: 'GET', path: '/focus', needs: 'attention:read', does: 'Lists your focus blocks, and presets to begin with.', input: z.object({}), output: z.object({ blocks: z.array(FocusView), presets: z.array(z.object({ key: z.string(), name: z.string(), blocks: z.array(z.object({ days: DAYS, start: TimeText, end: TimeText })) })), floorMinutes: z.number(), meetingFreeDays: DAYS }) })
export const addFocus = operation({
  name: 'focus.add', method: 'POST', path: '/focus', needs: 'attention:write', does: 'Adds a focus block that repeats on weekdays, in your zone; at least the agreed floor.',
  input: z.object({ what: text(NOTE_MAX).default(''), days: DAYS.min(1), start: TimeText, end: TimeText, from: DateText.optional(), until: DateText.nullable().default(null) }), output: FocusView, refuses: problems,
})
export const adoptFocus = operation({ name: 'focus.preset', method: 'POST', path: '/focus/preset', needs: 'attention:write', does: 'Takes a preset instead of your recurring blocks.', input: z.object({ key: z.string().max(40) }), output: z.object({ blocks: z.array(FocusView) }), refuses: problems })
export const editFocus = operation({ name: 'focus.edit', method: 'PATCH', path: '/focus/:id', needs: 'attention:write', does: 'Changes a recurring block; what waits is planned again at once.', input: z.object({ id: Id, what: text(NOTE_MAX).optional(), days: DAYS.min(1).optional(), start: TimeText.optional(), end: TimeText.optional(), until: DateText.nullable().optional() }), output: FocusView, refuses: problems })
export const removeFocus = operation({ name: 'focus.remove', method: 'DELETE', path: '/focus/:id', needs: 'attention:write', does: 'Removes a block; what waited for it is planned again at once.', input: z.object({ id: Id }), output: Ok, refuses: problems })
export const startFocus = operation({ name: 'focus.start', method: 'POST', path: '/focus/start', needs: 'attention:write', tool: true, does: 'Starts focus now for so many minutes; nothing but urgent reaches you until its end.', input: z.object({ minutes: z.number().int().min(1).max(FOCUS_MAX), what: text(NOTE_MAX).default('') }), output: FocusNow, refuses: problems })
export const endFocus = operation({ name: 'focus.end', method: 'POST', path: '/focus/end', needs: 'attention:write', tool: true, does: 'Ends the focus that runs; what waited comes in one batch.', input: z.object({ gotDone: text(DONE_MAX).default('') }), output: FocusNow, refuses: problems })
export const noteFocus = operation({ name: 'focus.note', method: 'PUT', path: '/focus/done', needs: 'attention:write', does: 'Says what got done in a block that has ended; for you alone.', input: z.object({ id: Id, startedAt: InstantText, gotDone: text(DONE_MAX) }), output: FocusNow, refuses: problems })
export const readAttention = operation({ name: 'attention.read', method: 'GET', path: '/attention', needs: 'attention:read', does: 'Reads when and how you are told of things.', input: z.object({}), output: AttentionSettings.extend({ calendar: CalendarView, focus: z.array(SpanView), next: InstantText.nullable().describe('Your next delivery window.') }) })
export const saveAttention = operation({ name: 'attention.save', method: 'PUT', path: '/attention', needs: 'attention:write', does: 'Says when and how you want to be told; what waits is planned again at once.', input: AttentionSettings, output: Ok, refuses: ['bad_input'] })
export const meetingFreeException = operation({ name: 'attention.meeting-free-exception', method: 'POST', path: '/attention/meeting-free-exceptions', needs: 'attention:write', does: 'Logs, with its reason, that a meeting stands on a meeting-free day.', input: z.object({ date: DateText, reason: words(NOTE_MAX) }), output: Ok, refuses: ['not_allowed', 'bad_input'] })
export const listExceptions = operation({ name: 'attention.meeting-free', method: 'GET', path: '/attention/meeting-free-exceptions', needs: 'attention:read', does: 'Lists the team’s meeting-free days and the exceptions that were made.', input: z.object({}), output: z.object({ days: DAYS, exceptions: z.array(z.object({ date: DateText, reason: z.string(), byName: z.string(), at: InstantText })) }) })

export const listInbox = operation({
  name: 'inbox.list', method: 'GET', path: '/inbox', needs: 'attention:read', tool: true, does: 'Lists what came to you, newest first: new, held, put aside, or done.',
  input: z.object({ ...pageInput, of: z.enum(['new', 'held', 'snoozed', 'done']).default('new') }), output: page(InboxItem).extend({ sentence: z.string(), held: z.number(), nextAt: InstantText.nullable() }),
})
export const doneInbox = operation({ name: 'inbox.done', method: 'POST', path: '/inbox/:id/done', needs: 'attention:write', does: 'Puts an item away; with `undo`, brings it back.', input: z.object({ id: Id, undo: z.boolean().default(false) }), output: InboxItem, refuses: ['not_found'] })
export const doneAllInbox = operation({ name: 'inbox.done-all', method: 'POST', path: '/inbox/done', needs: 'attention:write', does: 'Puts everything of one conversation away.', input: z.object({ number: EntryNumber }), output: Ok, refuses: ['not_found'] })
export const snoozeInbox = operation({ name: 'inbox.snooze', method: 'PUT', path: '/inbox/:id/snooze', needs: 'attention:write', does: 'Puts an item aside until your next working hour, your next shift, or a moment.', input: z.object({ id: Id, until: z.union([z.enum(['hour', 'shift']), InstantText]).nullable() }), output: InboxItem, refuses: ['not_found', 'bad_input'] })
export const readDelivery = operation({
  name: 'delivery.of', method: 'GET', path: '/entries/:number/delivery', needs: 'attention:read', tool: true, does: 'Says for what you wrote when each reader is told, and why then; readers see their own line.', input: z.object({ number: EntryNumber, replyId: Id.optional() }),
  output: z.object({ readers: z.array(z.object({ personId: Id, name: z.string(), zone: z.string(), state: InboxItem.shape.state, at: InstantText.nullable(), sentence: z.string(), rule: z.string() })) }), refuses: ['not_found', 'not_allowed'],
})
export const readBalance = operation({
  name: 'attention.mine', method: 'GET', path: '/attention/mine', needs: 'attention:read', does: 'Counts for you alone what reached you in a week, and when: in focus, outside your hours, in a batch.', input: z.object({ from: DateText, days: z.coerce.number().int().min(1).max(31).default(7) }),
  output: z.object({ interruptions: z.number().describe('Deliveries that were not urgent and fell into focus, an absence or outside working time: zero, or a fault.'), urgent: z.number(), batches: z.number(), items: z.number(), digests: z.number(), readMeanwhile: z.number(), withdrawn: z.number(), focusMinutesKept: z.number(), sentence: z.string() }),
})

export type FocusView = z.output<typeof FocusView>
export type FocusNow = z.output<typeof FocusNow>
export type AttentionSettings = z.output<typeof AttentionSettings>
export type InboxItem = z.output<typeof InboxItem>
