import type { Act } from '#server/platform/act.ts'

/** Notes that a thread holds something, so that reading it asks for that; once set, it stays. */
export async function holds(act: Act, threadId: string, what: 'has_reactions' | 'has_marks' | 'has_files' | 'has_calls'): Promise<void> {
  await act.tx.updateTable('thread').set({ [what]: true }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', threadId).where(what, '=', false).execute()
}
