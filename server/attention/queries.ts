import { localDate } from '#domain/time/local.ts'
import type { Instant } from '#server/platform/clock.ts'
import type { Act } from '#server/platform/act.ts'
import type { Choices } from './readers.ts'

type Looker = Pick<Act, 'tx' | 'actor' | 'now'>

/** How far back a block that was started by hand, or left early, still matters. Unit: hours. */
const BEHIND_H = 240

export type BlockRow = {
  id: string; person_id: string; kind: 'recurring' | 'once'; what: string; days: number[]; start_time: string | null; end_time: string | null
  from_date: string | null; until_date: string | null; starts_at: Instant | null; ends_at: Instant | null
  /** Days on which it was left early; `date` is the local date on which it began. */
  lefts: { startedAt: Instant; leftAt: Instant; date: string }[]
}

/** Blocks that stand, of these people. Index: focus_block_of_person. */
export async function standingBlocks(act: Looker, personIds: readonly string[]): Promise<BlockRow[]> {
  const { workspaceId } = act.actor
  const since = act.now.subtract({ hours: BEHIND_H })
  const [rows, lefts] = await Promise.all([
    act.tx.selectFrom('focus_block')
      .select(['id', 'person_id', 'kind', 'what', 'days', 'start_time', 'end_time', 'from_date', 'until_date', 'starts_at', 'ends_at'])
      .where('workspace_id', '=', workspaceId).where('person_id', 'in', [...personIds]).where('removed_at', 'is', null)
      .where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', since)])).orderBy('created_at').orderBy('id').execute(),
    act.tx.selectFrom('focus_left as l').innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'l.workspace_id').onRef('p.id', '=', 'l.person_id'))
      .select(['l.block_id', 'l.started_at', 'l.left_at', 'p.zone']).where('l.workspace_id', '=', workspaceId)
      .where('l.person_id', 'in', [...personIds]).where('l.left_at', '>', since).execute(),
  ])
  const byBlock = Map.groupBy(lefts, (left) => left.block_id)
  return rows.map((row) => ({
    ...row, lefts: (byBlock.get(row.id) ?? []).map((left) => ({ startedAt: left.started_at, leftAt: left.left_at, date: localDate(left.started_at, left.zone) })),
  }))
}

/** What people chose, where they chose. */
export async function settingRows(act: Looker, personIds: readonly string[]): Promise<{ personId: string; choices: Choices }[]> {
  const rows = await act.tx.selectFrom('attention_settings').select(['person_id', 'windows', 'digest', 'digest_at', 'mail', 'push'])
    .where('workspace_id', '=', act.actor.workspaceId).where('person_id', 'in', [...personIds]).execute()
  return rows.map((row) => ({
    personId: row.person_id,
    choices: { windows: row.windows, digest: row.digest, digestAt: row.digest_at, channels: { mail: row.mail, push: row.push } },
  }))
}

/** How many things wait for the actor. Index: attention_item_waiting. */
export async function waitingCount(act: Looker): Promise<number> {
  const row = await act.tx.selectFrom('attention_item').select((of) => of.fn.countAll<number>().as('waiting'))
    .where('workspace_id', '=', act.actor.workspaceId).where('person_id', '=', act.actor.personId).where('state', '=', 'waiting').executeTakeFirstOrThrow()
  return Number(row.waiting)
}

/** The times of a block of the actor for which it was said what got done. */
export function doneNotes(act: Looker, blockId: string) {
  return act.tx.selectFrom('focus_done').select(['started_at', 'got_done']).where('workspace_id', '=', act.actor.workspaceId)
    .where('person_id', '=', act.actor.personId).where('block_id', '=', blockId).execute()
}
