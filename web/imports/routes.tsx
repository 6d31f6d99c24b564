import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const importPage = createRoute({
  getParentRoute: () => shellRoute, path: '/import', staticData: { title: t`Import` },
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
})

export const importRoutes = [importPage] as const
