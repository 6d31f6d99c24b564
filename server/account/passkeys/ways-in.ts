import type { Db } from '#server/platform/db/schema.ts'

/**
 * Whether a passkey alone lets somebody in: because they chose so, or because their workspace asks it of everybody and
 * they have one. Password and mailed links then do not.
 */
export async function byPasskeyAlone(db: Db, workspaceId: string, personId: string): Promise<boolean> {
  const row = await db.selectFrom('person as p').innerJoin('workspace as w', 'w.id', 'p.workspace_id')
    .innerJoin('passkey as k', (join) => join.onRef('k.workspace_id', '=', 'p.workspace_id').onRef('k.person_id', '=', 'p.id'))
    .select(['p.passkeys_only', 'w.passkeys_required']).where('p.workspace_id', '=', workspaceId).where('p.id', '=', personId).limit(1).executeTakeFirst()
  return row !== undefined && (row.passkeys_only || row.passkeys_required)
}
