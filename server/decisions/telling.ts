import type { DecisionChange } from '#domain/decisions/decision.ts'
import type { Act } from '#server/platform/act.ts'
import type { Place } from './apply.ts'

/** Who hears of a change, and what it asks of them. */
export async function tellOf(_act: Act, _place: Place, _change: DecisionChange): Promise<void> {
  await Promise.resolve()
}
