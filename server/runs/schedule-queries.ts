import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { isSeen } from '#server/pages/public.ts'
import type { Looker } from './queries.ts'

/** Schedules with their page and where it stands, also those of deleted pages. Rights are the caller's to ask. */
export function selectSchedules({ tx, actor: { workspaceId } }: Looker) {
  return tx.selectFrom('run_schedule as c')
    .innerJoin('page as p', (join) => join.onRef('p.workspace_id', '=', 'c.workspace_id').onRef('p.entry_id', '=', 'c.page_id'))
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'c.workspace_id').onRef('e.id', '=', 'c.page_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .leftJoin('team_role as o', (join) => join.onRef('o.workspace_id', '=', 'c.workspace_id').onRef('o.id', '=', 'c.role_id'))
    .select(['c.id', 'c.page_id', 'c.title', 'c.rhythm', 'c.person_id', 'c.role_id', 'o.name as role_name', 'c.created_by', 'c.created_at', 'c.paused_at', 'c.ended_at', 'c.next_on', 'c.next_at', 'c.next_person_id'])
    .select(['e.number', 'e.title as page_title', 'e.author_id', 'e.deleted_at', 'p.owner_id', 's.id as space_id', 's.name as space_name', 's.visibility', 's.archived_at'])
    .where('c.workspace_id', '=', workspaceId)
}
export type ScheduleRow = Awaited<ReturnType<ReturnType<typeof selectSchedules>['executeTakeFirstOrThrow']>>

/** @throws {Refusal} `not_found` */
export async function scheduleFor(act: Looker, id: string): Promise<ScheduleRow> {
  const row = await selectSchedules(act).where('c.id', '=', id).executeTakeFirst()
  if (row && isSeen(act, row)) return row
  throw new Refusal('not_found', said`There is no such schedule that you can see.`, said`Open its page, and choose one of its schedules.`)
}

/** Turns of schedules with their page. Rights are the caller's to ask. */
export function selectTurns({ tx, actor: { workspaceId } }: Looker) {
  return tx.selectFrom('run_turn as u')
    .innerJoin('run_schedule as c', (join) => join.onRef('c.workspace_id', '=', 'u.workspace_id').onRef('c.id', '=', 'u.schedule_id'))
    .innerJoin('page as p', (join) => join.onRef('p.workspace_id', '=', 'c.workspace_id').onRef('p.entry_id', '=', 'c.page_id'))
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'c.workspace_id').onRef('e.id', '=', 'c.page_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .select(['u.id', 'u.schedule_id', 'u.date', 'u.due_at', 'u.person_id', 'u.state', 'u.told_again_at', 'u.run_id', 'u.reason', 'c.page_id', 'c.title', 'c.created_by'])
    .select(['e.number', 'e.title as page_title', 'e.author_id', 'e.deleted_at', 'p.owner_id', 's.id as space_id', 's.name as space_name', 's.visibility', 's.archived_at'])
    .where('u.workspace_id', '=', workspaceId)
}
export type TurnRow = Awaited<ReturnType<ReturnType<typeof selectTurns>['executeTakeFirstOrThrow']>>

/** @throws {Refusal} `not_found` */
export async function turnFor(act: Looker, id: string): Promise<TurnRow> {
  const row = await selectTurns(act).where('u.id', '=', id).executeTakeFirst()
  if (row && isSeen(act, row)) return row
  throw new Refusal('not_found', said`There is no such turn that you can see.`, said`Open its page, and choose one of its schedules.`)
}
