import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const audit = createRoute({
  getParentRoute: () => shellRoute, path: '/settings/audit', staticData: { title: t`Audit log` },
  component: lazyRouteComponent(() => import('./AuditPage.tsx'), 'AuditPage'),
})

export const auditRoutes = [audit] as const
