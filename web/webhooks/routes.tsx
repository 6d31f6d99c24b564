import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const webhooks = createRoute({
  getParentRoute: () => shellRoute, path: '/webhooks', staticData: { title: t`Webhooks` },
  component: lazyRouteComponent(() => import('./WebhooksPage.tsx'), 'WebhooksPage'),
})
const webhook = createRoute({
  getParentRoute: () => shellRoute, path: '/webhooks/$id', staticData: { title: t`Webhook` },
  component: lazyRouteComponent(() => import('./WebhookPage.tsx'), 'WebhookPage'),
})

export const webhookRoutes = [webhooks, webhook] as const
