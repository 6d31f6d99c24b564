import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const drafts = createRoute({
  getParentRoute: () => shellRoute, path: '/drafts', staticData: { title: t`Drafts` }, component: lazyRouteComponent(() => import('./DraftsPage.tsx'), 'DraftsPage'),
})

export const draftRoutes = [drafts] as const
