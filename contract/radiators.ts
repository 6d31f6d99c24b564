import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, InstantText } from './shapes.ts'

/** Some words of a sentence; with `href` they lead somewhere. */
const Piece = z.object({ text: z.string(), href: z.string().nullable() })
const Line = z.array(Piece).describe('One sentence or more, in pieces.')
/** A page that is made when it is read, out of what was written; nobody writes it. */
const Radiator = z.object({
  title: z.string(), lede: z.string(), composedAt: InstantText, zone: z.string(),
  foreword: z.array(z.object({ number: z.number(), title: z.string(), text: z.string().describe('Markdown.'), editedByName: z.string() })).describe('Pages that somebody wrote for this place; they stand before what is made.'),
  sections: z.array(z.object({ title: z.string(), paragraphs: z.array(Line), items: z.array(Line) })), ending: z.string(),
})
export type Radiator = z.output<typeof Radiator>
export type RadiatorLine = z.output<typeof Line>

export const readStartHere = operation({
  name: 'radiators.start-here', method: 'GET', path: '/start-here', needs: 'search:read', tool: true, does: 'Tells a newcomer who we are, how we work, where things live, what to read first, who to ask, and what is going on.',
  input: z.object({ spaceId: Id.optional().describe('Of one space; of the workspace unless given.') }), output: Radiator, refuses: ['not_found'],
})
export const readTeam = operation({
  name: 'radiators.team', method: 'GET', path: '/team', needs: 'search:read', tool: true, does: 'Tells when each of us works, what we share, how fast we answer, and who minds what.',
  input: z.object({ spaceId: Id.optional().describe('Of those in one space; of everybody you can see unless given.') }), output: Radiator, refuses: ['not_found'],
})
export const readStatus = operation({
  name: 'radiators.status', method: 'GET', path: '/spaces/:id/status', needs: 'search:read', tool: true, does: 'Tells how a project stands: wraps, blockers, what is being decided and asked, check-ins, what came of it; each sentence linked.',
  input: z.object({ id: Id }), output: Radiator, refuses: ['not_found'],
})
export const readAway = operation({
  name: 'radiators.away', method: 'GET', path: '/away', needs: 'handoffs:read', tool: true, does: 'Tells what happened since you were away: the end of your last shift, or the start of your absence, unless you name a moment.',
  input: z.object({ since: InstantText.optional() }), output: Radiator,
})
