import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'

const focus = createRoute({
  getParentRoute: () => shellRoute, path: '/focus', staticData: { title: 'Focus and delivery' },
  component: lazyRouteComponent(() => import('./FocusPage.tsx'), 'FocusPage'),
})

export const focusRoutes = [focus] as const
