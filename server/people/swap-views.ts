import type { SwapView } from '#contract/people.ts'
import { may } from '#domain/policy.ts'
import type { SwapRights } from '#domain/policy.ts'
import type { Act } from '#server/platform/act.ts'

export type SwapRow = {
  id: string; giver_id: string; taker_id: string; on_date: string; spans: { start: string; end: string }[]
  state: SwapView['state']; note: string; ends_at: Temporal.Instant
}
const COLUMNS = ['id', 'giver_id', 'taker_id', 'on_date', 'spans', 'state', 'note', 'ends_at'] as const

/** How long a swap is still listed after its shift. Unit: days. */
const SHOWN_DAYS = 31

/** Swaps that somebody gives or takes, by date. */
export function swapsOf(act: Pick<Act, 'tx' | 'actor' | 'now'>, personId: string): Promise<SwapRow[]> {
  return act.tx.selectFrom('shift_swap').select(COLUMNS).where('workspace_id', '=', act.actor.workspaceId)
    .where((is) => is.or([is('giver_id', '=', personId), is('taker_id', '=', personId)]))
    .where('ends_at', '>', act.now.subtract({ hours: SHOWN_DAYS * 24 })).orderBy('on_date').orderBy('id').execute()
}

export function swapById(act: Pick<Act, 'tx' | 'actor'>, id: string): Promise<SwapRow | undefined> {
  return act.tx.selectFrom('shift_swap').select(COLUMNS).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).executeTakeFirst()
}

export const swapRights = (workspaceId: string, row: Pick<SwapRow, 'giver_id' | 'taker_id'>): SwapRights =>
  ({ workspaceId, giverId: row.giver_id, takerId: row.taker_id })

/** A swap with what the reader can do about it. The note is for the two and for those who manage. */
export function viewSwap({ actor }: Pick<Act, 'actor'>, row: SwapRow): SwapView {
  const swap = swapRights(actor.workspaceId, row)
  const open = row.state === 'offered'
  const can: SwapView['can'] = []
  if (open && may(actor, 'swap.answer', { swap })) can.push('accept', 'decline')
  if (open && may(actor, 'swap.withdraw', { swap })) can.push('withdraw')
  return {
    id: row.id, giverId: row.giver_id, takerId: row.taker_id, date: row.on_date, spans: row.spans.map(({ start, end }) => ({ start, end })), state: row.state,
    note: may(actor, 'swap.see', { swap }) ? row.note : '', can,
  }
}
