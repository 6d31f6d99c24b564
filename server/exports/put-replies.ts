import { putNewTexts } from '#server/entries/public.ts'
import type { SearchedText } from '#server/entries/public.ts'
import { z } from 'zod'
import { valueOf } from './put-parts.ts'
import type { Taking } from './put-parts.ts'
import { unreadable } from './read-file.ts'

const Moment = z.iso.datetime()
const Reaction = z.object({ emoji: z.string().min(1).max(40), person: z.string(), at: Moment })
const Reactions = z.array(Reaction).default([])
const About = z.object({
  reply: z.number().int().min(1), id: z.uuid(), kind: z.enum(['reply', 'answer', 'question-back', 'clarification', 'addition', 'outcome', 'split']), author: z.string(), posted_at: Moment, edited_at: Moment.optional(),
  via: z.enum(['web', 'api', 'cli', 'mail', 'mcp', 'import']), quote_reply: z.uuid().optional(), quote_text: z.string().optional(), quote_author: z.string().optional(), ask: z.number().int().optional(), reactions: Reactions,
})

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text)

/** The replies of an entry with their reactions, and the reactions to its opening. */
export async function putReplies(taking: Taking): Promise<void> {
  const { act, file, entryId, placed } = taking
  const workspace_id = act.actor.workspaceId
  const replies = file.sections.filter(({ about }) => about['reply'] !== undefined).map(({ about, text }) => ({ about: aboutOf(taking, about), text: taking.text(text) }))
  for (const { about, text } of replies) {
    await act.tx.insertInto('reply').values({
      workspace_id, id: about.id, entry_id: entryId, seq: about.reply, kind: about.kind, author_id: placed.person(about.author), body: text, via: about.via, posted_at: instant(about.posted_at), undo_until: instant(about.posted_at),
      edited_at: about.edited_at === undefined ? null : instant(about.edited_at), deleted_at: null, quote_reply_id: about.quote_reply ?? null, quote_text: about.quote_text === undefined ? null : taking.text(about.quote_text),
      quote_author_id: about.quote_author === undefined ? null : placed.person(about.quote_author), ask_id: about.ask === undefined ? null : String(valueOf(taking, 'entry', about.ask) ?? '') || null,
    }).execute()
    await react(taking, about.id, about.reactions)
  }
  const opening = Reactions.safeParse(file.front['reactions'])
  if (!opening.success) throw unreadable(file.path, 'has reactions that cannot be read.')
  await react(taking, entryId, opening.data)
  await putNewTexts(act, replies.map(({ about, text }): SearchedText => ({ id: about.id, entryId, title: '', text, reply: { authorId: placed.person(about.author), at: instant(about.posted_at) } })))
}

function aboutOf({ file }: Taking, about: unknown): z.output<typeof About> {
  const read = About.safeParse(about)
  if (read.success) return read.data
  throw unreadable(file.path, `has a reply that cannot be read${read.error.issues[0] ? ` (${read.error.issues[0].path.join('.')})` : ''}.`)
}

async function react({ act, placed }: Taking, subjectId: string, reactions: readonly z.output<typeof Reaction>[]): Promise<void> {
  if (reactions.length === 0) return
  await act.tx.insertInto('reaction').values(reactions.map(({ emoji, person, at }) => ({ workspace_id: act.actor.workspaceId, subject_id: subjectId, emoji, person_id: placed.person(person), at: instant(at) }))).onConflict((row) => row.doNothing()).execute()
}
