import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'

const space = createRoute({
  getParentRoute: () => shellRoute, path: '/spaces/$id',
  component: lazyRouteComponent(() => import('./SpacePage.tsx'), 'SpacePage'),
})

export const spaceRoutes = [space] as const
