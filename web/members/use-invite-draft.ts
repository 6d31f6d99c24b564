import { call } from '../app/api.ts'
import { serverDrafts } from '../app/draft-server.ts'
import { useDraft } from '../app/drafts.ts'
import type { DraftHandle } from '../app/drafts.ts'
import { serverSlot, slotOf } from '../app/text-draft-list.ts'
import type { Role } from '#domain/policy.ts'

/** An invite as it is typed, until it is sent or left. */
export type InviteDraft = { email: string, role: Role, spaceIds: readonly string[] }

const NEW_INVITE: InviteDraft = { email: '', role: 'member', spaceIds: [] }
const saver = serverDrafts<InviteDraft>(call, serverSlot)

/** The invite that somebody has begun: on the device with every key, on the server after a pause, so that it goes from the device when they sign out. */
export const useInviteDraft = (personId: string): DraftHandle<InviteDraft> => useDraft<InviteDraft>(slotOf('invite', personId), NEW_INVITE, saver)
