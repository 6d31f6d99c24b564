import type { ThreadView } from '#contract/threads.ts'
import type { Act } from '#server/platform/act.ts'

/** What a change notice says, and who has confirmed it. */
export async function changeOf(act: Pick<Act, 'tx' | 'actor'>, threadId: string): Promise<ThreadView['change']> {
  const { workspaceId } = act.actor
  const [notice, readers] = await Promise.all([
    act.tx.selectFrom('change_notice').select(['was', 'now', 'since', 'why']).where('workspace_id', '=', workspaceId).where('entry_id', '=', threadId).executeTakeFirst(),
    act.tx.selectFrom('change_reader as c').innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'c.workspace_id').onRef('p.id', '=', 'c.person_id'))
      .select(['c.person_id', 'p.name', 'c.read_at']).where('c.workspace_id', '=', workspaceId).where('c.entry_id', '=', threadId).orderBy('p.name').orderBy('p.id').execute(),
  ])
  return notice ? { ...notice, mustRead: readers.map((row) => ({ personId: row.person_id, name: row.name, readAt: row.read_at?.toString() ?? null })) } : null
}
