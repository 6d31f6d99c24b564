import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const exportPage = createRoute({
  getParentRoute: () => shellRoute, path: '/export', staticData: { title: t`Export` },
  component: lazyRouteComponent(() => import('./ExportPage.tsx'), 'ExportPage'),
})

export const exportRoutes = [exportPage] as const
