import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const validateSearch = ({ date, space }: Record<string, unknown>) => ({ ...(typeof date === 'string' && { date }), ...(typeof space === 'string' && { space }) })

const people = createRoute({
  getParentRoute: () => shellRoute, path: '/people', staticData: { title: t`People and hours` }, validateSearch,
  component: lazyRouteComponent(() => import('./PeoplePage.tsx'), 'PeoplePage'),
})
const roles = createRoute({
  getParentRoute: () => shellRoute, path: '/people/roles', staticData: { title: t`Roles` },
  component: lazyRouteComponent(() => import('./RolesPage.tsx'), 'RolesPage'),
})
const person = createRoute({
  getParentRoute: () => shellRoute, path: '/people/$id',
  component: lazyRouteComponent(() => import('./PersonPage.tsx'), 'PersonPage'),
})

export const peopleRoutes = [people, roles, person] as const
