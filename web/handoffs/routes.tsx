import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { plainRoute, shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

/** `/wrap?space=<id>`: writes one. */
const wrap = createRoute({
  getParentRoute: () => shellRoute, path: '/wrap', staticData: { title: t`Wrap` },
  validateSearch: (search: Record<string, unknown>) => (typeof search['space'] === 'string' ? { space: search['space'] } : {}),
  component: lazyRouteComponent(() => import('./wraps/write/WriteWrapPage.tsx'), 'WriteWrapPage'),
})
const batons = createRoute({
  getParentRoute: () => shellRoute, path: '/batons', staticData: { title: t`Batons` },
  component: lazyRouteComponent(() => import('./batons/BatonsPage.tsx'), 'BatonsPage'),
})
/** Out of a mail, without signing in. */
const batonLink = createRoute({
  getParentRoute: () => plainRoute, path: '/baton/$token', staticData: { title: t`A baton for you` },
  component: lazyRouteComponent(() => import('./batons/BatonLinkPage.tsx'), 'BatonLinkPage'),
})

export const handoffRoutes = [wrap, batons] as const
export const handoffPlainRoutes = [batonLink] as const
