import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'

const list = createRoute({
  getParentRoute: () => shellRoute, path: '/spaces', staticData: { title: 'Spaces' },
  component: lazyRouteComponent(() => import('./SpacesPage.tsx'), 'SpacesPage'),
})

export const spaceListRoutes = [list] as const
