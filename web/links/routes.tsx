import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'

/** `/titled?title=Deploying`: whatever is called so. */
const titled = createRoute({ getParentRoute: () => shellRoute, path: '/titled', component: lazyRouteComponent(() => import('./TitledPage.tsx'), 'TitledPage') })

export const linkRoutes = [titled] as const
