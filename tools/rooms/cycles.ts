/** Who points to whom. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>

export function graphOf(edges: Iterable<readonly [string, string]>): Graph {
  const graph = new Map<string, Set<string>>()
  for (const [from, to] of edges) {
    const targets = graph.get(from) ?? new Set()
    graph.set(from, targets.add(to))
  }
  return graph
}

/**
 * One cycle for each way back that a walk through the graph meets, written from its first name;
 * empty when there is none.
 */
export function cyclesIn(graph: Graph): string[][] {
  const done = new Set<string>()
  const cycles: string[][] = []
  const walk = (name: string, path: string[]) => {
    const back = path.indexOf(name)
    if (back >= 0) cycles.push([...path.slice(back), name])
    if (back >= 0 || done.has(name)) return
    for (const next of graph.get(name) ?? []) walk(next, [...path, name])
    done.add(name)
  }
  for (const name of graph.keys()) walk(name, [])
  return cycles
}
