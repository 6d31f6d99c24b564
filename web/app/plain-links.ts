import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

type Click = Pick<MouseEvent, 'button' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'defaultPrevented'>
type Link = Pick<HTMLAnchorElement, 'origin' | 'pathname' | 'target' | 'hash'> & { download: string, here: string }

/** Paths that the server answers itself. */
const SERVED = /^\/(api|files|health|metrics|assets|dev)(\/|$)/

/** Paths of which a text's link shows in short what stands there. */
const PREVIEWED = /^\/(\d+|titled)$/

/** Whether a click on a plain link stays inside the app: same origin, ordinary click, no page of the server. */
export function staysInside(click: Click, link: Link, origin: string): boolean {
  const ordinary = click.button === 0 && !click.metaKey && !click.ctrlKey && !click.shiftKey && !click.altKey && !click.defaultPrevented
  const jump = link.pathname === link.here && link.hash !== ''
  return ordinary && link.origin === origin && !link.target && !link.download && !jump && !SERVED.test(link.pathname)
}

/** Makes plain `<a href>` change the page without a reload, so that components need no router; hover and focus load it ahead. */
export function usePlainLinks() {
  const router = useRouter()
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = linkAt(event)
      if (!link || !staysInside(event, asLink(link), location.origin)) return
      event.preventDefault()
      router.history.push(`${link.pathname}${link.search}${link.hash}`)
    }
    const onAim = (event: Event) => {
      const link = linkAt(event)
      if (!link || link.origin !== location.origin || SERVED.test(link.pathname)) return
      if (PREVIEWED.test(link.pathname) && link.closest('.markdown, [data-previews]')) void import('../links/preview.tsx').then(({ preview }) => preview(link))
      for (const { routeId } of router.matchRoutes(link.pathname, {})) void router.loadRouteChunk(router.routesById[routeId])
    }
    document.addEventListener('click', onClick)
    document.addEventListener('pointerover', onAim)
    document.addEventListener('focusin', onAim)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('pointerover', onAim)
      document.removeEventListener('focusin', onAim)
    }
  }, [router])
}

function linkAt(event: Event): HTMLAnchorElement | undefined {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  return link instanceof HTMLAnchorElement ? link : undefined
}

function asLink(link: HTMLAnchorElement): Link {
  return { origin: link.origin, pathname: link.pathname, target: link.target, hash: link.hash, download: link.hasAttribute('download') ? 'yes' : '', here: location.pathname }
}
