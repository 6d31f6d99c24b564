import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { announce } from './Announcer.tsx'
import { nameAddress } from './tab-title.ts'
import { t } from '../ui/words.ts'

/** How long a page may take to bring its title before focus stays on the main part. Unit: ms. */
const PATIENCE = 10_000

/**
 * Arriving on another page: its title stands in the tab and is read out, and focus goes to its `h1`, so that
 * keyboard and screen reader go on from there. The first page keeps the browser's own start.
 */
export function useArrival() {
  const router = useRouter()
  useEffect(() => {
    const entitle = () => {
      const title = router.state.matches.findLast((match) => match.staticData.title)?.staticData.title
      nameAddress(title)
      return title
    }
    let stopWaiting = () => {}
    entitle()
    const leave = router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
      const title = entitle()
      if (!fromLocation || fromLocation.pathname === toLocation.pathname || toLocation.hash) return
      announce(title ?? t`Page changed.`)
      stopWaiting()
      stopWaiting = focusTitle()
    })
    return () => {
      leave()
      stopWaiting()
    }
  }, [router])
}

/** Somebody was quicker than the page, and opened the palette or another dialog meanwhile; one that is closing, as after it led here, does not count. */
const inDialog = (): boolean => Boolean(document.activeElement?.closest('[role=dialog][data-open]'))

/** Focuses the page's title; where it is still on its way, the main part until it comes, unless the person moved on. */
function focusTitle(): () => void {
  if (inDialog()) return () => {}
  if (focusNow('#main h1')) return () => {}
  focusNow('#main')
  const watcher = new MutationObserver(() => {
    const here = document.activeElement
    const movedOn = here !== null && here !== document.body && here.id !== 'main'
    if (movedOn || focusNow('#main h1')) stop()
  })
  const timer = setTimeout(() => watcher.disconnect(), PATIENCE)
  const stop = () => {
    watcher.disconnect()
    clearTimeout(timer)
  }
  watcher.observe(document.body, { childList: true, subtree: true })
  return stop
}

function focusNow(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector)
  element?.focus({ preventScroll: true })
  return element !== null
}
