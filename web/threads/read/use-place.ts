import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/**
 * Goes where the address points, `#reply-…`, as soon as it is there; else, once, to the first text that is new.
 * @param ready changes when more of the page has come
 */
export function usePlace(first: string | undefined, ready: number) {
  const hash = useRouterState({ select: (state) => state.location.hash })
  const shown = useRef<string>(undefined)
  useEffect(() => {
    const wanted = hash === '' ? first : hash
    if (wanted === undefined || shown.current === wanted) return
    // After the router has put the page at its top.
    const timer = setTimeout(() => {
      const element = document.getElementById(wanted)
      if (!element) return
      shown.current = wanted
      if (hash === '') return scrollOnly(element)
      element.scrollIntoView({ block: 'start' })
      const text = element.matches('[tabindex]') ? element : element.querySelector<HTMLElement>('[data-item]')
      text?.focus({ preventScroll: true })
    }, 0)
    return () => clearTimeout(timer)
  }, [hash, first, ready])
}

/** Shows an element and leaves where Tab begins: since Chromium 150 it goes on from what was scrolled into view, past the way to the reply box. */
function scrollOnly(element: HTMLElement) {
  const margin = Number.parseFloat(getComputedStyle(element).scrollMarginTop) || 0
  window.scrollTo({ top: element.getBoundingClientRect().top + window.scrollY - margin })
}
