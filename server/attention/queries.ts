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

const since = (now: Instant): Instant => now.subtract({ hours: BEHIND_H })

function selectBlocks({ tx, actor: { workspaceId }, now }: Looker) {
  const lefts = sql<LeftJson[]>`coalesce((select jsonb_agg(jsonb_build_object('startedAt', l.started_at, 'leftAt', l.left_at, 'zone', z.zone)) from focus_left l
    join person z on z.workspace_id = l.workspace_id and z.id = l.person_id where l.workspace_id = b.workspace_id and l.block_id = b.id and l.left_at > ${since(now)}), '[]')`.as('lefts')
  return tx.selectFrom('focus_block as b')
    .select(['b.id', 'b.person_id', 'b.kind', 'b.what', 'b.days', 'b.start_time', 'b.end_time', 'b.from_date', 'b.until_date', 'b.starts_at', 'b.ends_at']).select(lefts)
    .where('b.workspace_id', '=', workspaceId).where('b.removed_at', 'is', null)
    .where((is) => is.or([is('b.ends_at', 'is', null), is('b.ends_at', '>', since(now))])).orderBy('b.created_at').orderBy('b.id')
}
type LeftJson = { startedAt: string; leftAt: string; zone: string }

/** Blocks that stand, of these people. Index: focus_block_of_person. */
export async function standingBlocks(act: Looker, personIds: readonly string[]): Promise<BlockRow[]> {
  const rows = await selectBlocks(act).where('b.person_id', 'in', [...personIds]).execute()
  return rows.map((row) => ({ ...row, lefts: row.lefts.map(leftFrom) }))
}

const leftFrom = ({ startedAt, leftAt, zone }: LeftJson) => leftOf(Temporal.Instant.from(startedAt), Temporal.Instant.from(leftAt), zone)

const leftOf = (startedAt: Instant, leftAt: Instant, zone: string): BlockRow['lefts'][number] => ({ startedAt, leftAt, date: localDate(startedAt, zone) })

export type PersonRow = { id: string; name: string; zone: string; locale: string; active: boolean; choices: Choices | null; blocks: BlockRow[] }
type BlockJson = Omit<BlockRow, 'starts_at' | 'ends_at' | 'lefts'> & { starts_at: string | null; ends_at: string | null; lefts: LeftJson[] }

/** People with what they chose, null where they chose nothing, and their blocks that stand: one statement, since who plans needs all of it. */
export async function peopleToPlan(act: Looker, personIds: readonly string[]): Promise<PersonRow[]> {
  const blocks = sql<BlockJson[] | null>`(select jsonb_agg(to_jsonb(own)) from (${selectBlocks(act).where('b.person_id', '=', sql.ref<string>('p.id'))}) own)`.as('blocks')
  const rows = await act.tx.selectFrom('person as p')
    .leftJoin('attention_settings as s', (join) => join.onRef('s.workspace_id', '=', 'p.workspace_id').onRef('s.person_id', '=', 'p.id'))
    .select(['p.id', 'p.name', 'p.zone', 'p.locale', 'p.state', 's.windows', 's.digest', 's.digest_at', 's.mail', 's.push']).select(blocks)
    .where('p.workspace_id', '=', act.actor.workspaceId).where('p.id', 'in', [...personIds]).execute()
  return rows.map(({ id, name, zone, locale, state, windows, digest, digest_at: digestAt, mail, push, blocks: own }) => ({
    id, name, zone, locale, active: state === 'active', choices: windows && digest && mail && push ? { windows, digest, digestAt, channels: { mail, push } } : null,
    blocks: (own ?? []).map((block) => ({ ...block, starts_at: momentFrom(block.starts_at), ends_at: momentFrom(block.ends_at), lefts: block.lefts.map(leftFrom) })),
  }))
}

const momentFrom = (text: string | null): Instant | null => text === null ? null : Temporal.Instant.from(text)

/** How many things wait for the actor, and when the first of them leaves. Index: attention_item_waiting. */
export async function waitingFor(act: Looker): Promise<{ count: number; nextAt: Instant | null }> {
  const row = await act.tx.selectFrom('attention_item').select((of) => [of.fn.countAll<number>().as('count'), of.fn.min('deliver_at').as('next')])
    .where('workspace_id', '=', act.actor.workspaceId).where('person_id', '=', act.actor.personId).where('state', '=', 'waiting').executeTakeFirstOrThrow()
  return { count: Number(row.count), nextAt: row.next }
}

/** The times of a block of the actor for which it was said what got done. */
export function doneNotes(act: Looker, blockId: string) {
  return act.tx.selectFrom('focus_done').select(['started_at', 'got_done']).where('workspace_id', '=', act.actor.workspaceId)
    .where('person_id', '=', act.actor.personId).where('block_id', '=', blockId).execute()
}
