import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** Hears keys pressed anywhere inside an element, without making a control of it. Keys already handled further inside are passed over. */
export function useKeysInside(place: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => void) {
  const latest = useRef(onKey)
  useEffect(() => { latest.current = onKey })
  useEffect(() => {
    const element = place.current
    const hear = (event: KeyboardEvent) => { if (!event.defaultPrevented) latest.current(event) }
    element?.addEventListener('keydown', hear)
    return () => element?.removeEventListener('keydown', hear)
  }, [place])
}
