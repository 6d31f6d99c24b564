import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const log = createRoute({
  getParentRoute: () => shellRoute, path: '/decisions', staticData: { title: t`Decisions` },
  component: lazyRouteComponent(() => import('./log/DecisionsPage.tsx'), 'DecisionsPage'),
})
const write = createRoute({
  getParentRoute: () => shellRoute, path: '/decisions/new', staticData: { title: t`Write a decision` },
  component: lazyRouteComponent(() => import('./write/NewDecisionPage.tsx'), 'NewDecisionPage'),
})
const bring = createRoute({
  getParentRoute: () => shellRoute, path: '/decisions/import', staticData: { title: t`Import decision records` },
  component: lazyRouteComponent(() => import('./import/ImportPage.tsx'), 'ImportPage'),
})
const edit = createRoute({
  getParentRoute: () => shellRoute, path: '/decisions/$number/edit', staticData: { title: t`Change a decision` },
  component: lazyRouteComponent(() => import('./write/EditDecisionPage.tsx'), 'EditDecisionPage'),
})

export const decisionRoutes = [log, write, bring, edit] as const
