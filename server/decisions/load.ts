import type { Decision } from '#domain/decisions/decision.ts'
import type { Act } from '#server/platform/act.ts'
import { decisionFor, lockDecision, partsOf } from './queries.ts'
import type { DecisionRow, Looker } from './queries.ts'
import { decisionOf } from './rows.ts'

export type Loaded = { row: DecisionRow; decision: Decision }

const whole = async (act: Looker, row: DecisionRow): Promise<Loaded> => {
  const parts = (await partsOf(act, [row.entry_id])).get(row.entry_id)
  if (!parts) throw new Error(`Decision ${row.entry_id} has no parts.`)
  return { row, decision: decisionOf(row, parts) }
}

/** A decision that the actor may see, with what its rules need; locked for a change. @throws {Refusal} `not_found` */
export const loadForChange = async (act: Act, number: number): Promise<Loaded> => whole(act, await decisionFor(act, number, { lock: true }))

/** The same by id, for timers and listeners; null where there is none. */
export async function loadById(act: Act, id: string): Promise<Loaded | null> {
  const row = await lockDecision(act, id)
  return row ? whole(act, row) : null
}
