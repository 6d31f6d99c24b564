import type { suggestLinks, UnlinkedMention } from '#contract/links.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { plainMention, TITLE_MIN } from '#domain/links/plain-mention.ts'
import { entryByNumber } from '#server/entries/public.ts'
import type { EntryHead } from '#server/entries/public.ts'
import { visibleSpaces } from '#server/spaces/public.ts'
import { sql } from 'kysely'
import { keysOf } from './titles.ts'
import type { Viewer } from './titles.ts'

/** Most that are suggested, how many are looked at for them, and how much of each text. */
const SHOWN = 10
const LOOKED_AT = 40
const LOOKED_THROUGH = 20_000
/** The newest so many titles are looked for in one text. */
const TITLES_MAX = 5000

type Row = Omit<UnlinkedMention, 'written' | 'sentence' | 'replyId' | 'spaceName'> & { id: string; is_reply: boolean; space_name: string; text: string }

/** Names without a link, both ways, out of what the reader may see. */
export async function viewSuggestions(act: Viewer, { number }: InputOf<typeof suggestLinks>): Promise<OutputOf<typeof suggestLinks>> {
  const entry = await entryByNumber(act, number)
  const spaceIds = (await visibleSpaces(act)).map((space) => space.id)
  if (spaceIds.length === 0) return { elsewhere: [], here: [] }
  const [elsewhere, here] = await Promise.all([textsNaming(act, entry, spaceIds), namedIn(act, entry, spaceIds)])
  return { elsewhere, here }
}

/** Texts that say the title of an entry which is written to stay, and do not link to it. Index: entry_text_words. */
async function textsNaming(act: Viewer, { id, number, title }: EntryHead, spaceIds: readonly string[]): Promise<UnlinkedMention[]> {
  const keys = await keysOf(act, id)
  if (keys.length === 0 || title.trim().length < TITLE_MIN) return []
  const { rows } = await sql<Row>`
    select x.id, x.is_reply, e.number, e.kind, e.title, s.name as space_name, left(x.title || E'\n' || x.body, ${LOOKED_THROUGH}) as text
    from entry_text x join workspace w on w.id = x.workspace_id join entry e on e.workspace_id = x.workspace_id and e.id = x.entry_id join space s on s.workspace_id = e.workspace_id and s.id = e.space_id
    where x.workspace_id = ${act.actor.workspaceId} and not x.hidden and x.space_id = any(${[...spaceIds]}::uuid[]) and x.entry_id <> ${id}
      and x.words @@ phraseto_tsquery(w.search_language::regconfig, ${title})
      and not exists (select from text_link l where l.workspace_id = x.workspace_id and l.text_id = x.id and (l.to_number = ${number} or l.to_title = any(${keys}::text[])))
    order by x.at desc, x.id desc limit ${LOOKED_AT}`.execute(act.tx)
  return rows.flatMap((row) => saidIn(row, row.text, title)).slice(0, SHOWN)
}

/** Titles of other entries that the text of this one says, and does not link. */
async function namedIn(act: Viewer, { id }: EntryHead, spaceIds: readonly string[]): Promise<UnlinkedMention[]> {
  const { rows } = await sql<Row>`
    with own as (select left(x.title || E'\n' || x.body, ${LOOKED_THROUGH}) as text from entry_text x where x.workspace_id = ${act.actor.workspaceId} and x.id = ${id}),
    titled as (select distinct e.id, e.number, e.kind, e.title, e.space_id from entry_title t join entry e on e.workspace_id = t.workspace_id and e.id = t.entry_id
      where t.workspace_id = ${act.actor.workspaceId} and e.deleted_at is null and e.space_id = any(${[...spaceIds]}::uuid[]) and e.id <> ${id} and length(e.title) >= ${TITLE_MIN} order by e.number desc limit ${TITLES_MAX})
    select t.id, false as is_reply, t.number, t.kind, t.title, s.name as space_name, o.text
    from own o join titled t on position(lower(t.title) in lower(o.text)) > 0 join space s on s.workspace_id = ${act.actor.workspaceId} and s.id = t.space_id
    where not exists (select from text_link l where l.workspace_id = ${act.actor.workspaceId} and l.text_id = ${id}
      and (l.to_number = t.number or l.to_title in (select k.title_key from entry_title k where k.workspace_id = l.workspace_id and k.entry_id = t.id)))
    order by length(t.title) desc, t.number limit ${LOOKED_AT}`.execute(act.tx)
  return rows.flatMap((row) => saidIn(row, row.text, row.title)).slice(0, SHOWN)
}

function saidIn({ id, is_reply, number, kind, title, space_name }: Row, text: string, said: string): UnlinkedMention[] {
  const mention = plainMention(text, said)
  return mention === null ? [] : [{ number, kind, title, spaceName: space_name, replyId: is_reply ? id : null, ...mention }]
}
