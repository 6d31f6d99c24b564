import { lazy, Suspense, useSyncExternalStore } from 'react'

const PaletteDialog = lazy(async () => ({ default: (await import('./palette/PaletteDialog.tsx')).PaletteDialog }))

let open = false
let thingsAlone = false
/** Once opened it stays loaded, so that it can fade and open at once the next time. */
let wanted = false
let cameFrom: HTMLElement | null = null
const watchers = new Set<() => void>()

/** Opens or closes the command palette. @param things true for the quick way to a space, a person or something written */
export function setPaletteOpen(next: boolean, things = false) {
  if (next) thingsAlone = things
  if (next && !open) cameFrom = document.activeElement instanceof HTMLElement ? document.activeElement : null
  open = next
  wanted ||= next
  for (const watcher of watchers) watcher()
}

/** The palette's place in the page; its code comes when it is first opened. */
export function Palette() {
  const isOpen = useSyncExternalStore((watcher) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  }, () => open)
  return wanted ? <Suspense><PaletteDialog open={isOpen} thingsAlone={thingsAlone} onOpenChange={setPaletteOpen} cameFrom={() => cameFrom} /></Suspense> : null
}
