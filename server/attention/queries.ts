import { localDate } from '#domain/time/local.ts'
import type { Instant } from '#server/platform/clock.ts'
import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'
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
  const lefts = sql<{ startedAt: string; leftAt: string; zone: string }[]>`coalesce((select jsonb_agg(jsonb_build_object('startedAt', l.started_at, 'leftAt', l.left_at, 'zone', p.zone)) from focus_left l
    join person p on p.workspace_id = l.workspace_id and p.id = l.person_id where l.workspace_id = focus_block.workspace_id and l.block_id = focus_block.id and l.left_at > ${since}), '[]')`.as('lefts')
  const rows = await act.tx.selectFrom('focus_block')
    .select(['id', 'person_id', 'kind', 'what', 'days', 'start_time', 'end_time', 'from_date', 'until_date', 'starts_at', 'ends_at']).select(lefts)
    .where('workspace_id', '=', workspaceId).where('person_id', 'in', [...personIds]).where('removed_at', 'is', null)
    .where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', since)])).orderBy('created_at').orderBy('id').execute()
  return rows.map((row) => ({ ...row, lefts: row.lefts.map(({ startedAt, leftAt, zone }) => leftOf(Temporal.Instant.from(startedAt), Temporal.Instant.from(leftAt), zone)) }))
}

const leftOf = (startedAt: Instant, leftAt: Instant, zone: string): BlockRow['lefts'][number] => ({ startedAt, leftAt, date: localDate(startedAt, zone) })

export type PersonRow = { id: string; name: string; zone: string; active: boolean; choices: Choices | null }

/** People with what they chose; null where they chose nothing. */
export async function peopleWithChoices(act: Looker, personIds: readonly string[]): Promise<PersonRow[]> {
  const rows = await act.tx.selectFrom('person as p')
    .leftJoin('attention_settings as s', (join) => join.onRef('s.workspace_id', '=', 'p.workspace_id').onRef('s.person_id', '=', 'p.id'))
    .select(['p.id', 'p.name', 'p.zone', 'p.state', 's.windows', 's.digest', 's.digest_at', 's.mail', 's.push'])
    .where('p.workspace_id', '=', act.actor.workspaceId).where('p.id', 'in', [...personIds]).execute()
  return rows.map(({ id, name, zone, state, windows, digest, digest_at: digestAt, mail, push }) => ({
    id, name, zone, active: state === 'active', choices: windows && digest && mail && push ? { windows, digest, digestAt, channels: { mail, push } } : null,
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
