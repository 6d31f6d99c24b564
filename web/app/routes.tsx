import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute, rootRoute } from './root.tsx'
import { t } from '../ui/words.ts'

/** All keys, reached by `?`. */
const keysRoute = createRoute({
  getParentRoute: () => shellRoute, path: '/keys', staticData: { title: t`All keys` },
  component: lazyRouteComponent(() => import('./KeysPage.tsx'), 'KeysPage'),
})

/** Every component in every state, for people who build pages and for the tests that look at them. */
const specimenRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/specimen', staticData: { title: t`Specimen` },
  component: lazyRouteComponent(() => import('../ui/specimen.tsx'), 'Specimen'),
})

export const shellRoutes = [keysRoute]
export const rootRoutes = [specimenRoute]
