import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const status = createRoute({
  getParentRoute: () => shellRoute, path: '/status', staticData: { title: t`How this server is doing` },
  component: lazyRouteComponent(() => import('./ServerStatusPage.tsx'), 'ServerStatusPage'),
})

export const statusRoutes = [status] as const
