import { deletedNote } from '#domain/links/words.ts'
import { may } from '#domain/policy.ts'
import { inWords } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import type { EntryKind } from '#server/platform/db/tables/workspace.ts'
import { wordsOf } from '#server/platform/words.ts'
import { placeOf } from '#server/spaces/public.ts'
import { sql } from 'kysely'

/** What stands under a number, or stood there. `state` is how it stands, for what has a state. */
export type Target = { id: string; number: number; kind: EntryKind; title: string; tldr: string; spaceId: string; spaceName: string; authorName: string; at: Temporal.Instant; state: string | null; gone: string | null }

type Looking = Pick<Act, 'tx' | 'actor' | 'now'>
type Row = Omit<Target, 'gone' | 'spaceId' | 'spaceName' | 'authorName'> & { author_id: string; author_name: string; deleted_at: Temporal.Instant | null; space_id: string; space_name: string; visibility: 'open' | 'private'; archived_at: Temporal.Instant | null }

/**
 * Entries by number with the reader's eyes. What was deleted is there with `gone`, the sentence that says so, where they
 * could see it before; what they may not see is left out like what does not exist.
 */
export async function targetsOf(act: Looking, numbers: readonly number[]): Promise<Map<number, Target>> {
  if (numbers.length === 0) return new Map()
  const { workspaceId } = act.actor
  const { rows } = await sql<Row>`
    select e.id, e.number, e.kind, e.title, e.tldr, e.published_at as at, e.author_id, e.deleted_at, p.name as author_name, s.id as space_id, s.name as space_name, s.visibility, s.archived_at, ${stateOf(act)} as state
    from entry e join space s on s.workspace_id = e.workspace_id and s.id = e.space_id join person p on p.workspace_id = e.workspace_id and p.id = e.author_id
    left join thread t on t.workspace_id = e.workspace_id and t.entry_id = e.id left join thread_ask a on a.workspace_id = e.workspace_id and a.ask_id = e.id
    left join decision d on d.workspace_id = e.workspace_id and d.entry_id = e.id left join page g on g.workspace_id = e.workspace_id and g.entry_id = e.id
    where e.workspace_id = ${workspaceId} and e.number = any(${[...numbers]}::bigint[])`.execute(act.tx)
  return new Map(rows.flatMap((row) => {
    const entry = { workspaceId, authorId: row.author_id, deleted: row.deleted_at !== null, place: placeOf(workspaceId, { id: row.space_id, visibility: row.visibility, archived_at: row.archived_at }) }
    const gone = row.deleted_at !== null && may(act.actor, 'entry.missed', { entry }) ? inWords(deletedNote(row.number, row.deleted_at, { now: act.now, zone: act.actor.zone, words: wordsOf(act) }), wordsOf(act)) : null
    if (gone === null && !may(act.actor, 'entry.see', { entry })) return []
    return [[row.number, { id: row.id, number: row.number, kind: row.kind, title: row.title, tldr: row.tldr, spaceId: row.space_id, spaceName: row.space_name, authorName: row.author_name, at: row.at, state: row.state, gone }] as const]
  }))
}

/** Pages say whether they are true; decisions and asks where they stand; other threads whether something came out of them. */
const stateOf = ({ now }: Pick<Act, 'now'>) => sql`case
  when g.entry_id is not null then case when g.verified_at is null then null when g.expires_on is null or g.expires_on >= (${now}::timestamptz at time zone 'UTC')::date then 'verified' else 'stale' end
  else coalesce(d.state, a.state, case when t.resolved_at is not null then 'resolved' when t.entry_id is not null and e.kind in ('thread', 'ask') then 'open' end) end`
