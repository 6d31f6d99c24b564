import { tellAudit } from '#server/platform/audit/chain.ts'
import type { Instant } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { insertLink } from './links.ts'

/**
 * One-time links for whoever is active under an address, in each of their workspaces, made by whoever runs the server. They let
 * in past a password or passkey that was lost, as links do that an owner hands over, and the audit log says so.
 * @param now the machine's; a development clock stands before it
 */
export async function makeOperatorLinks(tx: Db, email: string, now: Instant): Promise<{ name: string; workspace: string; token: string }[]> {
  const { development_clock: stands } = await tx.selectFrom('instance').select('development_clock').executeTakeFirst() ?? { development_clock: null }
  const at = stands ?? now
  const people = await tx.selectFrom('person as p').innerJoin('workspace as w', 'w.id', 'p.workspace_id').select(['p.workspace_id', 'p.id', 'p.name', 'w.name as workspace'])
    .where((is) => is(is.fn<string>('lower', ['p.email']), '=', email.toLowerCase())).where('p.state', '=', 'active').orderBy('w.created_at').execute()
  const made = []
  for (const { workspace_id: workspaceId, id, name, workspace } of people) {
    const { token } = await insertLink({ tx, now: at }, { workspaceId, kind: 'magic', personId: id, createdBy: null })
    await tellAudit(tx, { workspaceId, actorId: null, via: 'cli', now: at }, { deed: 'sign-in.link-by-operator', personId: id })
    made.push({ name, workspace, token })
  }
  return made
}
