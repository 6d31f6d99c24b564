import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'

const members = createRoute({
  getParentRoute: () => shellRoute, path: '/members', staticData: { title: 'Members' },
  component: lazyRouteComponent(() => import('./MembersPage.tsx'), 'MembersPage'),
})

export const memberRoutes = [members] as const
