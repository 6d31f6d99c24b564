import { useSyncExternalStore } from 'react'

/** From here on there is room for an outline and a margin beside the text; the style sheet says the same. */
const WIDE = '(min-width: 1240px)'

/** Whether the text has room at its sides. */
export const useWide = (): boolean => useSyncExternalStore(watch, () => matchMedia(WIDE).matches)

function watch(changed: () => void): () => void {
  const query = matchMedia(WIDE)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
