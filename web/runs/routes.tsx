import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const runs = createRoute({
  getParentRoute: () => shellRoute, path: '/$number/runs', staticData: { title: t`Runs of a runbook` },
  component: lazyRouteComponent(() => import('./RunsPage.tsx'), 'RunsPage'),
})
const run = createRoute({
  getParentRoute: () => shellRoute, path: '/$number/runs/$run', staticData: { title: t`A run` },
  component: lazyRouteComponent(() => import('./RunPage.tsx'), 'RunPage'),
})

export const runRoutes = [runs, run] as const
