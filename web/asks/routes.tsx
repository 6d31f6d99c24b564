import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const owe = createRoute({
  getParentRoute: () => shellRoute, path: '/owe', staticData: { title: t`I owe` },
  component: lazyRouteComponent(() => import('./list/OwePage.tsx'), 'OwePage'),
})
const wait = createRoute({
  getParentRoute: () => shellRoute, path: '/wait', staticData: { title: t`I wait` },
  component: lazyRouteComponent(() => import('./list/WaitPage.tsx'), 'WaitPage'),
})
const write = createRoute({
  getParentRoute: () => shellRoute, path: '/ask/new', staticData: { title: t`Ask somebody` },
  component: lazyRouteComponent(() => import('./write/NewAskPage.tsx'), 'NewAskPage'),
})

export const askRoutes = [owe, wait, write] as const
