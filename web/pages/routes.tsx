import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const list = createRoute({
  getParentRoute: () => shellRoute, path: '/pages', staticData: { title: t`Pages` },
  component: lazyRouteComponent(() => import('./list/PagesPage.tsx'), 'PagesPage'),
})
const write = createRoute({
  getParentRoute: () => shellRoute, path: '/pages/new', staticData: { title: t`Write a page` },
  component: lazyRouteComponent(() => import('./write/NewPagePage.tsx'), 'NewPagePage'),
})
const edit = createRoute({
  getParentRoute: () => shellRoute, path: '/$number/edit', staticData: { title: t`Edit a page` },
  component: lazyRouteComponent(() => import('./write/EditPagePage.tsx'), 'EditPagePage'),
})
const history = createRoute({
  getParentRoute: () => shellRoute, path: '/$number/history', staticData: { title: t`History of a page` },
  component: lazyRouteComponent(() => import('./history/HistoryPage.tsx'), 'HistoryPage'),
})

export const pageRoutes = [list, write, edit, history] as const
