import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { announce } from './Announcer.tsx'

/**
 * Arriving on another page: its title stands in the tab and is read out, and focus goes to its `h1`, so that
 * keyboard and screen reader go on from there. The first page keeps the browser's own start.
 */
export function useArrival() {
  const router = useRouter()
  useEffect(() => {
    const entitle = () => {
      const title = router.state.matches.findLast((match) => match.staticData.title)?.staticData.title
      document.title = title ? `${title} · Longhand` : 'Longhand'
      return title
    }
    entitle()
    return router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
      const title = entitle()
      if (!fromLocation || fromLocation.pathname === toLocation.pathname || toLocation.hash) return
      announce(title ?? 'Page changed.')
      const heading = document.querySelector<HTMLElement>('#main h1') ?? document.getElementById('main')
      heading?.focus({ preventScroll: true })
    })
  }, [router])
}
