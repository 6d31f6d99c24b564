type Action = () => void | Promise<void>
const armed = new Map<string, Action>()

/** The places where a crash hurts most; tests make them fail one after the other. */
export const FAILPOINTS = [
  'write.before_commit', 'write.after_commit', 'idempotency.after_claim',
  'timer.after_claim', 'timer.after_effect', 'timer.before_commit',
  'file.before_move', 'file.after_put',
  'mail_in.before_commit', 'mail_in.after_commit',
  'outbox.after_claim', 'outbox.after_send', 'outbox.after_note',
  'webhook.after_answer', 'push.after_answer',
  'attention.after_plan', 'attention.after_release', 'brief.after_compose',
  'ask.after_change', 'decision.after_change', 'baton.after_change', 'run.after_start',
  'import.after_batch', 'search.after_count', 'file.after_remove',
  'backup.before_move', 'restore.before_commit', 'restore.after_commit', 'catch_up.before_drop',
  'migration.before_commit', 'migration.after_commit',
] as const
export type Failpoint = (typeof FAILPOINTS)[number]

/** Does nothing unless a test armed this name, or `LONGHAND_FAILPOINT` names it to kill the process here. */
export async function failpoint(name: Failpoint): Promise<void> {
  if (process.env['LONGHAND_FAILPOINT'] === name) process.kill(process.pid, 'SIGKILL')
  await armed.get(name)?.()
}

/** For tests: whatever is still armed is not any more. */
export function disarmAll(): void {
  armed.clear()
}

/** For tests: run `action` at this point until the returned function is called. */
export function arm(name: Failpoint, action: Action): () => void {
  armed.set(name, action)
  return () => armed.delete(name)
}
