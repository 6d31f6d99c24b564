import { summaryOf } from '#domain/pages/summary.ts'
import { namesOf } from '#server/people/public.ts'
import type { ItemSource } from '#server/platform/act.ts'
import { MENTION } from './names.ts'
import { isSeen, selectWholePages } from './queries.ts'

/** A page that names the reader: its first words, and the lines around the name are one step away. */
const mentions: ItemSource = async (act, ids) => {
  const rows = (await selectWholePages(act).where('p.entry_id', 'in', [...ids]).execute()).filter((row) => isSeen(act, row))
  const names = await namesOf(act, rows.map((row) => row.edited_by))
  return new Map(rows.map((row) => [row.entry_id, {
    title: row.title, text: summaryOf(row.text), byName: names.get(row.edited_by)?.name ?? '', spaceName: row.space_name, number: row.number, replyId: null, replyTo: { kind: 'thread', id: row.entry_id },
  }]))
}

/** How items of this room read, with the eyes of who is told. */
export const pageItems = { [MENTION]: mentions } satisfies Record<string, ItemSource>
