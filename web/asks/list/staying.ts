import { useEffect, useMemo, useRef } from 'react'
import type { owe } from '#contract/asks.ts'
import type { OutputOf } from '#contract/operation.ts'

export type Groups = OutputOf<typeof owe>['groups']

/** Groups as they are shown, and the numbers of asks that are no longer on the list but stay in sight. */
export type Shown = { groups: Groups, left: ReadonlySet<number> }

/**
 * What was done, or was settled by somebody else, while the list is read keeps its place until the page is left: nothing
 * jumps, and one sees how it ended.
 * @param before as it was shown until now, @param fresh as the server has it
 */
export function stayPut(before: Groups, fresh: Groups): Shown {
  const listed = new Set(fresh.flatMap(({ asks }) => asks.map(({ number }) => number)))
  const left = new Set<number>()
  const groups = fresh.map((group) => {
    const asks = [...group.asks]
    const stood = before.find(({ name }) => name === group.name)?.asks ?? []
    for (const [place, ask] of stood.entries()) {
      if (listed.has(ask.number)) continue
      left.add(ask.number)
      asks.splice(Math.min(place, asks.length), 0, ask)
    }
    return { ...group, asks }
  })
  return { groups, left }
}

/** @param settled false while the list is being read again; a list out of an earlier visit leaves nothing behind */
export function useStaying(fresh: Groups | undefined, settled: boolean): Shown | undefined {
  const before = useRef<Groups>([])
  const shown = useMemo(() => (fresh ? stayPut(before.current, fresh) : undefined), [fresh])
  useEffect(() => { if (shown && settled) before.current = shown.groups }, [shown, settled])
  return shown
}
