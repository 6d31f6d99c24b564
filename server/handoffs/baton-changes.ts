import type { BatonChange } from '#domain/handoffs/baton.ts'
import type { Act } from '#server/platform/act.ts'
import { columnsOf } from './queries.ts'
import type { BatonRow } from './queries.ts'
import { raiseAlarm, tellReceiver } from './mails.ts'
import { failpoint } from '#server/platform/failpoint.ts'

/** Says what happened to a baton in every place that depends on it: the row, its history, clocks, mails and open pages. */
export async function applyChange(act: Act, row: Pick<BatonRow, 'id' | 'number' | 'space_id'>, { baton, step, alarm }: BatonChange): Promise<void> {
  const { workspaceId } = act.actor
  await act.tx.updateTable('baton').set(columnsOf(baton)).where('workspace_id', '=', workspaceId).where('id', '=', row.id).execute()
  const stepId = await noteStep(act, row.id, step)
  await setClocks(act, row.id, baton, { stepId: step.kind === 'replanned' ? null : stepId })
  await failpoint('baton.after_change')
  if (alarm) await raiseAlarm(act, row.id, stepId)
  await act.emit({ kind: `baton.${step.kind}`, spaceId: row.space_id, payload: { batonId: row.id, number: row.number, giverId: baton.giverId, receiverId: baton.receiverId } })
}

/** Adds one line to the history. */
export async function noteStep(act: Act, batonId: string, step: BatonChange['step']): Promise<string> {
  const id = act.newId()
  await act.tx.insertInto('baton_step').values({
    workspace_id: act.actor.workspaceId, id, baton_id: batonId, at: act.now, kind: step.kind, actor_id: step.actorId, receiver_id: step.receiverId, text: step.text,
  }).execute()
  return id
}

/**
 * One timer for when it lapses and one for telling the receiver when they start. While nobody is asked there is neither.
 * @param stepId of the step that asks somebody, so that each asking is mailed once; null when they were told already or will be
 * @param fresh whether it is new, so that no timer of it can be set
 */
export async function setClocks(act: Act, batonId: string, baton: BatonChange['baton'], { stepId, fresh = false }: { stepId: string | null; fresh?: boolean }): Promise<void> {
  if (baton.lapsesAt === null || baton.startsAt === null) {
    await act.dropTimer('baton.lapse', batonId)
    await act.dropTimer('baton.tell', batonId)
    return
  }
  await act.timer({ kind: 'baton.lapse', key: batonId, at: baton.lapsesAt, payload: { batonId } })
  if (stepId === null) return moveTelling(act, batonId, baton.startsAt)
  if (Temporal.Instant.compare(baton.startsAt, act.now) <= 0) {
    if (!fresh) await act.dropTimer('baton.tell', batonId)
    await tellReceiver(act, { batonId, stepId })
  } else {
    await act.timer({ kind: 'baton.tell', key: batonId, at: baton.startsAt, payload: { batonId, stepId } })
  }
}

/** Moves the mail to the new start of the receiver's work, unless it has left. */
async function moveTelling(act: Act, batonId: string, at: Temporal.Instant): Promise<void> {
  await act.tx.updateTable('timer').set({ due_at: at, next_try_at: at }).where('workspace_id', '=', act.actor.workspaceId)
    .where('kind', '=', 'baton.tell').where('key', '=', batonId).execute()
}
