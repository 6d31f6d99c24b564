import type { findTitles } from '#contract/links.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { titleKey } from '#domain/links/title-key.ts'
import { visibleSpaces } from '#server/spaces/public.ts'
import { sql } from 'kysely'
import type { Viewer } from './titles.ts'

/** What a list at the cursor shows. */
const SHOWN = 8

type Found = OutputOf<typeof findTitles>['items'][number]

/** Entries that double brackets can name, by the beginning of a title that they have now, or of a word in it; whole titles first. Index: entry_title_named. */
export async function viewTitles(act: Viewer, { begins, from }: InputOf<typeof findTitles>): Promise<OutputOf<typeof findTitles>> {
  const spaces = await visibleSpaces(act)
  if (spaces.length === 0) return { items: [] }
  const key = titleKey(begins)
  const { rows } = await sql<Found>`
    select e.number, e.kind, e.title, s.name as "spaceName"
    from entry_title t join entry e on e.workspace_id = t.workspace_id and e.id = t.entry_id join space s on s.workspace_id = e.workspace_id and s.id = e.space_id
    where t.workspace_id = ${act.actor.workspaceId} and e.deleted_at is null and e.space_id = any(${spaces.map(({ id }) => id)}::uuid[])
      and (starts_with(t.title_key, ${key}) or position(${` ${key}`} in t.title_key) > 0)
    order by starts_with(t.title_key, ${key}) desc, e.space_id = ${from ?? null}::uuid desc nulls last, e.updated_at desc, e.number desc limit ${LOOKED_AT}`.execute(act.tx)
  const now = rows.filter(({ title }) => isNow(titleKey(title), key))
  return { items: [...new Map(now.map((found) => [found.number, found])).values()].slice(0, SHOWN) }
}

/** Titles that an entry once had are passed over; a few of them may stand before others. */
const LOOKED_AT = 40
const isNow = (title: string, key: string): boolean => title.startsWith(key) || title.includes(` ${key}`)
