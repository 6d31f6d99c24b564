import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { placeIn } from './place-in.ts'
import { t } from '../ui/words.ts'

const inbox = createRoute({
  getParentRoute: () => shellRoute, path: '/inbox', staticData: { title: t`Inbox` },
  validateSearch: (search: Record<string, unknown>) => {
    const of = placeIn(search['of'])
    return of === undefined ? {} : { of }
  },
  component: lazyRouteComponent(() => import('./InboxPage.tsx'), 'InboxPage'),
})

export const inboxRoutes = [inbox] as const
