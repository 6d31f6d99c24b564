import type { Act, ItemText } from '#server/platform/act.ts'
import type { ItemRow } from './item-queries.ts'

/**
 * What items say at this moment to the actor, who is their reader, by item. One question a kind; what is missing may not
 * be seen any more, or is gone.
 */
export async function describe(act: Act, rows: readonly Pick<ItemRow, 'id' | 'source' | 'subject_id'>[]): Promise<Map<string, ItemText>> {
  const texts = new Map<string, ItemText>()
  for (const [source, some] of Map.groupBy(rows, (row) => row.source)) {
    const known = await act.items.get(source)?.(act, [...new Set(some.map((row) => row.subject_id))])
    for (const row of some) {
      const text = known?.get(row.subject_id)
      if (text) texts.set(row.id, text)
    }
  }
  return texts
}
