import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'

const webhooks = createRoute({
  getParentRoute: () => shellRoute, path: '/webhooks', staticData: { title: 'Webhooks' },
  component: lazyRouteComponent(() => import('./WebhooksPage.tsx'), 'WebhooksPage'),
})
const webhook = createRoute({
  getParentRoute: () => shellRoute, path: '/webhooks/$id', staticData: { title: 'Webhook' },
  component: lazyRouteComponent(() => import('./WebhookPage.tsx'), 'WebhookPage'),
})

export const webhookRoutes = [webhooks, webhook] as const
