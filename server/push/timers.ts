import type { Act } from '#server/platform/act.ts'

const TIDY = 'push.tidy'
const DAY_H = 24
/** How long it stays in the outbox what a device was told, as for webhooks. Unit: days. */
const KEPT_DAYS = 30
const PENDING = ['waiting', 'sending'] as const

const tomorrow = (act: Act) => act.timer({ kind: TIDY, key: 'daily', at: act.now.add({ hours: DAY_H }) })

/** Sees to it that what devices of this workspace were told is tidied. A day that is set already stays, however many devices come. */
export async function tidyDaily(act: Act): Promise<void> {
  const set = await act.tx.selectFrom('timer').select('id').where('workspace_id', '=', act.actor.workspaceId).where('kind', '=', TIDY).limit(1).executeTakeFirst()
  if (!set) await tomorrow(act)
}

/** Throws away what is older, and comes again as long as there is something to come for. */
async function tidy(act: Act): Promise<void> {
  const { workspaceId } = act.actor
  const told = () => act.tx.selectFrom('delivery').select('id').where('workspace_id', '=', workspaceId).where('channel', '=', 'push').limit(1).executeTakeFirst()
  await act.tx.deleteFrom('delivery').where('workspace_id', '=', workspaceId).where('channel', '=', 'push').where('target_id', 'is not', null)
    .where('created_at', '<', act.now.subtract({ hours: KEPT_DAYS * DAY_H })).where('state', 'not in', PENDING).execute()
  const device = await act.tx.selectFrom('push_device').select('id').where('workspace_id', '=', workspaceId).limit(1).executeTakeFirst()
  if (device ?? await told()) await tomorrow(act)
}

export const pushTimers = { [TIDY]: tidy }
