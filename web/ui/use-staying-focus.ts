import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/**
 * What was pressed goes away once it is done; focus then stays with the item, so that `j` goes on from here.
 * @param settled what is said in place once something is done; undefined before
 * @returns where in the item the place is kept
 */
export function useStayingFocus(settled: string | undefined): RefObject<HTMLSpanElement | null> {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (settled !== undefined && document.activeElement === document.body) place.current?.closest<HTMLElement>('[data-item]')?.focus({ preventScroll: true })
  }, [settled])
  return place
}
