import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { stateIn } from './states.ts'
import { t } from '../ui/words.ts'

const outbox = createRoute({
  getParentRoute: () => shellRoute, path: '/outbox', staticData: { title: t`Outbox` },
  validateSearch: (search: Record<string, unknown>) => {
    const state = stateIn(search['state'])
    return state === undefined ? {} : { state }
  },
  component: lazyRouteComponent(() => import('./OutboxPage.tsx'), 'OutboxPage'),
})

const mailIn = createRoute({
  getParentRoute: () => shellRoute, path: '/mail-in', staticData: { title: t`Mail that came in` },
  component: lazyRouteComponent(() => import('./MailInPage.tsx'), 'MailInPage'),
})

export const outboxRoutes = [outbox, mailIn] as const
