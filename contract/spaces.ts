import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, InstantText, Ok, text, words } from './shapes.ts'

const NAME_MAX = 80
const PURPOSE_MAX = 500

const Visibility = z.enum(['open', 'private']).describe('Open to the workspace, or to members only.')
const Noise = z.enum(['announcements', 'work', 'social'])
export const SpaceView = z.object({
  id: Id, name: z.string(), purpose: z.string(), visibility: Visibility, noise: Noise, members: z.array(Id), joined: z.boolean(), archived: z.boolean(),
  can: z.array(z.enum(['join', 'leave', 'write', 'edit', 'archive', 'add-member'])),
})
const fields = { name: words(NAME_MAX), purpose: text(PURPOSE_MAX).default(''), visibility: Visibility.default('open'), noise: Noise.default('work') }

export const listSpaces = operation({
  name: 'spaces.list', method: 'GET', path: '/spaces', needs: 'spaces:read', tool: true, does: 'Lists the spaces you can see.', input: z.object({}), output: z.object({ spaces: z.array(SpaceView) }),
})
export const readSpace = operation({
  name: 'spaces.read', method: 'GET', path: '/spaces/:id', needs: 'spaces:read', does: 'Reads one space and who is in it.', input: z.object({ id: Id }), output: SpaceView, refuses: ['not_found'],
})
export const createSpace = operation({
  name: 'spaces.create', method: 'POST', path: '/spaces', needs: 'spaces:write', does: 'Makes a space with you as its first member.', input: z.object(fields), output: SpaceView, refuses: ['conflict', 'not_allowed'],
})
export const editSpace = operation({
  name: 'spaces.edit', method: 'PATCH', path: '/spaces/:id', needs: 'spaces:write', does: 'Changes a space’s name, purpose, visibility or noise level.',
  input: z.object({ id: Id, name: words(NAME_MAX).optional(), purpose: text(PURPOSE_MAX).optional(), visibility: Visibility.optional(), noise: Noise.optional() }), output: SpaceView, refuses: ['not_found', 'not_allowed', 'conflict'],
})
export const joinSpace = operation({
  name: 'spaces.join', method: 'POST', path: '/spaces/:id/join', needs: 'spaces:write', does: 'Joins an open space.', input: z.object({ id: Id }), output: SpaceView, refuses: ['not_found', 'not_allowed'],
})
export const leaveSpace = operation({
  name: 'spaces.leave', method: 'POST', path: '/spaces/:id/leave', needs: 'spaces:write', does: 'Leaves a space. Leaving a private one hides it from you.', input: z.object({ id: Id }), output: Ok, refuses: ['not_found', 'conflict'],
})
export const addSpaceMember = operation({
  name: 'spaces.add-member', method: 'POST', path: '/spaces/:id/members', needs: 'spaces:write', does: 'Adds somebody to a space.', input: z.object({ id: Id, personId: Id }), output: SpaceView, refuses: ['not_found', 'not_allowed'],
})
export const removeSpaceMember = operation({
  name: 'spaces.remove-member', method: 'DELETE', path: '/spaces/:id/members/:personId', needs: 'spaces:write', does: 'Takes somebody out of a space.', input: z.object({ id: Id, personId: Id }), output: SpaceView, refuses: ['not_found', 'not_allowed'],
})
export const archiveSpace = operation({
  name: 'spaces.archive', method: 'POST', path: '/spaces/:id/archive', needs: 'spaces:write', does: 'Archives a space, or opens it again: it stays readable, and nobody writes in it.', input: z.object({ id: Id, archived: z.boolean() }), output: SpaceView, refuses: ['not_found', 'not_allowed'],
})

/** What has a number. */
export const ENTRY_KINDS = ['wrap', 'checkin', 'thread', 'ask', 'change', 'learning', 'decision', 'page'] as const
export const EntryView = z.object({
  number: z.number(), kind: z.enum(ENTRY_KINDS), title: z.string(), tldr: z.string(), spaceId: Id, spaceName: z.string(), authorId: Id, authorName: z.string(), publishedAt: InstantText,
})
export type SpaceView = z.output<typeof SpaceView>
export type EntryView = z.output<typeof EntryView>
