import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'

const importPage = createRoute({
  getParentRoute: () => shellRoute, path: '/import', staticData: { title: 'Import' },
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
})

export const importRoutes = [importPage] as const
