import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { z } from 'zod'

/** Where a page ended: the moment and the id of its last row, which together order a list without ties. */
export type Keyset = { at: Temporal.Instant; id: string }

const Place = z.tuple([z.string(), z.uuid()])

/** Opaque to callers; stays right when rows are added or deleted meanwhile. */
export const writeCursor = ({ at, id }: Keyset): string => Buffer.from(JSON.stringify([at.toString(), id])).toString('base64url')

/**
 * Reads what `writeCursor` wrote.
 * @throws {Refusal} `bad_input` for anything else
 */
export function readCursor(cursor: string): Keyset {
  try {
    const [at, id] = Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { at: Temporal.Instant.from(at), id }
  } catch {
    throw new Refusal('bad_input', said`This cursor was not made by Longhand.`, said`Take it from \`next\` of the page before, or leave it out to begin again.`)
  }
}

/** Cuts one page from rows that were asked for with one more than `limit`. */
export function pageOf<Row, Item>(rows: readonly Row[], limit: number, { keyset, item }: { keyset: (row: Row) => Keyset; item: (row: Row) => Item }): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(item), next: rows.length > limit && last !== undefined ? writeCursor(keyset(last)) : null }
}
