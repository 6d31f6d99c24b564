import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const all = createRoute({
  getParentRoute: () => shellRoute, path: '/check-ins', staticData: { title: t`Check-ins` },
  component: lazyRouteComponent(() => import('./CheckinsPage.tsx'), 'CheckinsPage'),
})
const make = createRoute({
  getParentRoute: () => shellRoute, path: '/check-ins/new', staticData: { title: t`A new check-in` },
  validateSearch: (search: Record<string, unknown>) => (typeof search['space'] === 'string' ? { space: search['space'] } : {}),
  component: lazyRouteComponent(() => import('./NewFormPage.tsx'), 'NewFormPage'),
})
const edit = createRoute({
  getParentRoute: () => shellRoute, path: '/check-ins/$id/edit', staticData: { title: t`Change a check-in` },
  component: lazyRouteComponent(() => import('./EditFormPage.tsx'), 'EditFormPage'),
})
const round = createRoute({
  getParentRoute: () => shellRoute, path: '/check-ins/$id/$date', staticData: { title: t`Check-in` },
  component: lazyRouteComponent(() => import('./RoundPage.tsx'), 'RoundPage'),
})

export const checkinRoutes = [all, make, edit, round] as const
