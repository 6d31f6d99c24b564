import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const week = createRoute({
  getParentRoute: () => shellRoute, path: '/week', staticData: { title: t`The week of the demo` },
  component: lazyRouteComponent(() => import('./WeekPage.tsx'), 'WeekPage'),
})

export const demoRoutes = [week] as const
