import type { Act } from '#server/platform/act.ts'
import { logBegins } from './views.ts'

const TIDY = 'webhooks.tidy'
const DAY_H = 24

/** Sees to it that the log of this workspace is tidied within a day. */
export const tidyDaily = (act: Act) => act.timer({ kind: TIDY, key: 'daily', at: act.now.add({ hours: DAY_H }) })

/** Throws away what is older than the log goes back, and comes again as long as there is something to come for. */
async function tidy(act: Act): Promise<void> {
  const { workspaceId } = act.actor
  const since = logBegins(act.now)
  await act.tx.deleteFrom('webhook_attempt').where('workspace_id', '=', workspaceId).where('at', '<', since).execute()
  await act.tx.deleteFrom('delivery').where('workspace_id', '=', workspaceId).where('channel', '=', 'webhook').where('target_id', 'is not', null)
    .where('created_at', '<', since).where('state', 'not in', ['waiting', 'sending']).execute()
  await act.tx.deleteFrom('webhook_endpoint as e').where('e.workspace_id', '=', workspaceId).where('e.removed_at', '<', since)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('webhook_attempt as a').select('a.id').whereRef('a.workspace_id', '=', 'e.workspace_id').whereRef('a.endpoint_id', '=', 'e.id')))).execute()
  const left = await act.tx.selectFrom('webhook_endpoint').select('id').where('workspace_id', '=', workspaceId).limit(1).executeTakeFirst()
  if (left) await tidyDaily(act)
}

export const webhookTimers = { [TIDY]: tidy }
