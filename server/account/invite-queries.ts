import type { InviteView } from '#contract/members.ts'
import type { Role } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'

export type InviteRow = {
  id: string; person_id: string; data: Record<string, string>; created_at: Temporal.Instant; expires_at: Temporal.Instant | null
  email: string; name: string; role: Role; inviter: string | null
}

/** Invites whose person has not accepted and that were not replaced or taken back, newest first; expired ones too. */
export function openInvites(act: Pick<Act, 'tx' | 'actor'>): Promise<InviteRow[]> {
  return invites(act).orderBy('c.created_at', 'desc').orderBy('c.id', 'desc').execute()
}

/** @throws {Refusal} `not_found` for anything but an open invite of the workspace */
export async function inviteFor(act: Pick<Act, 'tx' | 'actor'>, id: string): Promise<InviteRow> {
  const row = await invites(act).where('c.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', said`There is no such invite.`, said`Read the list again; it may have been accepted or taken back.`)
  return row
}

function invites({ tx, actor }: Pick<Act, 'tx' | 'actor'>) {
  return tx.selectFrom('credential as c')
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'c.workspace_id').onRef('p.id', '=', 'c.person_id'))
    .leftJoin('person as by', (join) => join.onRef('by.workspace_id', '=', 'c.workspace_id').onRef('by.id', '=', 'c.created_by'))
    .select(['c.id', 'c.person_id', 'c.data', 'c.created_at', 'c.expires_at', 'p.email', 'p.name', 'p.role', 'by.name as inviter'])
    .where('c.workspace_id', '=', actor.workspaceId).where('c.kind', '=', 'invite')
    .where('c.used_at', 'is', null).where('c.revoked_at', 'is', null).where('p.state', '=', 'invited')
}

/** An invite as those who manage the workspace see it, and as the page behind its link shows parts of it. */
export function viewableInvite({ now }: Pick<Act, 'now'>, row: InviteRow): InviteView {
  const expiresAt = row.expires_at ?? row.created_at
  return {
    id: row.id, personId: row.person_id, email: row.email, name: row.name === row.email ? null : row.name, role: row.role,
    spaceIds: spacesIn(row.data), invitedBy: row.inviter ?? 'Longhand', createdAt: row.created_at.toString(), expiresAt: expiresAt.toString(),
    expired: Temporal.Instant.compare(expiresAt, now) <= 0,
  }
}

/** The spaces that an invite opens. */
export const spacesIn = (data: Record<string, string>): string[] => (data['spaces'] ?? '').split(' ').filter((id) => id !== '')
