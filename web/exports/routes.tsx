import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'

const exportPage = createRoute({
  getParentRoute: () => shellRoute, path: '/export', staticData: { title: 'Export' },
  component: lazyRouteComponent(() => import('./ExportPage.tsx'), 'ExportPage'),
})

export const exportRoutes = [exportPage] as const
