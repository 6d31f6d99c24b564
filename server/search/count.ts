import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'
import { failpoint } from '#server/platform/failpoint.ts'

/** Texts whose words are counted in one transaction; what is left follows at once. */
const BATCH = 2000

/**
 * Counts the words of texts that came and went in a space. Words are locked in one order, so that nobody waits in a circle;
 * a word that stands nowhere any more is forgotten.
 */
export async function count(act: Act, { spaceId = '' }: Record<string, string>): Promise<void> {
  const { workspaceId } = act.actor
  const { rows } = await sql<{ taken: number; gone: string[] | null }>`
    with taken as (delete from search_change where workspace_id = ${workspaceId} and id in
      (select id from search_change where workspace_id = ${workspaceId} and space_id = ${spaceId}::uuid order by id limit ${BATCH} for update skip locked) returning words, size, by),
    counted as (select u.lexeme, sum(t.by) as texts from taken t cross join lateral unnest(t.words) u group by u.lexeme having sum(t.by) <> 0),
    words as (insert into search_word as w (workspace_id, space_id, lexeme, texts) select ${workspaceId}::uuid, ${spaceId}::uuid, lexeme, texts from counted order by lexeme collate "C"
      on conflict (workspace_id, lexeme, space_id) do update set texts = w.texts + excluded.texts returning lexeme, texts),
    space as (insert into search_space as s (workspace_id, space_id, texts, size) select ${workspaceId}::uuid, ${spaceId}::uuid, coalesce(sum(by), 0), coalesce(sum(size * by), 0) from taken
      on conflict (workspace_id, space_id) do update set texts = s.texts + excluded.texts, size = s.size + excluded.size)
    select (select count(*)::int from taken) as taken, (select array_agg(lexeme) from words where texts = 0) as gone`.execute(act.tx)
  await failpoint('search.after_count')
  const { taken = 0, gone } = rows[0] ?? {}
  if (gone) await sql`delete from search_word where workspace_id = ${workspaceId} and lexeme = any(${gone}::text[]) and space_id = ${spaceId}::uuid`.execute(act.tx)
  if (taken === BATCH) return act.timer({ kind: 'search.count', key: spaceId, at: act.now, payload: { spaceId } })
  await restUnlessMoreComes(act, spaceId)
}

/** How long whoever writes at this moment is given to finish. Unit: s. */
const AGAIN_S = 1

/**
 * A writer who finds the timer set leaves it as it is, and may commit only after this transaction looked. So the timer goes first,
 * which makes whoever writes from now on wait and set it anew; and it is set again where somebody else was in the middle of
 * a transaction that writes, which may be such a writer.
 */
async function restUnlessMoreComes(act: Act, spaceId: string): Promise<void> {
  await act.dropTimer('search.count', spaceId)
  const { rows } = await sql<{ more: boolean }>`select exists (select from search_change where workspace_id = ${act.actor.workspaceId} and space_id = ${spaceId}::uuid)
    or exists (select from pg_snapshot_xip(pg_current_snapshot())) as more`.execute(act.tx)
  if (rows[0]?.more) await act.timer({ kind: 'search.count', key: spaceId, at: act.now.add({ seconds: AGAIN_S }), payload: { spaceId } })
}
