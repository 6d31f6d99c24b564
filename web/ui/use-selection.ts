import { useEffect, useRef, useState } from 'react'

/**
 * What is selected now, looked at again with every change and every scroll, so that buttons can stand beside it.
 * @param look reads it from the document; undefined where nothing is selected
 * @returns `take` leaves the selection and hands over what it was
 */
export function useSelection<T>(look: () => T | undefined): { selected: T | undefined, take: (does: (selected: T) => void) => void } {
  const [selected, setSelected] = useState<T>()
  const latest = useRef(look)
  latest.current = look
  useEffect(() => {
    const again = () => setSelected(latest.current())
    document.addEventListener('selectionchange', again)
    addEventListener('scroll', again, { passive: true })
    return () => {
      document.removeEventListener('selectionchange', again)
      removeEventListener('scroll', again)
    }
  }, [])
  return {
    selected,
    take: (does) => {
      if (selected === undefined) return
      setSelected(undefined)
      getSelection()?.removeAllRanges()
      does(selected)
    },
  }
}

/** For `onPointerDown` of what stands beside a selection: pressing it does not take the selection away. */
export const keepSelection = (event: { preventDefault: () => void }): void => event.preventDefault()
