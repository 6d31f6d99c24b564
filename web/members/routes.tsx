import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const members = createRoute({
  getParentRoute: () => shellRoute, path: '/members', staticData: { title: t`Members` },
  component: lazyRouteComponent(() => import('./MembersPage.tsx'), 'MembersPage'),
})

export const memberRoutes = [members] as const
