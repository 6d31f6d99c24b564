import { said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, InstantText, page, pageInput } from './shapes.ts'

/**
 * Kinds of mail that people may want no more of, each switched off by itself. What must arrive has no kind: sign-in
 * links, invitations, the alarm that nobody holds a baton, and what became of a reply.
 */
export const MAIL_KINDS = ['brief', 'batons', 'checkins', 'asks', 'threads', 'digest'] as const
export type MailKind = (typeof MAIL_KINDS)[number]
/** What a kind is called where it is switched off. */
export const MAIL_KIND_WORDS: Readonly<Record<MailKind, Said>> = {
  brief: said`Your brief, when your shift starts`, batons: said`Batons that are offered to you`, checkins: said`Check-ins that wait for your answer`,
  asks: said`Asks, and answers to yours`, threads: said`Threads that you follow`, digest: said`Digests`,
}

const STATES = ['waiting', 'done', 'refused', 'ignored'] as const
export const MailInView = z.object({
  id: Id, personId: Id, personName: z.string().describe('Whose reply address it came to.'), about: z.string().describe('What it acts on, such as `baton`.'),
  from: z.string().describe('The address it says it is from.'), title: z.string(), sizeBytes: z.number(), receivedAt: InstantText,
  state: z.enum(STATES).describe('`refused`: it had no effect, and its person was told; `ignored`: an automatic answer or a loop, told to nobody.'),
  outcome: z.string().describe('What became of it, in one sentence; empty while it waits.'),
})
export const listMailIn = operation({
  name: 'mail-in.list', method: 'GET', path: '/mail-in', needs: 'admin:read',
  does: 'Lists every mail that came to a reply address, newest first, and what became of it; never its text.',
  input: z.object({ ...pageInput, state: z.enum(STATES).optional() }), output: page(MailInView), refuses: ['not_allowed', 'bad_input'],
})

const Wishes = z.object({ kinds: z.array(z.object({ kind: z.enum(MAIL_KINDS), words: z.string(), on: z.boolean() })), replies: z.boolean().describe('Whether mails can be answered by mail here.') })
export const readMailWishes = operation({
  name: 'mail-in.wishes', method: 'GET', path: '/me/mail', needs: 'account:read',
  does: 'Says which kinds of mail you get.', input: z.object({}), output: Wishes,
})
export const setMailWish = operation({
  name: 'mail-in.wish', method: 'PUT', path: '/me/mail/:kind', needs: 'account:write',
  does: 'Switches one kind of mail on or off for you. Sign-in links and alarms always come.',
  input: z.object({ kind: z.enum(MAIL_KINDS), on: z.boolean() }), output: Wishes,
})

export type MailInView = z.output<typeof MailInView>
export type MailWishes = z.output<typeof Wishes>
