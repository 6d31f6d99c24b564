import type { readLanguage, setLanguage } from '#contract/searches.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { allow, may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { LANGUAGES } from '#domain/search/languages.ts'
import type { Act, TimerHandler } from '#server/platform/act.ts'
import { sql } from 'kysely'
import { languageOf } from './lexemes.ts'

const RELANGUAGE = 'search.relanguage'
/** Texts that are read again in one transaction. */
const BATCH = 200

/** How words are cut and stemmed here, and how many texts still wait for that. */
export async function viewLanguage(act: Act): Promise<OutputOf<typeof readLanguage>> {
  const waiting = await act.tx.selectFrom('timer').select('payload').where('workspace_id', '=', act.actor.workspaceId).where('kind', '=', RELANGUAGE).executeTakeFirst()
  const left = waiting === undefined ? 0 : await textsAfter(act, waiting.payload['after'])
  return { language: await languageOf(act), languages: [...LANGUAGES], left: may(act.actor, 'workspace.manage') ? left : 0, can: may(act.actor, 'workspace.manage') ? ['change'] : [] }
}

async function textsAfter({ tx, actor }: Act, after: string | undefined): Promise<number> {
  let query = tx.selectFrom('entry_text').select((is) => is.fn.countAll<number>().as('left')).where('workspace_id', '=', actor.workspaceId)
  if (after !== undefined) query = query.where('id', '>', after)
  return Number((await query.executeTakeFirstOrThrow()).left)
}

/** Takes another language. Texts are read again a batch at a time; until then old ones are found by their words as they were cut. */
export async function takeLanguage(act: Act, { language }: InputOf<typeof setLanguage>): Promise<OutputOf<typeof readLanguage>> {
  allow(act.actor, 'workspace.manage')
  if (!LANGUAGES.some((known) => known === language)) throw new Refusal('bad_input', said`There is no language called “${language}” here.`, said`Choose one of ${LANGUAGES.join(', ')}.`)
  if (language !== await languageOf(act)) {
    await act.tx.updateTable('workspace').set({ search_language: language }).where('id', '=', act.actor.workspaceId).execute()
    await act.timer({ kind: RELANGUAGE, key: 'all', at: act.now })
  }
  return viewLanguage(act)
}

/** Cuts and stems the words of texts anew, by id, and lets them be counted again. */
const again: TimerHandler = async (act, { after }) => {
  const { workspaceId } = act.actor
  const { rows } = await sql<{ id: string; space_id: string }>`
    with old as (select x.id, x.space_id, x.words, x.size from entry_text x where x.workspace_id = ${workspaceId} ${after === undefined ? sql`` : sql`and x.id > ${after}::uuid`} order by x.id limit ${BATCH} for update),
    fresh as (update entry_text x set words = v.words, size = v.size from workspace w, old o cross join lateral (select t.title, t.body, t.names from entry_text t where t.workspace_id = ${workspaceId} and t.id = o.id) t
      cross join lateral (select setweight(to_tsvector((select search_language from workspace where id = ${workspaceId})::regconfig, t.title), 'A') || to_tsvector((select search_language from workspace where id = ${workspaceId})::regconfig, t.body)
        || to_tsvector((select search_language from workspace where id = ${workspaceId})::regconfig, t.names) as words) u
      cross join lateral (select u.words, (select coalesce(sum(cardinality(n.positions)), 0)::bigint from unnest(u.words) n) as size) v
      where w.id = ${workspaceId} and x.workspace_id = ${workspaceId} and x.id = o.id returning x.id, x.space_id, x.words, x.size),
    gone as (insert into search_change (workspace_id, id, space_id, words, size, by) select ${workspaceId}::uuid, gen_random_uuid(), space_id, words, size, -1 from old),
    come as (insert into search_change (workspace_id, id, space_id, words, size, by) select ${workspaceId}::uuid, gen_random_uuid(), space_id, words, size, 1 from fresh)
    select id, space_id from old order by id`.execute(act.tx)
  for (const spaceId of new Set(rows.map((row) => row.space_id))) await act.timer({ kind: 'search.count', key: spaceId, at: act.now, payload: { spaceId }, unlessSet: true })
  const last = rows.at(-1)
  if (last && rows.length === BATCH) await act.timer({ kind: RELANGUAGE, key: 'all', at: act.now, payload: { after: last.id } })
}
export const languageTimers = { [RELANGUAGE]: again }
