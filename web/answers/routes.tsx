import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const faq = createRoute({
  getParentRoute: () => shellRoute, path: '/faq', staticData: { title: t`Asked twice` },
  component: lazyRouteComponent(() => import('./FaqPage.tsx'), 'FaqPage'),
})

export const answerRoutes = [faq] as const
