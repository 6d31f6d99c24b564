import { z } from 'zod'
import { BatonView } from './handoffs.ts'
import { operation } from './operation.ts'
import { Id, InstantText, Ok } from './shapes.ts'
import { CalendarView, SpanView } from './people.ts'

/** Sections in the order in which they are read. */
const SECTIONS = ['handed', 'due', 'unblock', 'decide', 'say', 'hold', 'changed', 'rest'] as const

export const BriefItem = z.object({
  key: z.string().describe('Stable for the same matter, so that a list keeps its place.'),
  kind: z.enum(['baton', 'alarm', 'question', 'blocker', 'checkin', 'wrap', 'checkin-answer', 'agreement', 'ask', 'thread', 'decision', 'page', 'run']),
  tldr: z.string(), by: z.string().describe('Who and from where.'), why: z.string().nullable(),
  at: InstantText, dueAt: InstantText.nullable(), number: z.number().nullable(), spaceId: Id.nullable(), lineId: Id.nullable(),
  words: z.number(), baton: BatonView.nullable(),
  more: z.string().nullable().describe('The rest of it, folded: Markdown.'),
  can: z.array(z.enum(['accept', 'return', 'answer', 'take', 'clear', 'open', 'fill-in', 'done'])),
})
export const BriefSection = z.object({ name: z.enum(SECTIONS), title: z.string(), note: z.string().nullable(), items: z.array(BriefItem), folded: z.array(z.object({ spaceId: Id.nullable(), spaceName: z.string(), items: z.array(BriefItem) })) })
export const BriefView = z.object({
  headline: z.string().describe('“Tuesday. You work until 18:00.”'), lede: z.string(), readingSeconds: z.number(),
  since: InstantText, sinceWhy: z.enum(['shift', 'absence', 'asked', 'first']), composedAt: InstantText,
  shift: z.object({ start: InstantText, end: InstantText }).nullable(), calendar: CalendarView, focus: z.array(SpanView).describe('Focus of the day, the reader’s own.'), zone: z.string(),
  sections: z.array(BriefSection), ending: z.string(),
})

export const readBrief = operation({
  name: 'brief.read', method: 'GET', path: '/brief', needs: 'handoffs:read', tool: true,
  does: 'Composes what you should read first: handed to you, due, what you can unblock, what changed, the rest.',
  input: z.object({ since: InstantText.optional().describe('From when on changes are told; the end of your last shift, or the start of your absence, unless given.') }), output: BriefView,
})
export const openedBrief = operation({
  name: 'brief.opened', method: 'POST', path: '/brief/opened', needs: 'handoffs:write', does: 'Notes that you have read the brief of this shift; for you alone.', input: z.object({}), output: Ok,
})

export type BriefView = z.output<typeof BriefView>
export type BriefItem = z.output<typeof BriefItem>
export type BriefSection = z.output<typeof BriefSection>
