import type { Backlinks, linksTo, linksToPerson } from '#contract/links.ts'
import type { InputOf } from '#contract/operation.ts'
import { backlinksSentence } from '#domain/links/words.ts'
import { entryByNumber } from '#server/entries/public.ts'
import { personFor } from '#server/people/public.ts'
import { wordsOf } from '#server/platform/words.ts'
import { visibleSpaces } from '#server/spaces/public.ts'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { keysOf, meant, titledBy } from './titles.ts'
import type { Viewer } from './titles.ts'

/** Most that are shown, the newest first, and how many are looked at for them. */
const SHOWN = 100
const LOOKED_AT = 1000

type Item = Backlinks['items'][number]
type Row = {
  text_id: string; is_reply: boolean; at: Temporal.Instant; author_name: string; entry_id: string; number: number; kind: Item['kind']; title: string; space_id: string; space_name: string
  how: Item['how']; sentence: string; to_title: string | null
}

/** What links to an entry: by its number, its address, a title that it has or had, or because it was made from it. */
export async function viewBacklinks(act: Viewer, { number }: InputOf<typeof linksTo>): Promise<Backlinks> {
  const { id } = await entryByNumber(act, number)
  const [spaces, keys] = await Promise.all([visibleSpaces(act), keysOf(act, id)])
  const spaceIds = spaces.map((space) => space.id)
  const [named, made, titled] = await Promise.all([
    pointing(act, spaceIds, sql`(l.to_number = ${number} or l.to_title = any(${keys}::text[])) and l.from_id <> ${id}`), madeFrom(act, spaceIds, id), titledBy(act, keys, spaceIds),
  ])
  return view(act, named.filter((row) => row.to_title === null || meant(titled.get(row.to_title) ?? [], row.space_id)?.id === id), made, named.length >= LOOKED_AT)
}

/** Where somebody is called by name. */
export async function viewPersonLinks(act: Viewer, { id }: InputOf<typeof linksToPerson>): Promise<Backlinks> {
  await personFor(act, id)
  const rows = await pointing(act, (await visibleSpaces(act)).map((space) => space.id), sql`l.to_person = ${id}`)
  return view(act, rows, [], rows.length >= LOOKED_AT)
}

/** A text that names it in two ways stands once; what was made from it stands once more only where no text of it says so. */
function view(act: Viewer, named: readonly Row[], made: readonly Row[], more: boolean): Backlinks {
  const texts = [...new Map(named.toReversed().map((row) => [row.text_id, row])).values()]
  const said = new Set(texts.map((row) => row.entry_id))
  const all = [...texts, ...made.filter((row) => !said.has(row.entry_id))].toSorted((a, b) => b.at.epochMilliseconds - a.at.epochMilliseconds || b.number - a.number)
  return { items: all.slice(0, SHOWN).map(viewRow), total: all.length, more, sentence: backlinksSentence(all.length, wordsOf(act)) }
}

const viewRow = (row: Row): Item => ({
  number: row.number, kind: row.kind, title: row.title, spaceId: row.space_id, spaceName: row.space_name, replyId: row.is_reply ? row.text_id : null, authorName: row.author_name, at: row.at.toString(), how: row.how, sentence: row.sentence,
})

/** Texts with a link like this in what stands in these spaces. Indexes: text_link_to_number, text_link_to_title, text_link_to_person. */
async function pointing({ tx, actor: { workspaceId } }: Viewer, spaceIds: readonly string[], which: RawBuilder<unknown>): Promise<Row[]> {
  if (spaceIds.length === 0) return []
  const { rows } = await sql<Row>`
    select l.text_id, x.is_reply, x.at, p.name as author_name, e.id as entry_id, e.number, e.kind, e.title, e.space_id, s.name as space_name, 'mentions' as how, l.sentence, l.to_title
    from text_link l join entry_text x on x.workspace_id = l.workspace_id and x.id = l.text_id
    join entry e on e.workspace_id = l.workspace_id and e.id = l.from_id join space s on s.workspace_id = e.workspace_id and s.id = e.space_id
    join person p on p.workspace_id = x.workspace_id and p.id = x.author_id
    where l.workspace_id = ${workspaceId} and ${which} and e.deleted_at is null and e.space_id = any(${[...spaceIds]}::uuid[])
    order by x.at desc, x.id desc, l.place limit ${LOOKED_AT}`.execute(tx)
  return rows
}

/** Entries that this one was split off, made or asked from. Index: entry_link_to. */
async function madeFrom({ tx, actor: { workspaceId } }: Viewer, spaceIds: readonly string[], id: string): Promise<Row[]> {
  if (spaceIds.length === 0) return []
  const { rows } = await sql<Row>`
    select k.subject_id as text_id, k.subject_id <> k.from_id as is_reply, k.at, p.name as author_name, e.id as entry_id, e.number, e.kind, e.title, e.space_id, s.name as space_name, k.how, '' as sentence, null as to_title
    from entry_link k join entry e on e.workspace_id = k.workspace_id and e.id = k.from_id join space s on s.workspace_id = e.workspace_id and s.id = e.space_id
    join person p on p.workspace_id = e.workspace_id and p.id = e.author_id
    where k.workspace_id = ${workspaceId} and k.to_id = ${id} and e.deleted_at is null and e.space_id = any(${[...spaceIds]}::uuid[])
    order by k.at desc, e.number desc limit ${SHOWN}`.execute(tx)
  return rows
}

/** How many texts that the reader may see point at each of these entries by number, for ranking what to read first. */
export async function linkCounts({ tx, actor: { workspaceId } }: Viewer, numbers: readonly number[], spaceIds: readonly string[]): Promise<Map<number, number>> {
  if (numbers.length === 0 || spaceIds.length === 0) return new Map()
  const { rows } = await sql<{ number: number; texts: number }>`
    select l.to_number as number, count(distinct l.from_id)::int as texts from text_link l join entry e on e.workspace_id = l.workspace_id and e.id = l.from_id
    where l.workspace_id = ${workspaceId} and l.to_number = any(${[...numbers]}::bigint[]) and e.deleted_at is null and e.space_id = any(${[...spaceIds]}::uuid[]) and e.number <> l.to_number
    group by l.to_number`.execute(tx)
  return new Map(rows.map((row) => [Number(row.number), row.texts]))
}
