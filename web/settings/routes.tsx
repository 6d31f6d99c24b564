import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const settings = createRoute({
  getParentRoute: () => shellRoute, path: '/settings', staticData: { title: t`Settings` },
  component: lazyRouteComponent(() => import('./SettingsPage.tsx'), 'SettingsPage'),
})
const dismissed = createRoute({
  getParentRoute: () => shellRoute, path: '/settings/dismissed', staticData: { title: t`Notes you dismissed` },
  component: lazyRouteComponent(() => import('./DismissedPage.tsx'), 'DismissedPage'),
})

export const settingsRoutes = [settings, dismissed] as const
