import type { NamedReader } from '#domain/decisions/window.ts'
import type { DecisionRoles } from '#domain/decisions/decision.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { calendarsOf, knownTo } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { whoSees } from '#server/spaces/public.ts'
import type { Space } from '#server/spaces/public.ts'

/** These people with their calendars, in their order. */
export async function readersOf(act: Pick<Act, 'tx' | 'actor' | 'now'>, ids: readonly string[]): Promise<NamedReader[]> {
  const calendars = await calendarsOf(act, ids)
  return ids.flatMap((id) => {
    const calendar = calendars.get(id)
    return calendar ? [{ id, calendar }] : []
  })
}

/**
 * Everybody who is named must be active and see the space, and be somebody whom the actor knows.
 * @throws {Refusal} `bad_input`; one sentence for the accountable, and one for anybody else
 */
export async function checkNamed(act: Act, space: Pick<Space, 'id' | 'name' | 'visibility' | 'archived_at'>, { accountableId, responsibleIds, consultedIds, informedIds }: DecisionRoles): Promise<void> {
  const ids = [...new Set([...(accountableId === null ? [] : [accountableId]), ...responsibleIds, ...consultedIds, ...informedIds])]
  const [seeing, known] = await Promise.all([whoSees(act, space, ids), knownTo(act, ids)])
  const stranger = ids.find((id) => !seeing.includes(id) || !known.has(id))
  if (stranger === undefined) return
  const who = stranger === accountableId ? said`Who is accountable cannot see this space.` : said`One of the people who are named cannot see this space.`
  throw new Refusal('bad_input', who, said`Add them to ${space.name}, or name somebody who is in it.`)
}
