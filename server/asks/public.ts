import type { AskView } from '#contract/asks.ts'
import type { Act } from '#server/platform/act.ts'
import { owedBy } from './lists.ts'
import { viewAsks } from './views.ts'

/** What the actor owes an answer, most pressing first, without what they put aside; for briefs. */
export async function openAsksFor(act: Pick<Act, 'tx' | 'actor' | 'now'>): Promise<AskView[]> {
  return (await viewAsks(act, await owedBy(act))).filter((view) => view.snoozedUntil === null)
}
