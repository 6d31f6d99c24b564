import { may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { isSeen, rightsOf } from '#server/pages/public.ts'
import type { Act } from '#server/platform/act.ts'

export type Looker = Pick<Act, 'tx' | 'actor'>
export type Reading = Pick<Act, 'tx' | 'actor' | 'now'>

/** Runs with their page, where it stands, and how far they are. Rights are the caller's to ask. */
export function selectRuns({ tx, actor: { workspaceId } }: Looker) {
  return tx.selectFrom('run as r')
    .innerJoin('page as p', (join) => join.onRef('p.workspace_id', '=', 'r.workspace_id').onRef('p.entry_id', '=', 'r.page_id'))
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'r.workspace_id').onRef('e.id', '=', 'r.page_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .leftJoin('run_turn as u', (join) => join.onRef('u.workspace_id', '=', 'r.workspace_id').onRef('u.run_id', '=', 'r.id'))
    .select(['r.id', 'r.page_id', 'r.version', 'r.title', 'r.why', 'r.state', 'r.started_at', 'r.started_by', 'r.holder_id', 'r.ended_at', 'r.ended_by', 'r.outcome', 'r.fed_at', 'u.date as due_on', 'p.version as page_version'])
    .select(['e.number', 'e.title as page_title', 'e.author_id', 'e.deleted_at', 'p.owner_id', 's.id as space_id', 's.name as space_name', 's.visibility', 's.archived_at'])
    .select((is) => [
      is.selectFrom('run_step as t').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('t.workspace_id', '=', 'r.workspace_id').whereRef('t.run_id', '=', 'r.id').as('steps'),
      is.selectFrom('run_step as t').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('t.workspace_id', '=', 'r.workspace_id').whereRef('t.run_id', '=', 'r.id').where('t.state', '=', 'done').as('done'),
      is.selectFrom('run_step as t').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('t.workspace_id', '=', 'r.workspace_id').whereRef('t.run_id', '=', 'r.id').where('t.state', '=', 'skipped').as('skipped'),
      is.selectFrom('run_note as n').select(({ fn }) => fn.count<number>('n.step').distinct().as('n')).whereRef('n.workspace_id', '=', 'r.workspace_id').whereRef('n.run_id', '=', 'r.id').where('n.different', '=', true).as('different'),
    ])
    .where('r.workspace_id', '=', workspaceId).where('e.deleted_at', 'is', null)
}
export type RunRow = Awaited<ReturnType<ReturnType<typeof selectRuns>['executeTakeFirstOrThrow']>>

const nothing = (): Refusal => new Refusal('not_found', said`There is no such run that you can see.`, said`Open its page, and choose one of its runs.`)

/** A run whose page the actor may see. @throws {Refusal} `not_found` */
export async function runFor(act: Looker, id: string): Promise<RunRow> {
  const row = await selectRuns(act).where('r.id', '=', id).executeTakeFirst()
  if (row && isSeen(act, row)) return row
  throw nothing()
}

export const mayRun = (act: Looker, row: Parameters<typeof rightsOf>[1]): boolean => may(act.actor, 'page.write', { entry: rightsOf(act, row) })

/** @throws {Refusal} `not_allowed` where the page is seen and nothing may be written there */
export function checkMayRun(act: Looker, row: Parameters<typeof rightsOf>[1]): void {
  if (!mayRun(act, row)) throw new Refusal('not_allowed', said`You may not run this page: its space is archived.`, said`Ask somebody who manages the space to open it again.`)
}

/**
 * A run kept from others until the transaction ends, for a change by whoever may write on its page.
 * @throws {Refusal} `not_found`, `not_allowed`, and `conflict` where it has ended
 */
export async function lockRun(act: Act, id: string): Promise<RunRow> {
  checkMayRun(act, await runFor(act, id))
  await act.tx.selectFrom('run').select('id').where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).forUpdate().executeTakeFirst()
  const row = await runFor(act, id)
  if (row.state === 'running') return row
  throw new Refusal('conflict', row.state === 'finished' ? said`This run was finished already.` : said`This run was abandoned already.`, said`Start another run of its page.`)
}

export function stepsOfRun({ tx, actor: { workspaceId } }: Looker, runId: string) {
  return tx.selectFrom('run_step').select(['step', 'depth', 'title', 'body', 'asks', 'state', 'by_id', 'at', 'reason', 'ask_id', 'ask_ticks']).where('workspace_id', '=', workspaceId).where('run_id', '=', runId).orderBy('step').execute()
}
export type StepRow = Awaited<ReturnType<typeof stepsOfRun>>[number]

export function notesOfRun({ tx, actor: { workspaceId } }: Looker, runId: string) {
  return tx.selectFrom('run_note').select(['id', 'step', 'by_id', 'at', 'text', 'different']).where('workspace_id', '=', workspaceId).where('run_id', '=', runId).orderBy('at').orderBy('id').execute()
}
export type NoteRow = Awaited<ReturnType<typeof notesOfRun>>[number]

/** Everybody who did something in these runs, by run. */
export async function peopleOfRuns({ tx, actor: { workspaceId } }: Looker, rows: readonly Pick<RunRow, 'id' | 'started_by' | 'holder_id'>[]): Promise<Map<string, Set<string>>> {
  const people = new Map(rows.map((row) => [row.id, new Set([row.started_by, row.holder_id])]))
  if (rows.length === 0) return people
  const ids = [...people.keys()]
  const steps = await tx.selectFrom('run_step').select(['run_id', 'by_id']).distinct().where('workspace_id', '=', workspaceId).where('run_id', 'in', ids).where('by_id', 'is not', null).execute()
  const notes = await tx.selectFrom('run_note').select(['run_id', 'by_id']).distinct().where('workspace_id', '=', workspaceId).where('run_id', 'in', ids).execute()
  for (const { run_id, by_id } of [...steps, ...notes]) if (by_id !== null) people.get(run_id)?.add(by_id)
  return people
}
