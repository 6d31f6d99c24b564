import { RECORD_STATES } from '#domain/decisions/decision-table.ts'
import { checkSupersede } from '#domain/decisions/supersede.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { decisionFor } from './queries.ts'
import type { DecisionRow } from './queries.ts'

type How = 'supersedes' | 'depends_on'

/**
 * Decisions that something links to, each once. All must be seen, and be records.
 * @throws {Refusal} `not_found`, `bad_input`
 */
export async function recordsFor(act: Act, numbers: readonly number[]): Promise<DecisionRow[]> {
  const rows: DecisionRow[] = []
  for (const number of new Set(numbers)) {
    const row = await decisionFor(act, number)
    if (!RECORD_STATES.has(row.state)) throw new Refusal('bad_input', said`#${number} is not decided yet.`, said`Name a decision that holds, or wait until it is signed.`)
    rows.push(row)
  }
  return rows
}

/** Links decisions both ways, each once. @throws {Refusal} `bad_input` for a decision that would supersede itself, also through others */
export async function linkTo(act: Act, fromId: string, toIds: readonly string[], how: How): Promise<void> {
  if (toIds.length === 0) return
  if (how === 'supersedes') await checkCycles(act, fromId, toIds)
  await act.tx.insertInto('decision_link').values(toIds.map((toId) => ({ workspace_id: act.actor.workspaceId, from_id: fromId, to_id: toId, how, at: act.now })))
    .onConflict((row) => row.doNothing()).execute()
}

async function checkCycles(act: Act, fromId: string, toIds: readonly string[]): Promise<void> {
  await holdLinks(act)
  const rows = await act.tx.selectFrom('decision_link').select(['from_id', 'to_id']).where('workspace_id', '=', act.actor.workspaceId).where('how', '=', 'supersedes').execute()
  for (const toId of toIds) checkSupersede(rows.map((row) => ({ by: row.from_id, of: row.to_id })), { by: fromId, of: toId })
}

/** Two that would close a circle take turns, so that the second one sees the first. */
async function holdLinks({ tx, actor: { workspaceId } }: Act): Promise<void> {
  await tx.selectFrom('workspace').select('id').where('id', '=', workspaceId).forNoKeyUpdate().executeTakeFirst()
}

/** What a decision links to, in one way. */
export async function linkedTo({ tx, actor: { workspaceId } }: Act, fromId: string, how: How): Promise<string[]> {
  const rows = await tx.selectFrom('decision_link').select('to_id').where('workspace_id', '=', workspaceId).where('from_id', '=', fromId).where('how', '=', how).orderBy('to_id').execute()
  return rows.map((row) => row.to_id)
}

/** What links to a decision, in one way. */
export async function linkedFrom({ tx, actor: { workspaceId } }: Act, toId: string, how: How): Promise<string[]> {
  const rows = await tx.selectFrom('decision_link').select('from_id').where('workspace_id', '=', workspaceId).where('to_id', '=', toId).where('how', '=', how).orderBy('from_id').execute()
  return rows.map((row) => row.from_id)
}
