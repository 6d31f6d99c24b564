import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'

const settings = createRoute({
  getParentRoute: () => shellRoute, path: '/settings', staticData: { title: 'Settings' },
  component: lazyRouteComponent(() => import('./SettingsPage.tsx'), 'SettingsPage'),
})
const dismissed = createRoute({
  getParentRoute: () => shellRoute, path: '/settings/dismissed', staticData: { title: 'Notes you dismissed' },
  component: lazyRouteComponent(() => import('./DismissedPage.tsx'), 'DismissedPage'),
})

export const settingsRoutes = [settings, dismissed] as const
