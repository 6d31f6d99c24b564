import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'

const week = createRoute({
  getParentRoute: () => shellRoute, path: '/week', staticData: { title: 'The week of the demo' },
  component: lazyRouteComponent(() => import('./WeekPage.tsx'), 'WeekPage'),
})

export const demoRoutes = [week] as const
