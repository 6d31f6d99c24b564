import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'

const settings = createRoute({
  getParentRoute: () => shellRoute, path: '/settings', staticData: { title: 'Settings' },
  component: lazyRouteComponent(() => import('./SettingsPage.tsx'), 'SettingsPage'),
})

export const settingsRoutes = [settings] as const
