import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const space = createRoute({
  getParentRoute: () => shellRoute, path: '/spaces/$id', staticData: { title: t`Space` },
  component: lazyRouteComponent(() => import('./SpacePage.tsx'), 'SpacePage'),
})

export const spaceRoutes = [space] as const
