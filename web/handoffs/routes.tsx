import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { plainRoute, shellRoute } from '../app/root.tsx'

/** `/wrap?space=<id>`: writes one. */
const wrap = createRoute({
  getParentRoute: () => shellRoute, path: '/wrap', staticData: { title: 'Wrap' },
  validateSearch: (search: Record<string, unknown>) => (typeof search['space'] === 'string' ? { space: search['space'] } : {}),
  component: lazyRouteComponent(() => import('./wraps/write/WriteWrapPage.tsx'), 'WriteWrapPage'),
})
const batons = createRoute({
  getParentRoute: () => shellRoute, path: '/batons', staticData: { title: 'Batons' },
  component: lazyRouteComponent(() => import('./batons/BatonsPage.tsx'), 'BatonsPage'),
})
/** Out of a mail, without signing in. */
const batonLink = createRoute({
  getParentRoute: () => plainRoute, path: '/baton/$token', staticData: { title: 'A baton for you' },
  component: lazyRouteComponent(() => import('./batons/BatonLinkPage.tsx'), 'BatonLinkPage'),
})

export const handoffRoutes = [wrap, batons] as const
export const handoffPlainRoutes = [batonLink] as const
