import { planner } from '#domain/attention/plan.ts'
import { planToJson } from '#domain/attention/types.ts'
import type { Act, TimerHandler } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { setTimers } from '#server/platform/jobs/timers.ts'
import type { ItemStanding } from '#server/platform/db/tables/attention.ts'
import { RELEASE } from './names.ts'
import { readersOf } from './readers.ts'
import { rightsIn } from './rights.ts'

const EMPTY = '00000000-0000-0000-0000-000000000000'

/**
 * Plans for each reader what was told: one row each, with the reason, also for those who are never told. The same
 * cause again plans nothing new.
 */
export const planTold: TimerHandler = async (act, told) => {
  const standings = new Map((told['readers'] ?? '').split(' ').filter(Boolean).map((pair) => pair.split(':') as [string, ItemStanding]))
  const ids = [...standings.keys()].toSorted()
  const spaceId = told['spaceId'] ?? EMPTY
  const [readers, rights] = await Promise.all([readersOf(act, ids), rightsIn(act, spaceId, ids)])
  const notBefore = Temporal.Instant.from(told['notBefore'] ?? act.now)
  const rows = ids.flatMap((personId) => {
    const reader = readers.get(personId)
    if (!reader) return []
    const common = { id: act.newId(), standing: standings.get(personId) ?? 'space', urgent: told['urgent'] === 'true' }
    const plan = planner(reader)({ ...common, conversation: told['conversationId'] ?? EMPTY, at: notBefore, quiet: rights.quiet, mutedUntil: null, maySee: rights.maySee.has(personId) }, act.now)
    return [{
      ...common, workspace_id: act.actor.workspaceId, person_id: personId, event_key: told['key'] ?? '', kind: told['kind'] ?? '', source: told['source'] ?? '',
      subject_id: told['subjectId'] ?? EMPTY, conversation_id: told['conversationId'] ?? EMPTY, space_id: spaceId, author_id: told['authorId'] || null,
      obliges: told['obliges'] === 'true', created_at: Temporal.Instant.from(told['toldAt'] ?? act.now), not_before: notBefore, plan: json(planToJson(plan)), deliver_at: plan.at,
      ...(plan.when === 'never' ? { state: 'withdrawn' as const, settled_at: act.now, settled_reason: plan.reason.code } : { state: 'waiting' as const, settled_at: null }),
      batch_id: null, snoozed_until: null, done_at: null,
    }]
  })
  if (rows.length === 0) return
  const added = await act.tx.insertInto('attention_item').values(rows).onConflict((row) => row.columns(['workspace_id', 'event_key', 'person_id']).doNothing())
    .returning(['person_id', 'deliver_at', 'state']).execute()
  await wake(act, added.flatMap(({ person_id, deliver_at, state }) => state === 'waiting' && deliver_at ? [{ personId: person_id, at: deliver_at }] : []))
}

/** Lets go for these readers at their moment, or earlier where something else is due before; in one order, so that nobody waits in a circle. */
async function wake(act: Act, readers: readonly { personId: string; at: Temporal.Instant }[]): Promise<void> {
  const timers = readers.toSorted((a, b) => a.personId < b.personId ? -1 : 1).map(({ personId, at }) => ({ kind: RELEASE, key: personId, at, payload: { personId } }))
  await setTimers(act.tx, { workspaceId: act.actor.workspaceId, now: act.now, timers, orEarlier: true })
}
