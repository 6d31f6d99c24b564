/**
 * What one act has read already, so that its rules may ask for the same people as often as they like. It lives as long as
 * the act, one request or timer, and is forgotten as soon as anything happens in it.
 */
export type Kept = {
  /** What belongs to these ids under one name: loads those that were not asked for yet, together. Ids of nothing are left out. */
  of<V>(what: string, ids: readonly string[], load: Load<V>): Promise<Map<string, V>>
  forget(): void
}
type Load<V> = (ids: readonly string[]) => Promise<ReadonlyMap<string, V>>
type Shelf = Map<string, Promise<ReadonlyMap<string, unknown>>>

export function newKept(): Kept {
  const shelves = new Map<string, Shelf>()
  const shelfOf = (what: string): Shelf => {
    const shelf = shelves.get(what) ?? new Map()
    shelves.set(what, shelf)
    return shelf
  }
  return {
    async of<V>(what: string, ids: readonly string[], load: Load<V>) {
      const shelf = shelfOf(what)
      const missing = ids.filter((id) => !shelf.has(id))
      if (missing.length > 0) {
        const loading = load(missing)
        for (const id of missing) shelf.set(id, loading)
      }
      const loads = new Set(ids.map((id) => shelf.get(id)))
      const found = new Map((await Promise.all(loads)).flatMap((some) => [...some as ReadonlyMap<string, V>]))
      return new Map(ids.flatMap((id) => found.has(id) ? [[id, found.get(id) as V] as const] : []))
    },
    forget: () => shelves.clear(),
  }
}

/** The same where there may be no act around, as in scripts and pure tests: then nothing is kept. */
export async function kept<V>(act: { kept?: Kept }, what: string, ids: readonly string[], load: Load<V>): Promise<Map<string, V>> {
  return act.kept ? act.kept.of(what, ids, load) : new Map(await load(ids))
}
