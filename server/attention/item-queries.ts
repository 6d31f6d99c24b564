import type { Act } from '#server/platform/act.ts'

type Looker = Pick<Act, 'tx' | 'actor'>

/** What one person was or will be told. Every list of it names the person. */
export function itemRows(act: Looker, personId: string) {
  return act.tx.selectFrom('attention_item as i')
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'i.workspace_id').onRef('s.id', '=', 'i.space_id'))
    .select(['i.id', 'i.person_id', 'i.kind', 'i.source', 'i.subject_id', 'i.conversation_id', 'i.space_id', 'i.standing', 'i.urgent', 'i.obliges', 'i.created_at',
      'i.not_before', 'i.plan', 'i.deliver_at', 'i.state', 'i.settled_at', 'i.settled_reason', 'i.snoozed_until', 'i.done_at', 's.noise'])
    .where('i.workspace_id', '=', act.actor.workspaceId).where('i.person_id', '=', personId)
}
export type ItemRow = Awaited<ReturnType<ReturnType<typeof itemRows>['executeTakeFirstOrThrow']>>
