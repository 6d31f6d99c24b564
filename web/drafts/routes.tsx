import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'

const drafts = createRoute({
  getParentRoute: () => shellRoute, path: '/drafts', staticData: { title: 'Drafts' }, component: lazyRouteComponent(() => import('./DraftsPage.tsx'), 'DraftsPage'),
})

export const draftRoutes = [drafts] as const
