import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'

const find = createRoute({
  getParentRoute: () => shellRoute, path: '/search', staticData: { title: 'Search' },
  component: lazyRouteComponent(() => import('./SearchPage.tsx'), 'SearchPage'),
})

export const searchRoutes = [find] as const
