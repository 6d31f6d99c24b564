import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const focus = createRoute({
  getParentRoute: () => shellRoute, path: '/focus', staticData: { title: t`Focus and delivery` },
  component: lazyRouteComponent(() => import('./FocusPage.tsx'), 'FocusPage'),
})

export const focusRoutes = [focus] as const
