import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const list = createRoute({
  getParentRoute: () => shellRoute, path: '/spaces', staticData: { title: t`Spaces` },
  component: lazyRouteComponent(() => import('./SpacesPage.tsx'), 'SpacesPage'),
})

export const spaceListRoutes = [list] as const
