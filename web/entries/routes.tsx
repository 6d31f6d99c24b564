import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'

/** `/128`: whatever was written under that number. */
const permalink = createRoute({
  getParentRoute: () => shellRoute, path: '/$number',
  component: lazyRouteComponent(() => import('./EntryPage.tsx'), 'EntryPage'),
})

export const entryRoutes = [permalink] as const
